"""Columns: found by what their headings say and, where those leave it open, by what stands below them."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.records import Recommendation
from tests.extract.plans import (
    COLUMNS,
    FIRST,
    LAYOUTS,
    SECOND,
    Reads,
    actions_of,
    only,
    pairs_of,
    plan_row,
    read_text,
)

Said = tuple[str, str, str | None, list[str], list[tuple[str, str]]]


def said(recommendation: Recommendation) -> Said:
    """What the six usual columns say."""
    return (
        recommendation.number,
        recommendation.text,
        recommendation.status,
        actions_of(recommendation),
        pairs_of(recommendation),
    )


EXPECTED: Final[list[Said]] = [
    (row["number"], row["text"], row["status"], [row["response"]], [(row["owner"], row["due"])])
    for row in (FIRST, SECOND)
]

WORDINGS = {
    "number": ["Rec No", "Rec No.", "No.", "No", "Rec", "Ref", "Number", "Rec. number", "Item", "**1. Rec<br>No**"],
    "text": ["Recommendation", "Recommendations", "<b>2. Recommendation</b>", "Recommendation made"],
    "status": [
        "Agreed/ Partly Agreed/ Not Agreed",
        "Agreed/Partly<br>Agreed/Not<br>Agreed",
        "Status",
        "Accepted / Rejected",
        "Agreed?",
        "Agree / partly agree / disagree",
    ],
    "response": [
        "Response Action Taken/Planned",
        "Response",
        "Action",
        "Actions",
        "Actions planned",
        "Action Taken / Planned",
        "Response to recommendation",
        "Response Action Taken/Planned (Original)",
    ],
    "owner": [
        "Responsible Owner (including named individuals and their functional role or department)",
        "Responsible / Policy Lead",
        "Responsible Owner",
        "Action Owner",
        "Owner",
        "Lead",
        "By whom",
        "Who",
        "Responsibility",
        "Accountable lead",
    ],
    "due": [
        "Target Date",
        "Target date",
        "Timescale",
        "By when",
        "When",
        "Deadline",
        "Completion date",
        "Due date",
        "Original Target Date",
        "Date",
    ],
}


@pytest.mark.parametrize(("name", "wording"), [(name, wording) for name in WORDINGS for wording in WORDINGS[name]])
def test_a_column_is_known_by_any_of_its_usual_wordings(read: Reads, name: str, wording: str) -> None:
    record = read(FIRST, SECOND, columns=COLUMNS | {name: wording})
    assert [said(each) for each in record.recommendations] == EXPECTED


@given(st.permutations(list(COLUMNS)), st.sampled_from(sorted(LAYOUTS)))
def test_columns_stand_in_any_order(order: list[str], layout: str) -> None:
    record = read_text(LAYOUTS[layout]([FIRST, SECOND], {name: COLUMNS[name] for name in order}))
    assert [said(each) for each in record.recommendations] == EXPECTED


@given(st.fixed_dictionaries({name: st.sampled_from(WORDINGS[name]) for name in WORDINGS}))
def test_wordings_go_together_in_any_way(columns: dict[str, str]) -> None:
    record = read_text(LAYOUTS["tabs"]([FIRST, SECOND], columns))
    assert [said(each) for each in record.recommendations] == EXPECTED


@pytest.mark.parametrize(
    "columns",
    [
        COLUMNS | {"response": "What we will do"},
        COLUMNS | {"owner": "Name"},
        COLUMNS | {"due": ""},
        COLUMNS | {"number": ""},
        COLUMNS | {"number": "#"},
        COLUMNS | {"status": "Response"},
        COLUMNS | {"status": "Decision"},
        COLUMNS | {"text": "What the report said"},
        COLUMNS | {"text": "", "number": ""},
    ],
    ids=lambda columns: ", ".join(name for name in columns if columns[name] != COLUMNS[name]),
)
def test_where_a_heading_says_nothing_the_cells_below_it_decide(read: Reads, columns: dict[str, str]) -> None:
    record = read(FIRST, SECOND, columns=columns)
    assert [said(each) for each in record.recommendations] == EXPECTED


@pytest.mark.parametrize("place", range(7))
def test_a_column_that_says_nothing_of_the_plan_is_passed_over(read: Reads, place: int) -> None:
    names = list(COLUMNS)
    columns = {name: (COLUMNS | {"rag": "RAG rating"})[name] for name in [*names[:place], "rag", *names[place:]]}
    record = read(FIRST | {"rag": "Green"}, SECOND | {"rag": "Amber"}, columns=columns)
    assert [said(each) for each in record.recommendations] == EXPECTED


def test_updates_and_revised_dates_have_columns_of_their_own(read: Reads) -> None:
    columns = {
        "number": "Rec",
        "status": "Status",
        "response": "Response Action Taken/Planned (Original)",
        "due": "Original Target Date",
        "owner": "Action Owner",
        "update": "Twelve Month & Final Update",
        "revised": "Revised Target Date",
        "text": "Recommendation",
    }
    more = {"update": "All offices were visited by the end of the year.", "revised": "March 2021"}
    (assignment,) = only(read(FIRST | more, columns=columns)).assignments
    assert (assignment.due.text, assignment.revised_text, assignment.update) == (
        "May 2020",
        "March 2021",
        more["update"],
    )
    assert assignment.revised_due
    assert assignment.revised_due.to == "2021-03"


def test_a_plan_without_a_column_of_answers_has_none(read: Reads) -> None:
    columns = {name: COLUMNS[name] for name in COLUMNS if name != "status"}
    record = read(FIRST, SECOND, columns=columns)
    assert [each.status for each in record.recommendations] == [None, None]
    assert [pairs_of(each) for each in record.recommendations] == [expected[-1] for expected in EXPECTED]


def test_a_plan_without_a_column_of_dates_has_owners_all_the_same(read: Reads) -> None:
    columns = {name: COLUMNS[name] for name in COLUMNS if name != "due"}
    assert pairs_of(only(read(FIRST, columns=columns))) == [("Head of Quality", "")]


def test_words_that_ended_a_response_stay_where_they_are_in_a_table_without_responses() -> None:
    columns = {name: COLUMNS[name] for name in ("number", "text", "status", "owner", "due")}
    row = plan_row("1", "See to it that all is well", "Agreed", owner="and what the board decided.", due="May 2020")
    found = only(read_text(LAYOUTS["tabs"]([row], columns)))
    assert pairs_of(found) == [("and what the board decided.", "May 2020")]
