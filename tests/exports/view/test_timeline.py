"""The timeline: its dates, slips and marks are what the store says, and keys move through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from answerable.exports.facts.words import day_in_words

if TYPE_CHECKING:
    from conftest import Opened
    from playwright.sync_api import Page

    from answerable.graph.store import Store

DATES = """
SELECT ?rec ?number ?first ?now WHERE {
  ?a a ap:Assignment ; ap:of ?rec ; ap:dueBy ?first . ?rec dcterms:identifier ?number
  OPTIONAL { ?a ap:update/ap:revisedDueBy ?now }
} ORDER BY ?rec ?first
"""


def spots(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        """() => [...document.querySelectorAll('.spot')].map((spot) => ({
          key: answerable.page.data.nodes[spot.dataset.id].key, says: spot.getAttribute('aria-label'),
          left: spot.offsetLeft, right: spot.offsetLeft + spot.offsetWidth }))"""
    )
    return found


@pytest.fixture
def page(wide: Opened) -> Page:
    wide.page.get_by_role("button", name="Timeline", exact=True).click()
    return wide.page


def test_every_date_and_every_slip_is_what_the_store_says(page: Page, store: Store) -> None:
    said = {(spot["key"], spot["says"]) for spot in spots(page)}
    for row in store.select(DATES).records():
        words = f"by {day_in_words(row['first'])}" + (f", moved to {day_in_words(row['now'])}" if row["now"] else "")
        assert any(key == row["rec"] and words in says for key, says in said), words
    dated = len(list(store.select(DATES).records()))
    assert len([says for _, says in said if " by " in says]) == dated
    assert sum("ongoing, with no end" in says for _, says in said) == 1


def test_later_dates_stand_further_right(page: Page) -> None:
    place = {
        spot["says"].partition(": ")[2].removeprefix("by ").partition(";")[0]: spot["right"] for spot in spots(page)
    }
    assert place["30 April 2019"] < place["31 May 2019"] < place["30 June 2019"] < place["30 April 2020"]
    assert place["31 July 2020, moved to 31 March 2021"] > place["30 April 2020"]


def test_overdue_is_told_by_shape_and_by_words(page: Page) -> None:
    page.evaluate("answerable.page.setAsAt('2019-05-15')")
    april = next(spot for spot in spots(page) if "30 April 2019" in spot["says"])
    assert april["says"].endswith("; overdue")
    assert not next(spot for spot in spots(page) if "30 June 2019" in spot["says"])["says"].endswith("overdue")
    assert page.locator('#timeline .timeline-row path[fill="var(--late)"]').count() == 1
    assert page.locator("#timeline text", has_text="As at 15 May 2019").count() == 1


def test_the_time_slider_narrows_the_axis(page: Page) -> None:
    years = "#timeline .timeline-axis text"
    assert "2019" in page.locator(years).all_text_contents()
    page.evaluate("answerable.page.setFilter('from', '2020-01-01')")
    assert "2019" not in page.locator(years).all_text_contents()


def test_lines_are_recommendations_or_holders_by_plan_or_by_body(page: Page) -> None:
    assert page.locator(".group-head").all_inner_texts() == ["Northmoor CRC, 2019", "Northmoor CRC, 2020"]
    page.get_by_role("button", name="Holders", exact=True).click()
    assert page.locator(".line-head").first.inner_text() == "Regional Managers"
    page.get_by_role("button", name="By body", exact=True).click()
    assert page.locator(".group-head").count() == 1
    assert page.locator(".line-head", has_text="Director of Operations").count() == 1


def test_keys_move_between_lines_and_dates_and_enter_chooses(page: Page) -> None:
    page.get_by_role("grid").focus()

    def active() -> str:
        return page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).ariaLabel"
        )

    assert active().startswith("Northmoor CRC, 2019: 4 assignments")
    page.keyboard.press("ArrowDown")
    assert active() == "Recommendation 1, agreed: 3 assignments"
    page.keyboard.press("ArrowRight")
    assert active().startswith("Recommendation 1: ")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Recommendation 1, Northmoor CRC, 2019"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "grid"


def test_on_a_narrow_screen_names_stand_over_their_lines(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.wait_for_timeout(100)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 400
    head, chart = page.locator(".line-head").first.bounding_box(), page.locator(".spot").first.bounding_box()
    assert head
    assert chart
    assert head["y"] + head["height"] <= chart["y"] + 2
