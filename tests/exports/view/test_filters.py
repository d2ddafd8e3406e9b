"""Filters: each count is what SPARQL counts, they combine, they are said in words, and the address keeps them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answerable.exports.view import View
from answerable.graph.questions import ask
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from conftest import Opened
    from playwright.sync_api import Page

    from answerable.graph.store import Store

COUNTED = """
SELECT ?label (COUNT(DISTINCT ?rec) AS ?n) WHERE {{
  ?rec a ap:Recommendation ; dcterms:isPartOf ?plan .
  {also}
  {choice}
}} GROUP BY ?label
"""
CHOICES = {
    "status": "?rec ap:responseStatus/skos:prefLabel ?label",
    "owner": "?own ap:of ?rec ; ap:owner/skos:prefLabel ?label",
    "plan": "?plan dcterms:source/ap:fileName ?label",
    "body": "?plan ap:inspected/skos:prefLabel ?label",
    "programme": "?rec ap:involves/skos:prefLabel ?label",
}
"""What each choice of a filter asks of the store; a plan is known by its file there and by its name on the page."""
TIME = """?a ap:of ?rec ; ap:dueBy ?day . OPTIONAL { ?a ap:update/ap:revisedDueBy ?new }
  FILTER(COALESCE(?new, ?day) >= "2019-06-01"^^xsd:date && COALESCE(?new, ?day) <= "2020-04-30"^^xsd:date)"""
PATTERNS = {
    "status": "?rec ap:responseStatus ap:agreed .",
    "owner": '?a ap:of ?rec ; ap:owner/skos:prefLabel "Regional Managers" .',
    "plan": '?plan dcterms:source/ap:fileName "northmoor-crc-2020.txt" .',
    "from": TIME,
    "to": "",
}
ALSO = {
    "nothing": {},
    "an answer": {"status": "agreed"},
    "an owner": {"owner": "Regional Managers"},
    "a time": {"from": "2019-06-01", "to": "2020-04-30"},
    "an answer and a plan": {"status": "agreed", "plan": "Northmoor CRC, 2020"},
    "an answer and a time": {"status": "agreed", "from": "2019-06-01", "to": "2020-04-30"},
}
"""What is set on the page; a filter is counted as if it were not set itself."""


def address(view: View, filters: dict[str, str]) -> str:
    keys = {node.label: node.key for node in view.nodes}
    return "#" + "&".join(f"{name}={keys.get(value, value)}" for name, value in filters.items())


@pytest.mark.parametrize("also", ALSO)
@pytest.mark.parametrize("name", CHOICES)
def test_every_count_is_what_sparql_counts_alone_and_with_other_filters(  # noqa: PLR0917 - fixtures and two cases
    at_large: Page, file: Path, store: Store, view: View, name: str, also: str
) -> None:
    filters = ALSO[also]
    named = {document.name: document.title for document in view.documents}
    others = " ".join(PATTERNS[key] for key in filters if key != name)
    choice = CHOICES[name].replace("?own ", "?a ") if "?a ap:of" in others else CHOICES[name]
    rows = store.select(COUNTED.format(also=others, choice=choice)).records()
    expected = {named.get(str(row["label"]), str(row["label"])).capitalize(): row["n"] for row in rows}
    at_large.goto(file.as_uri() + address(view, filters))
    counted = at_large.evaluate("(name) => answerable.choices(name)", name)
    assert {label.capitalize(): count for label, count in counted if count} == expected


KINDS = {
    "Recommendations": "BIND(?rec AS ?node)",
    "Plans": "BIND(?plan AS ?node)",
    "Posts": "?a ap:of ?rec ; ap:owner ?node . ?node a org:Post . FILTER NOT EXISTS { ?node a ap:PostGroup }",
    "Post groups": "?a ap:of ?rec ; ap:owner ?node . ?node a ap:PostGroup",
    "Programmes and systems": "?rec ap:involves ?node",
}
"""Which things of each kind hang on the recommendations that pass."""


@pytest.mark.parametrize("also", [each for each, filters in ALSO.items() if filters])
def test_every_kind_counts_what_hangs_on_what_passes(
    at_large: Page, file: Path, store: Store, view: View, also: str
) -> None:
    others = " ".join(PATTERNS[key] for key in ALSO[also])
    head = "SELECT (COUNT(DISTINCT ?node) AS ?n) WHERE { ?rec a ap:Recommendation ; dcterms:isPartOf ?plan ."
    counts = {kind: next(store.select(f"{head} {others} {hangs} }}").records())["n"] for kind, hangs in KINDS.items()}
    at_large.goto(file.as_uri() + address(view, ALSO[also]))
    shown = dict(at_large.evaluate("answerable.choices('kind')"))
    assert {kind: shown.get(kind, 0) for kind in KINDS} == counts


def test_a_list_shows_its_choices_with_their_counts_the_most_frequent_first(wide: Opened) -> None:
    wide.page.locator("summary", has_text="Owner").click()
    labels = wide.page.locator("details[open] .choices label")
    labels.first.wait_for(timeout=2000)
    assert [label.inner_text().split("\n") for label in labels.all()] == [
        ["Director of Operations", "2"],
        ["Head of Community Payback", "2"],
        ["Regional Managers", "2"],
    ]


def test_every_month_has_as_many_assignments_as_sparql_counts(wide: Opened, store: Store) -> None:
    rows = store.select(
        "SELECT ?month (COUNT(DISTINCT ?a) AS ?n) WHERE { "
        "?a ap:dueBy ?day . OPTIONAL { ?a ap:update/ap:revisedDueBy ?new } "
        "BIND(SUBSTR(STR(COALESCE(?new, ?day)), 1, 7) AS ?month) } GROUP BY ?month"
    ).records()
    months = wide.page.evaluate("answerable.months()")
    assert dict(months) == {row["month"]: row["n"] for row in rows}


@pytest.mark.parametrize("day", ["2019-01-01", "2019-05-15", "2019-07-01", "2020-05-01", "2020-08-01", "2021-04-01"])
def test_what_is_overdue_on_a_day_is_what_the_question_of_the_library_says(
    at_large: Page, store: Store, day: str
) -> None:
    answer = ask(store, "overdue", as_at=date.fromisoformat(day))
    assert isinstance(answer, Rows)
    said = Counter(str(row["overdue"]) for row in answer.records())
    at_large.evaluate("(day) => answerable.page.setAsAt(day)", day)
    found = at_large.evaluate("answerable.page.data.assignments.map(answerable.page.overdue)")
    assert Counter(filter(None, found)) == said


def test_what_is_set_is_said_in_words_and_taken_off_one_by_one_or_all_at_once(
    opened: Callable[..., Opened], file: Path, view: View
) -> None:
    filters = {"owner": "Regional Managers", "status": "agreed", "from": "2019-03-01"}
    page = opened(file, address(view, filters)).page
    words = page.locator("#set-filters")
    assert [chip.inner_text() for chip in words.locator(".chip").all()] == [
        "Answer: Agreed ×",
        "Owner: Regional Managers ×",
        "Due from March 2019 ×",
    ]
    assert "Showing 1 of 4 recommendations and 1 of 6 assignments." in words.inner_text()
    words.get_by_role("button", name="Remove filter: Owner: Regional Managers").click()
    assert "2 of 4 recommendations" in words.inner_text()
    words.get_by_role("button", name="Clear all filters").click()
    assert "Showing all 4 recommendations and all 6 assignments." in words.inner_text()
    assert "#" not in page.url


def test_how_a_view_is_set_out_stands_in_its_address(opened: Callable[..., Opened], file: Path) -> None:
    page = opened(file, "#view=timeline&lines=post&groups=body&order=sideways").page
    assert page.get_by_role("button", name="Holders", exact=True).get_attribute("aria-pressed") == "true"
    assert page.get_by_role("button", name="By body", exact=True).get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="By plan", exact=True).click()
    assert page.evaluate("location.hash") == "#view=timeline&lines=post"
    page.evaluate("answerable.page.show('matrix')")
    page.get_by_role("button", name="By likeness").click()
    assert page.evaluate("location.hash") == "#view=matrix&order=likeness&lines=post"
    page.go_back()
    assert page.get_by_role("button", name="By load").get_attribute("aria-pressed") == "true"


def test_a_filter_is_set_by_keyboard_and_going_back_takes_it_off(wide: Opened) -> None:
    page = wide.page
    page.locator("summary", has_text="Answer").focus()
    page.keyboard.press("Enter")
    page.locator("details[open] .choices input").first.wait_for(timeout=2000)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "status=agreed" in page.url
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Escape")
    assert page.locator("details[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.go_back()
    page.wait_for_function("!location.hash")
    assert "Showing all 4 recommendations" in page.locator("#set-filters").inner_text()


def test_the_ends_of_the_slider_are_moved_by_the_arrow_keys_month_by_month(wide: Opened) -> None:
    page = wide.page
    page.locator("summary", has_text="Dates").click()
    low = page.get_by_role("slider", name="Due from")
    low.focus()
    assert low.get_attribute("aria-valuetext") == "April 2019"
    page.keyboard.press("ArrowRight")
    assert low.get_attribute("aria-valuetext") == "May 2019"
    assert "from=2019-05-01" in page.url
    assert "Due from May 2019" in page.locator("#set-filters").inner_text()
    page.keyboard.press("Home")
    assert "from" not in page.url


def test_filters_that_leave_nothing_say_what_to_do(opened: Callable[..., Opened], file: Path) -> None:
    page = opened(file, "#from=2031-01-01").page
    assert "Nothing fits all of these filters; take one off." in page.locator("#set-filters").inner_text()


def test_what_an_address_names_and_nobody_knows_is_left_out(opened: Callable[..., Opened], file: Path) -> None:
    seen = opened(file, "#id=https://elsewhere.example/x&view=cinema&asAt=yesterday&owner=nobody&from=2020-02-31")
    assert "Showing all 4 recommendations" in seen.page.locator("#set-filters").inner_text()
    assert seen.complaints == []
