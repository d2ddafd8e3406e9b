"""The page in a real browser without a network: it asks for nothing, complains of nothing, and everybody can use it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answerable.exports.view import View, render, write_view

if TYPE_CHECKING:
    from conftest import Opened
    from playwright.sync_api import Page

    from answerable.graph.store import Store


def click_mark(page: Page, key: str) -> None:
    spot = page.evaluate("(key) => answerable.whereIs(key)", key)
    page.mouse.click(spot["x"], spot["y"])


def key_of(view: View, label: str) -> str:
    return next(node.key for node in view.nodes if node.label == label)


def test_no_request_leaves_the_page_and_nothing_is_complained_about(wide: Opened, file: Path) -> None:
    wide.page.wait_for_timeout(300)
    assert wide.requests == [file.as_uri(), "data:,"] or wide.requests == [file.as_uri()]
    assert wide.complaints == []


def test_it_says_when_it_is_ready(wide: Opened) -> None:
    assert float(wide.page.evaluate("document.documentElement.dataset.ready")) > 0


def test_it_is_still_when_it_opens(wide: Opened) -> None:
    first = wide.page.locator("#picture canvas").screenshot()
    wide.page.wait_for_timeout(400)
    assert wide.page.locator("#picture canvas").screenshot() == first


def test_clicking_a_mark_shows_the_words_and_escape_closes_them(wide: Opened, view: View) -> None:
    page = wide.page
    click_mark(page, key_of(view, "Director of Operations"))
    panel = page.locator("#panel")
    panel.locator("h2", has_text="Director of Operations").wait_for(timeout=2000)
    assert "“Director of Operations”" in panel.inner_text()
    assert "Northmoor CRC action plan, 2 March 2019, page 1, table 1" in panel.inner_text()
    assert panel.locator(".printed").first.inner_text().split("\n") == [
        "Printed",
        "June 2019",
        "Read as",
        "by 30 June 2019",
    ]
    page.keyboard.press("Escape")
    assert panel.locator("h2").first.inner_text() == "Who carries most"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("regional manager", "Regional Managers"),
        ("DIRECTORS of operation", "Director of Operations"),
        ("hcp", "Head of Community Payback"),
        ("payback head", "Head of Community Payback"),
        ("comunity paybak", "Head of Community Payback"),
        ("oasys", "Offender Assessment System"),
        ("assessment", "Offender Assessment System"),
    ],
)
def test_the_search_forgives_case_plurals_and_acronyms(wide: Opened, typed: str, found: str) -> None:
    page = wide.page
    page.get_by_role("combobox").fill(typed)
    assert found in page.get_by_role("option").first.inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == found


@pytest.mark.parametrize("typed", ["recommendation 2 2020", "work of recommendation 2"])
def test_a_recommendation_is_found_by_its_number_and_by_its_words(wide: Opened, typed: str) -> None:
    wide.page.get_by_role("combobox").fill(typed)
    assert "Recommendation 2, Northmoor CRC, 20" in wide.page.get_by_role("option").first.inner_text()
    assert wide.page.get_by_role("group", name="Recommendations").get_by_role("option").count() >= 1


def test_a_search_that_finds_nothing_says_what_to_do(wide: Opened) -> None:
    wide.page.get_by_role("combobox").fill("zzzz")
    assert "Try fewer letters" in wide.page.locator("#search-status").inner_text()


def test_the_table_can_be_reached_sorted_and_chosen_from_by_keyboard_alone(wide: Opened) -> None:
    page = wide.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.locator("#table-view").is_visible()
    names = page.locator("#table-view table").first.locator("tbody tr td:first-child")
    head = page.get_by_role("button", name="Name")
    head.focus()
    page.keyboard.press("Enter")
    shown = names.all_inner_texts()
    assert shown[0] == "Director of Operations"
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    names.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith(names.first.inner_text())
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").first.inner_text() == "Who carries most"


def test_the_table_holds_everything(wide: Opened, view: View) -> None:
    wide.page.get_by_role("button", name="Table", exact=True).click()
    families = Counter("owner" if node.family in {"post", "body"} else node.family for node in view.nodes)
    held = {
        "Owners": families["owner"],
        "Recommendations": families["recommendation"],
        "Assignments": len(view.assignments),
        "Plans": families["plan"],
        "Programmes and systems": families["thing"],
        "Organisations": families["organisation"],
    }
    for name, many in held.items():
        wide.page.get_by_role("tab", name=f"{name} ({many})", exact=True).click()
        assert wide.page.locator("[role=tabpanel]:visible tbody tr").count() == many


def test_the_tabs_of_the_table_are_turned_by_the_arrow_keys(wide: Opened) -> None:
    page = wide.page
    page.get_by_role("button", name="Table", exact=True).click()
    page.get_by_role("tab", name="Owners").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Recommendations (4)"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.locator("[role=tabpanel]:visible caption").inner_text() == "Organisations (1)"


def test_words_narrow_a_table_and_it_is_saved_as_it_stands(wide: Opened) -> None:
    page = wide.page
    page.get_by_role("button", name="Table", exact=True).click()
    page.get_by_label("Rows with the words").fill("heads payback")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.reader(saved.value.path().read_text("utf-8-sig").splitlines()))
    assert saved.value.suggested_filename == "owners.csv"
    assert [row[:4] for row in rows] == [
        ["Name", "Kind", "Body", "Assignments"],
        ["Head of Community Payback", "post", "Northmoor CRC", "2"],
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [("=1+1", "'=1+1"), ("+44", "'+44"), ("-2", "'-2"), ("@x", "'@x"), ('a "b", c', '"a ""b"", c"'), (7, "7")],
)
def test_a_spreadsheet_takes_no_cell_for_a_formula(at_large: Page, value: object, written: str) -> None:
    assert at_large.evaluate("(value) => answerable.csvCell(value)", value) == written


def test_the_legend_filters_picture_and_table_alike(wide: Opened) -> None:
    page = wide.page
    page.get_by_role("button", name="Table", exact=True).click()
    page.get_by_role("tab", name="Owners").click()
    for answer in ("Agreed", "Partly agreed"):
        page.locator("#legend label", has_text=answer).filter(has_not_text="Not").first.uncheck()
    rows = page.locator("#table-view table").first.locator("tbody tr td:first-child").all_inner_texts()
    assert "Regional Managers" in rows
    assert "Director of Operations" not in rows
    assert page.get_by_role("tab", name="Assignments (1)").is_visible()


def test_a_link_to_a_node_opens_its_evidence(opened: Callable[..., Opened], file: Path, view: View) -> None:
    seen = opened(file, f"#id={key_of(view, 'Regional Managers')}")
    assert seen.page.locator("#panel h2").inner_text() == "Regional Managers"


def test_choosing_writes_the_address_and_closing_clears_it(wide: Opened, view: View) -> None:
    wide.page.locator("#panel .ranking .link").first.click()
    assert wide.page.url.endswith(f"#id={key_of(view, 'Regional Managers')}")
    wide.page.get_by_role("button", name="Close").click()
    assert "#" not in wide.page.url


def test_the_query_behind_a_node_is_shown(wide: Opened, view: View) -> None:
    wide.page.locator("#panel .ranking .link").first.click()
    wide.page.get_by_text("Show the query").click()
    assert (
        f"VALUES ?owner {{ <{key_of(view, 'Regional Managers')}> }}"
        in wide.page.locator("#panel pre").first.inner_text()
    )


def test_hostile_names_are_shown_as_text_and_run_nothing(
    opened: Callable[..., Opened], hostile_store: Store, hostile_names: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "hostile.html"
    write_view(hostile_store, file)
    seen = opened(file, viewport={"width": 1000, "height": 800})
    seen.page.on("dialog", lambda dialog: pytest.fail(f"a name was run: {dialog.message}"))
    for row in range(len(hostile_names)):
        seen.page.get_by_role("button", name="Table", exact=True).click()
        seen.page.locator("[role=tabpanel]:visible tbody tr").nth(row).locator("button").first.click()
    seen.page.get_by_role("combobox").fill("script")
    assert seen.page.locator("#panel img, #tables img, #suggestions img").count() == 0
    assert seen.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    assert seen.complaints == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1440])
def test_axe_finds_nothing_against_wcag_2_2_aa(
    opened: Callable[..., Opened], file: Path, colours: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    seen = opened(file, viewport={"width": width, "height": 900}, color_scheme=colours)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    acts = (
        "",
        "document.querySelector('#panel .ranking .link').click(); document.querySelector('#filters .time').open = true",
        "document.querySelector('#show-table').click(); document.querySelector('#filters details').open = true",
        "const f = document.querySelector('#search'); f.value = 'heads'; f.dispatchEvent(new Event('input'))",
    )
    for act in acts:
        seen.page.evaluate(f"{{ {act} }}")
        found = axe.Axe().run(seen.page, options=rules).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []


@pytest.mark.parametrize("width", [320, 400, 1024])
def test_nothing_runs_out_of_the_screen(opened: Callable[..., Opened], file: Path, width: int) -> None:
    seen = opened(file, viewport={"width": width, "height": 800})
    assert seen.page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_an_empty_store_opens_without_a_complaint(opened: Callable[..., Opened], tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text(render(View((), (), (), (), {}))[0], encoding="utf-8")
    seen = opened(file)
    assert seen.page.locator("h1").inner_text() == "No plan has been loaded yet"
    assert seen.complaints == []


def test_in_print_the_table_is_there_and_the_menus_are_not(wide: Opened) -> None:
    wide.page.emulate_media(media="print")
    wide.page.locator("#table-view table").first.wait_for(timeout=2000)
    assert not wide.page.get_by_role("combobox").is_visible()
