"""The picture in a real browser: names that do not overlap, marks that open, one neighbourhood alone, what is saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from answerable.exports.view import View, render, write_view

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from answerable.graph.store import Store

NAMES = ("ownership", "together", "programmes", "organisations")
SEEN = "answerable.picture.seen()"
WIDE = {"viewport": {"width": 1440, "height": 1000}}
Open = Callable[..., Any]


@pytest.fixture
def bodies(changed: View, tmp_path: Path) -> Path:
    """A page on plans of a body that ended, so that no network is empty."""
    path = tmp_path / "view.html"
    path.write_text(render(changed)[0], encoding="utf-8")
    return path


@pytest.fixture
def rolled(view: View, tmp_path: Path) -> Path:
    """A page that had to be rolled up, although it holds two plans only."""
    path = tmp_path / "rolled.html"
    path.write_text(render(view, most=7)[0], encoding="utf-8")
    return path


def overlapping(labels: list[dict[str, float]]) -> list[tuple[float, float]]:
    return [
        (one["id"], two["id"])
        for one, two in combinations(labels, 2)
        if abs(one["x"] - two["x"]) < (one["width"] + two["width"]) / 2
        and abs(one["y"] - two["y"]) < (one["height"] + two["height"]) / 2
    ]


def number_of(page: Page, label: str) -> int:
    return int(page.evaluate("(label) => answerable.page.data.nodes.find((node) => node.label === label).id", label))


def svg_of(page: Page) -> ET.Element:
    return ET.fromstring(page.evaluate("answerable.picture.toSvg()"))  # noqa: S314 - written by the page under test


@pytest.mark.parametrize("width", [400, 1440])
@pytest.mark.parametrize("name", NAMES)
def test_every_network_opens_with_names_and_none_on_another(opened: Open, bodies: Path, name: str, width: int) -> None:
    seen = opened(bodies, f"#network={name}", viewport={"width": width, "height": 1000})
    shown = seen.page.evaluate(SEEN)
    assert len(shown["labels"]) >= 2
    assert overlapping(shown["labels"]) == []
    assert seen.page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert seen.complaints == []


@pytest.mark.parametrize("name", NAMES[1:])
def test_the_finding_of_each_network_is_its_heading(opened: Open, bodies: Path, name: str) -> None:
    page = opened(bodies, f"#network={name}", **WIDE).page
    drawing = page.evaluate("(name) => answerable.page.data.networks[name]", name)
    assert page.locator("#network-name").inner_text() == drawing["heading"]
    assert page.locator("#picture").get_attribute("aria-label") == drawing["described"]


def test_an_empty_network_says_what_would_fill_it(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text(render(View((), (), (), (), {}))[0], encoding="utf-8")
    page = opened(file, "#network=programmes").page
    assert "once a recommendation or action names one" in page.locator("#network-empty").inner_text()


def test_a_mark_opens_in_place_and_rolls_up_again(opened: Open, rolled: Path) -> None:
    page = opened(rolled, **WIDE).page
    before = page.evaluate(SEEN)["ids"]
    group = next(each for each in before if isinstance(each, str))
    page.evaluate("(id) => answerable.page.expand(id)", group)
    during = page.evaluate(SEEN)
    assert len(during["ids"]) == len(before) + 1
    assert set(before) < set(during["ids"])
    assert overlapping(during["labels"]) == []
    page.get_by_role("button", name="Roll up again").click()
    assert page.evaluate(SEEN)["ids"] == before


def test_what_is_chosen_opens_by_a_button_too(opened: Open, rolled: Path) -> None:
    page = opened(rolled, **WIDE).page
    holder = next(each for each in page.evaluate(SEEN)["ids"] if isinstance(each, int))
    page.evaluate("(id) => answerable.page.choose(id)", holder)
    before = len(page.evaluate(SEEN)["ids"])
    page.get_by_role("button", name="Expand what was chosen").click()
    assert len(page.evaluate(SEEN)["ids"]) > before


def test_what_is_open_stands_in_the_address(opened: Open, rolled: Path) -> None:
    page = opened(rolled, **WIDE).page
    group = next(each for each in page.evaluate(SEEN)["ids"] if isinstance(each, str))
    page.evaluate("(id) => answerable.page.expand(id)", group)
    again = opened(rolled, "#" + page.url.partition("#")[2], **WIDE).page
    assert again.evaluate(SEEN)["ids"] == page.evaluate(SEEN)["ids"]


def test_one_neighbourhood_stands_alone_with_every_name(opened: Open, rolled: Path) -> None:
    page = opened(rolled, **WIDE).page
    page.evaluate("(id) => answerable.page.focus(id)", number_of(page, "Offender Assessment System"))
    shown = page.evaluate(SEEN)
    assert len(shown["ids"]) == 4
    assert {label["id"] for label in shown["labels"]} == set(shown["ids"])
    assert overlapping(shown["labels"]) == []
    assert page.locator("#network-name").inner_text() == "Offender Assessment System: 3 ties"
    page.get_by_role("button", name="Show the whole network").click()
    assert page.evaluate("answerable.page.state.focus") is None


def test_the_legend_counts_what_is_drawn_and_leaves_out_what_is_switched_off(opened: Open, file: Path) -> None:
    page = opened(file, **WIDE).page
    before = page.evaluate(SEEN)["ids"]
    page.locator("#legend label", has_text="Post group (1)").locator("input").uncheck()
    assert set(before) - set(page.evaluate(SEEN)["ids"]) == {number_of(page, "Regional Managers")}


def test_it_moves_only_when_asked_and_stops_by_itself(opened: Open, file: Path) -> None:
    page = opened(file, **WIDE, reduced_motion="reduce").page
    places = "answerable.page.data.networks.ownership.nodes.map(({ id }) => answerable.picture.whereIs(id))"
    before = page.evaluate(places)
    page.get_by_role("button", name="Let it move").click()
    page.get_by_role("button", name="Let it move").wait_for(timeout=5000)
    moved = page.evaluate(places)
    assert moved != before
    page.wait_for_timeout(200)
    assert page.evaluate(places) == moved


def test_what_moves_can_be_stopped_where_it_is(opened: Open, file: Path) -> None:
    seen = opened(file, **WIDE, reduced_motion="no-preference")
    places = "answerable.page.data.networks.ownership.nodes.map(({ id }) => answerable.picture.whereIs(id))"
    before = seen.page.evaluate(places)
    seen.page.get_by_role("button", name="Let it move").click()
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate(places) != before
    seen.page.get_by_role("button", name="Stop").click()
    rested = seen.page.evaluate(places)
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate(places) == rested
    assert seen.complaints == []


def test_a_mark_is_found_under_the_pointer_and_left_again(opened: Open, file: Path) -> None:
    page = opened(file, **WIDE).page
    spot = page.evaluate("(id) => answerable.picture.whereIs(id)", number_of(page, "Regional Managers"))
    page.mouse.move(spot["x"] + 2, spot["y"] + 2)
    page.locator("#hover-card", has_text="Regional Managers").wait_for(timeout=2000)
    assert "over" in (page.locator("#picture").get_attribute("class") or "")
    edge = page.locator("#picture").bounding_box()
    page.mouse.move(edge["x"] + 3, edge["y"] + 3)
    page.locator("#hover-card").wait_for(state="hidden", timeout=2000)
    page.mouse.dblclick(spot["x"], spot["y"])
    assert page.evaluate("[...answerable.page.state.expanded].length") == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_picture_is_svg_with_its_names_as_text(opened: Open, bodies: Path, name: str) -> None:
    page = opened(bodies, f"#network={name}", **WIDE).page
    svg = svg_of(page)
    text = [each.text for each in svg.iter() if each.text]
    labels = page.evaluate(f"{SEEN}.ids.map((id) => answerable.page.data.nodes[id].label)")
    assert set(labels) <= set(text)
    heading = page.evaluate("(name) => answerable.page.data.networks[name].heading", name)
    assert svg.findtext("{*}title") == heading
    assert any((each or "").startswith("As at 2 March 2020. Source:") for each in text)


def test_hostile_names_are_text_in_a_saved_picture(
    opened: Open, hostile_store: Store, hostile_names: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "hostile.html"
    write_view(hostile_store, file)
    svg = svg_of(opened(file, **WIDE).page)
    assert {each.tag.rpartition("}")[2] for each in svg.iter()} <= {"svg", "g", "title", "desc", "rect", "path", "text"}
    titles = " ".join(each.text or "" for each in svg.iter() if each.tag.endswith("title"))
    assert all(re.sub(r"\s+", " ", name).strip() in re.sub(r"\s+", " ", titles) for name in hostile_names)


def test_a_picture_is_saved_under_a_name_that_says_what_it_is_twice_as_large(opened: Open, file: Path) -> None:
    page = opened(file, **WIDE).page
    svg = svg_of(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as PNG").click()
    assert saved.value.suggested_filename == "who-carries-what-2020-03-02.png"
    data = saved.value.path().read_bytes()
    size = tuple(int.from_bytes(data[start : start + 4]) for start in (16, 20))
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert size == (2 * int(svg.attrib["width"]), 2 * int(svg.attrib["height"]))


def test_three_thousand_marks_are_drawn_where_asked_for(opened: Open, crowd: Open, tmp_path: Path) -> None:
    file = tmp_path / "many.html"
    file.write_text(render(crowd(plans=300, holders=8), most=3000)[0], encoding="utf-8")
    page = opened(file, **WIDE).page
    assert len(page.evaluate(SEEN)["ids"]) == 3000
