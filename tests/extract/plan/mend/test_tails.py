"""The ends of a wide cell's lines in the column beside it go back, or are kept beside the text."""

from __future__ import annotations

import pytest

from answerable.extract.document import NOTHING
from answerable.extract.plan.mend import return_tails
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from tests.extract.plan.mend.printing import printed, row


def returned(**cells: str) -> PlanRow:
    (found,) = return_tails([row(**cells)])
    assert isinstance(found, PlanRow)
    return found


def test_the_end_of_the_recommendation_before_its_answer_goes_back() -> None:
    found = returned(recommendation="See people as", status="often as their plan requires Partly Agreed")
    assert printed(found) == {
        "recommendation": "See people as often as their plan requires",
        "status": "Partly Agreed",
    }
    assert found.damaged


@pytest.mark.parametrize(
    "cells",
    [
        {"recommendation": "See people", "status": "agreed"},
        {"recommendation": "See people", "status": "Agreed"},
        {"recommendation": "See people", "status": "Often Agreed"},
        {"recommendation": "See people", "status": "as often as Needed"},
        {"recommendation": "See people", "status": "agreed - with Agreed"},
        {"status": "as often as their plan requires Agreed"},
        {"recommendation": "See people", "status": ""},
    ],
)
def test_other_words_in_the_column_of_answers_stay(cells: dict[str, str]) -> None:
    found = returned(**cells)
    assert (found.cells, found.damaged) == (row(**cells).cells, False)


@pytest.mark.parametrize(
    ("owner", "tail", "rest"),
    [
        ("and what was decided. Engagement Lead", "and what was decided.", {"owner": "Engagement Lead"}),
        ("and sent! Head of Safety. Governor", "and sent!", {"owner": "Head of Safety. Governor"}),
        ("and what was decided.", "and what was decided.", {}),
    ],
)
def test_the_end_of_the_response_before_its_owner_goes_back(owner: str, tail: str, rest: dict[str, str]) -> None:
    found = returned(response="Minutes say who came", owner=owner)
    assert printed(found) == {"response": f"Minutes say who came {tail}", **rest}
    assert found.damaged


@pytest.mark.parametrize(
    "cells",
    [
        {"response": "Minutes are kept", "owner": "head of quality"},
        {"response": "Minutes are kept", "owner": "head of quality."},
        {"response": "Minutes are kept", "owner": "Minutes decided. Engagement Lead"},
        {"response": "Minutes are kept", "owner": "and what was decided"},
        {"response": "Minutes are kept", "owner": "All that was decided."},
        {"owner": "and what was decided. Engagement Lead"},
        {"response": "Minutes are kept", "owner": ""},
    ],
)
def test_other_words_in_the_column_of_owners_stay(cells: dict[str, str]) -> None:
    found = returned(**cells)
    assert (found.cells, found.damaged) == (row(**cells).cells, False)


def test_a_tail_of_an_empty_cell_is_all_that_it_says() -> None:
    assert (
        printed(returned(recommendation="", status="see people often Agreed"))["recommendation"] == "see people often"
    )


def test_a_tail_is_put_to_the_last_paragraph() -> None:
    line = row(response="Minutes are", owner="kept by all. Governor")
    first = row(response="Plans are read.").cells[Role.RESPONSE].paragraphs
    cell = line.cells[Role.RESPONSE]
    two = type(cell)(cell.column, (*first, *cell.paragraphs))
    (found,) = return_tails([PlanRow(line.place, {**line.cells, Role.RESPONSE: two}, cut=False)])
    assert isinstance(found, PlanRow)
    assert printed(found)["response"] == "Plans are read.|Minutes are kept by all."


def test_ragged_ends_in_the_column_of_dates_are_kept_beside_the_text() -> None:
    found = returned(response="Minutes say who", due="came and what|was said")
    assert (printed(found), found.tail.text, found.damaged) == (
        {"response": "Minutes say who"},
        "came and what was said",
        True,
    )


@pytest.mark.parametrize(
    "due", ["May 2021", "by May 2021", "subject to funding", "Came and went", "(came)", "ongoing", ""]
)
def test_dates_and_conditions_stay(due: str) -> None:
    found = returned(response="Minutes say who", due=due)
    assert (found.text(Role.DUE), found.tail, found.damaged) == (due, NOTHING, False)


@pytest.mark.parametrize(
    ("above", "cut", "kept"), [("End of", True, True), ("End of", False, False), ("May 2021", True, False)]
)
def test_what_a_page_cut_off_a_date_is_no_tail(above: str, cut: bool, kept: bool) -> None:
    _, found = return_tails([row(1, due=above), row(2, due="the next quarter", cut=cut)])
    assert isinstance(found, PlanRow)
    assert (found.text(Role.DUE) == "the next quarter") == kept


def test_headings_and_recommendations_across_their_row_stay_as_they_are() -> None:
    section, line = Section(NOTHING), row(due="came and what")
    across = PlanRow(line.place, line.cells, cut=False, across=True)
    assert list(return_tails([section, across])) == [section, across]
