"""The evidence panel and the hover card: what they say, what they label as inferred, and how they go away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from answerable.graph.questions import ask

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Opened
    from playwright.sync_api import Page

    from answerable.exports.view import View
    from answerable.graph.store import Store


def chosen(page: Page, view: View, label: str) -> Page:
    key = next(node.key for node in view.nodes if node.label == label)
    page.evaluate("(key) => answerable.page.choose(answerable.page.data.byKey.get(key))", key)
    return page


def test_the_overview_says_what_is_overdue_as_the_question_answers(wide: Opened, store: Store) -> None:
    for day, words in (("2019-05-15", "15 May 2019"), ("2021-06-01", "1 June 2021")):
        wide.page.evaluate("(day) => answerable.page.setAsAt(day)", day)
        answers = [row["overdue"] for row in ask(store, "overdue", as_at=day).records()]
        assert wide.page.locator("#panel h2", has_text=f"Overdue as at {words}").count() == 1
        said = wide.page.locator(".overdue-counts").inner_text()
        assert said.startswith(f"{answers.count('yes')} of {len(answers)} assignment")
        assert f"for {answers.count('cannot tell')} it cannot be told" in said


def test_a_slip_is_counted_and_labelled_as_inferred(wide: Opened, view: View) -> None:
    panel = chosen(wide.page, view, "Head of Community Payback").locator("#panel")
    moved = panel.locator("dt", has_text="Moved").locator("xpath=following-sibling::dd[1]").inner_text()
    assert "from 31 July 2020 to 31 March 2021, 8 months later" in moved
    assert "inferred: counted from the two dates" in moved
    assert "Half of it is done." in panel.inner_text()
    assert "Jointly with" in panel.inner_text()


def test_printed_and_read_values_stand_side_by_side_only_where_they_differ(wide: Opened, view: View) -> None:
    panel = chosen(wide.page, view, "Regional Managers").locator("#panel")
    pairs = [text.split("\n") for text in panel.locator(".printed").all_inner_texts()]
    assert ["Printed", "May 2019", "Read as", "by 31 May 2019"] in pairs
    assert all(printed != read for _, printed, _, read in pairs)


def test_links_lead_to_neighbours_and_buttons_focus_and_close(wide: Opened, view: View) -> None:
    page = chosen(wide.page, view, "Director of Operations")
    page.locator("#panel .assignment .link").first.click()
    assert page.locator("#panel h2").inner_text() == "Recommendation 1, Northmoor CRC, 2019"
    page.get_by_role("button", name="Focus on it").click()
    assert page.evaluate("answerable.page.passes.recommendations.size") == 1
    assert page.evaluate("document.activeElement.textContent") == "Show everything"
    page.get_by_role("button", name="Show everything").click()
    assert page.evaluate("answerable.page.passes.recommendations.size") == 4
    page.get_by_role("button", name="Close").click()
    assert page.locator("#panel h2").first.inner_text() == "Who carries most"


@pytest.mark.parametrize(
    "label",
    ["Regional Managers", "Recommendation 1", "Northmoor CRC, 2019", "Offender Assessment System"],
)
def test_the_query_that_is_shown_can_be_asked_of_the_store(wide: Opened, view: View, store: Store, label: str) -> None:
    page = chosen(wide.page, view, label)
    page.get_by_text("Show the query").click()
    for query in page.locator("#panel pre").all_inner_texts():
        assert store.select(query).records(), query


def test_a_card_tells_at_a_glance_and_is_not_the_only_place(wide: Opened) -> None:
    page = wide.page
    page.get_by_role("button", name="Matrix", exact=True).click()
    page.locator(".row-head", has_text="Director of Operations").hover()
    card = page.get_by_role("tooltip")
    card.wait_for()
    said = card.inner_text()
    assert "Director of Operations" in said
    assert "post, 2 assignments" in said
    assert "In 2 plans: Northmoor CRC, 2019; Northmoor CRC, 2020" in said
    assert "Next date: 31 March 2021" in said
    card.hover()
    page.wait_for_timeout(400)
    assert card.is_visible(), "it can itself be pointed at"
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_a_card_comes_with_the_keyboard_too_and_escape_takes_the_card_first(wide: Opened, view: View) -> None:
    page = chosen(wide.page, view, "Regional Managers")
    page.get_by_role("button", name="Matrix", exact=True).click()
    page.get_by_role("grid").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.get_by_role("tooltip").wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("tooltip").count() == 0
    assert page.locator("#panel h2").inner_text() == "Regional Managers", (
        "the panel stays until Escape is pressed again"
    )
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").first.inner_text() == "Who carries most"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_matrix_timeline_and_panel(
    opened: Callable[..., Opened], file: Path, view: View, colours: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = opened(file, viewport={"width": 1280, "height": 900}, color_scheme=colours).page
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    for name in ("Matrix", "Timeline"):
        page.get_by_role("button", name=name, exact=True).click()
        page.get_by_role("grid").focus()
        page.keyboard.press("ArrowDown")
        chosen(page, view, "Director of Operations")
        found = axe.Axe().run(page, options=rules).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []


def test_hostile_names_stay_text_in_matrix_timeline_and_card(
    opened: Callable[..., Opened], hostile_file: Path, hostile_names: tuple[str, ...]
) -> None:
    seen = opened(hostile_file, viewport={"width": 900, "height": 900})
    seen.page.on("dialog", lambda dialog: pytest.fail(f"a name was run: {dialog.message}"))
    for name in ("Matrix", "Timeline"):
        seen.page.get_by_role("button", name=name, exact=True).click()
        if name == "Timeline":
            seen.page.get_by_role("button", name="Holders", exact=True).click()
        seen.page.get_by_role("grid").focus()
        for _ in hostile_names:
            seen.page.keyboard.press("ArrowDown")
            seen.page.keyboard.press("Home")
        seen.page.wait_for_timeout(500)
        assert seen.page.locator("main img, main script, #hover-card img").count() == 0
        assert seen.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
        saved = "new DOMParser().parseFromString(answerable.svg(), 'image/svg+xml')"
        assert seen.page.evaluate(f"{saved}.querySelector('parsererror, img, script')") is None
    assert "<script>alert('x')</script>" in seen.page.locator("#timeline").inner_text()
    assert seen.complaints == []
