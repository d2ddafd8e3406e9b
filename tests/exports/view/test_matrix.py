"""The matrix: its cells are what SPARQL counts, keys move through it, and it stays readable when there is much."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from answerable.graph.questions import ask

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Opened
    from playwright.sync_api import Page

    from answerable.exports.view import View
    from answerable.graph.store import Store

COUNTS = """
SELECT ?owner ?rec (COUNT(DISTINCT ?a) AS ?count) (MAX(?joint) AS ?shared) WHERE {
  ?a a ap:Assignment ; ap:of ?rec ; ap:owner ?owner .
  BIND(IF(EXISTS { ?a ap:owner ?other FILTER(?other != ?owner) }, 1, 0) AS ?joint)
} GROUP BY ?owner ?rec
"""
CELLS = """() => {
  const { nodes } = answerable.page.data;
  const head = (query) => nodes[document.querySelector(query)?.dataset.id]?.key;
  return [...document.querySelectorAll('.matrix-body .matrix-cell:not(.none)')].map((cell) => ({
    owner: head(`.row-head[data-row="${cell.dataset.row}"]`),
    rec: head(`.number-head[data-column="${cell.dataset.column}"]`),
    count: Number(cell.firstChild.data), joint: cell.classList.contains('joint'),
    late: Boolean(cell.querySelector('.late')) }));
}"""


def shown(page: Page, view: str = "Matrix") -> Page:
    page.get_by_role("button", name=view, exact=True).click()
    return page


def cells(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(CELLS)
    return found


def rows(page: Page) -> list[str]:
    return page.locator(".row-head").all_inner_texts()


def test_every_cell_counts_what_sparql_counts(wide: Opened, store: Store) -> None:
    expected = {(r["owner"], r["rec"]): (r["count"], r["shared"] == 1) for r in store.select(COUNTS).records()}
    found = {(cell["owner"], cell["rec"]): (cell["count"], cell["joint"]) for cell in cells(shown(wide.page))}
    assert found == expected
    assert len(found) > 4


def test_the_margins_add_up_to_all_assignments(wide: Opened, store: Store) -> None:
    page = shown(wide.page)
    [total] = store.select("SELECT (COUNT(?a) AS ?n) WHERE { ?a a ap:Assignment }").records()
    sums = [int(text) for text in page.locator(".sum").all_inner_texts()]
    assert sum(sums) == total["n"] == int(page.locator(".corner.total").nth(2).inner_text())


@pytest.mark.parametrize("day", ["2019-05-15", "2020-05-15", "2021-06-01"])
def test_what_is_overdue_is_marked_as_the_question_answers(wide: Opened, store: Store, day: str) -> None:
    page = shown(wide.page)
    page.evaluate("(day) => answerable.page.setAsAt(day)", day)
    owned = {}
    for row in store.select("SELECT ?a ?owner ?rec WHERE { ?a ap:of ?rec ; ap:owner ?owner }").records():
        owned.setdefault(row["a"], []).append((row["owner"], row["rec"]))
    late = {pair for row in ask(store, "overdue", as_at=day, only="yes").records() for pair in owned[row["iri"]]}
    assert {(cell["owner"], cell["rec"]) for cell in cells(page) if cell["late"]} == late


def test_the_heaviest_come_first_or_those_who_share_work_stand_together(wide: Opened) -> None:
    page = shown(wide.page)
    assert rows(page)[0] == "Regional Managers"
    page.get_by_role("button", name="By likeness").click()
    assert rows(page)[1] == "Director of Operations", "it shares work with both others and stands between them"
    again = rows(page)
    page.get_by_role("button", name="By load").click()
    page.get_by_role("button", name="By likeness").click()
    assert rows(page) == again


def test_keys_move_through_the_cells_and_enter_chooses(wide: Opened) -> None:
    page = shown(wide.page)
    grid = page.get_by_role("grid")
    grid.focus()

    def active() -> str:
        return page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).ariaLabel"
        )

    assert active().startswith("Regional Managers; Recommendation 1, Northmoor CRC, 2019: 2 assignments")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert active() == "Director of Operations; Recommendation 2, Northmoor CRC, 2019: nothing"
    page.keyboard.press("Home")
    assert active().startswith("Director of Operations: 2 assignments")
    page.keyboard.press("Control+Home")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    assert active().startswith("Northmoor CRC, 2019: 2 recommendations")
    page.keyboard.press("ArrowRight")
    assert active().startswith("Northmoor CRC, 2020: 2 recommendations")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Recommendation 1, Northmoor CRC, 2020"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "grid"


def test_the_grid_says_how_large_it_is_and_where_each_cell_stands(wide: Opened) -> None:
    page = shown(wide.page)
    grid = page.get_by_role("grid")
    assert (grid.get_attribute("aria-rowcount"), grid.get_attribute("aria-colcount")) == ("6", "6")
    assert page.locator(".row-head").first.get_attribute("aria-colindex") == "1"
    assert grid.locator('[role="row"]').last.get_attribute("aria-rowindex") == "6"


def test_choosing_in_one_view_marks_it_in_the_others(wide: Opened) -> None:
    page = shown(wide.page)
    page.locator(".row-head", has_text="Director of Operations").click()
    assert page.locator("#panel h2").inner_text() == "Director of Operations"
    shown(page, "Timeline").get_by_role("button", name="Holders", exact=True).click()
    assert page.locator(".line-head.chosen").first.inner_text() == "Director of Operations"
    assert "Director of Operations" in shown(page, "Table").locator("tr[aria-current]").first.inner_text()
    page.locator("#panel .assignment .link").first.click()
    assert shown(page).locator(".number-head.chosen").count() == 1
    assert page.locator(".row-head.chosen").count() == 0


def test_a_filter_takes_rows_and_columns_away(wide: Opened, view: View) -> None:
    page = shown(wide.page)
    plan = next(node.key for node in view.nodes if node.label == "Northmoor CRC, 2020")
    page.evaluate("(key) => answerable.page.setFilter('plan', new Set([answerable.page.data.byKey.get(key)]))", plan)
    assert "Regional Managers" not in rows(page)
    assert page.locator(".number-head").count() == 2
    page.evaluate("answerable.page.setFilter('from', '2050-01-01')")
    assert "Nothing passes the filters" in page.locator("#matrix .note").inner_text()


def test_it_can_be_saved_as_a_picture_with_its_words_as_text(wide: Opened) -> None:
    page = shown(wide.page)
    for view in ("matrix", "timeline"):
        page.evaluate("(view) => answerable.page.show(view)", view)
        drawn = ET.fromstring(page.evaluate("answerable.svg()"))  # noqa: S314 - our own page's
        words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
        assert any("as at 2 March 2020" in (word or "") for word in words)
        assert {"Regional Managers", "Recommendation 1"} & set(words)


def test_much_is_rolled_up_says_so_and_opens(opened: Callable[..., Opened], much: Path) -> None:
    page = shown(opened(much, viewport={"width": 1440, "height": 900}).page)
    assert "one column for each of 25 plans" in page.locator("#matrix .note").inner_text()
    first = page.locator(".opener").first
    name = first.get_attribute("aria-label") or ""
    first.click()
    assert page.locator(".number-head:not(.opener)").count() == 5
    assert (
        page.get_by_role("columnheader", name=name.removeprefix("Open ").partition(":")[0]).first.get_attribute(
            "aria-expanded"
        )
        == "true"
    )
    page.get_by_role("grid").focus()
    page.keyboard.press("Control+Home")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert page.locator(".number-head:not(.opener)").count() == 0
    drawn = page.evaluate("document.querySelectorAll('#matrix [data-row]').length")
    assert drawn < 2500, "only what is in sight is in the document"
    page.keyboard.press("Control+End")
    assert page.locator("#matrix .active").count() == 1
