"""Recommendations that run across their row stand in their own column again, answers in theirs."""

from __future__ import annotations

import pytest

from answerable.extract.document import NOTHING
from answerable.extract.plan.mend import lift_headings
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from tests.extract.plan.mend.printing import printed, row, rows

ANSWER = {"number": "", "recommendation": "", "status": "Agreed", "response": "Plans will be read."}
"""An answer whose recommendation must stand above it."""
EMPTY = {"number": "", "recommendation": "", "status": "", "response": "", "owner": "", "due": ""}


def lifted(*lines: dict[str, str]) -> list[dict[str, str]]:
    return [printed(line) for line in lift_headings(rows(*lines)) if isinstance(line, PlanRow)]


def is_lifted(*lines: dict[str, str]) -> bool:
    """Whether the first row of some is taken for a recommendation across it."""
    first, *_ = lift_headings(rows(*lines))
    assert isinstance(first, PlanRow)
    return first.across


def test_words_across_a_row_are_put_together_in_order() -> None:
    found = lifted({"number": "3.", "status": "See every", "response": "person in", "owner": "private", "due": "–"})
    assert found == [{"number": "3.", "recommendation": "See every person in private"}]
    found = lifted({"number": "3.", "status": "See every", "response": "person in room", "due": "12"})
    assert found == [{"number": "3.", "recommendation": "See every person in room 12"}]


@pytest.mark.parametrize(
    ("cells", "number", "text"),
    [
        ({"status": "12. See every", "response": "person"}, "12.", "See every person"),
        ({"status": "12) See every", "response": "person"}, "12)", "See every person"),
        ({"status": "12 See every", "response": "person"}, "12", "See every person"),
        ({"number": "see", "status": "12 See every", "response": "person"}, "", "see 12 See every person"),
        ({"number": "2", "status": "12 See every", "response": "person"}, "2", "12 See every person"),
        ({"status": "12 see every", "response": "person"}, "", "12 see every person"),
        ({"status": "1234 See every", "response": "person"}, "", "1234 See every person"),
    ],
)
def test_a_number_stands_in_its_column_or_opens_the_words(cells: dict[str, str], number: str, text: str) -> None:
    assert lifted(cells) == [{"number": number, "recommendation": text} if number else {"recommendation": text}]


@pytest.mark.parametrize(
    "row",
    [
        {"number": "3", "status": "", "response": "See every person"},
        {"status": "See every", "response": "person"},
        {"recommendation": "See every", "status": "person"},
        {"response": "See every person"},
        {"status": "See every", "due": "of may"},
    ],
    ids=["a number", "words for an answer", "both columns", "an answer below", "the end of a sentence, small"],
)
def test_a_row_is_a_recommendation_where_its_answer_stands_below(row: dict[str, str]) -> None:
    assert is_lifted(row, ANSWER)


@pytest.mark.parametrize(
    ("row", "below"),
    [
        ({"number": "3", "status": "Agreed", "response": "Plans"}, ANSWER),
        ({"response": "Plans"}, ANSWER | {"status": ""}),
        ({"response": "Plans"}, ANSWER | {"status": "See every"}),
        ({"response": "Plans"}, ANSWER | {"number": "4"}),
        ({"response": "Plans"}, ANSWER | {"recommendation": "See every person"}),
        ({"response": "Plans", "owner": "Governor"}, ANSWER),
        ({"response": "Plans", "due": "May 2021"}, ANSWER),
        ({"status": "See every", "owner": "Governor"}, ANSWER),
        ({"number": "see", "response": "Plans", "owner": "Governor"}, ANSWER),
        ({"recommendation": "See every", "status": ""}, ANSWER),
        ({"recommendation": "See every", "status": "person", "owner": "Governor"}, ANSWER),
        ({"recommendation": "See every", "status": "person"}, ANSWER | {"number": "4"}),
        ({"recommendation": "See every", "status": "person"}, EMPTY),
        ({"number": "3", "recommendation": "See", "status": "", "response": "Plans"}, ANSWER),
    ],
)
def test_other_rows_stay_as_they_are(row: dict[str, str], below: dict[str, str]) -> None:
    assert lifted(row, below)[0] == {role: text for role, text in row.items() if text}
    assert not is_lifted(row, below)


def test_a_row_of_a_response_with_nothing_below_it_stays() -> None:
    assert not is_lifted({"response": "Plans"})
    assert not is_lifted({"recommendation": "See every", "status": "person"})


def test_the_answer_below_is_looked_for_beyond_headings() -> None:
    line, section, answer = row(1, response="See every person"), Section(NOTHING, concern=True), row(2, **ANSWER)
    first, second, third = lift_headings([line, section, answer])
    assert isinstance(first, PlanRow)
    assert (first.across, second, third) == (True, section, answer)


def test_only_the_row_right_below_counts() -> None:
    assert [line.get("recommendation") for line in lifted({"response": "Plans"}, {"response": "See it"}, ANSWER)] == [
        None,
        "See it",
        None,
    ]


def test_an_answer_at_the_end_of_the_first_cell_is_taken_out_of_the_sentence() -> None:
    found = lifted({"number": "3", "update": "Let every Agreed", "response": "person be seen"})
    assert found == [{"number": "3", "recommendation": "Let every person be seen", "status": "Agreed"}]


@pytest.mark.parametrize("words", ["Let every Agreed person", "Let every agreed", "Agreed"])
def test_other_words_are_no_answer_in_a_sentence(words: str) -> None:
    (found,) = lifted({"number": "3", "update": words, "response": "be seen"})
    assert found == {"number": "3", "recommendation": f"{words} be seen"}


def test_a_response_in_the_same_cell_is_parted_at_its_formula() -> None:
    found = lifted({"number": "3", "response": "See people in private.", "owner": "This recommendation is agreed. Yes"})
    assert found == [
        {"number": "3", "recommendation": "See people in private.", "response": "This recommendation is agreed. Yes"}
    ]
    only = lifted({"number": "3", "response": "This recommendation is agreed."})
    assert only == [{"number": "3", "recommendation": "This recommendation is agreed."}]


def test_a_row_of_a_number_alone_is_no_damage() -> None:
    (found,) = lift_headings([row(number="3", response="–")])
    assert isinstance(found, PlanRow)
    assert (found.across, printed(found)) == (False, {"number": "3"})


# Answers at the head of the response.


@pytest.mark.parametrize(
    "cells", [{"response": "Agreed Plans will be read."}, {"status": "", "response": "Agreed Plans will be read."}]
)
def test_an_answer_whose_column_is_lost_stands_at_the_head_of_the_response(cells: dict[str, str]) -> None:
    assert lifted(cells | {"number": "1"}) == [
        {"number": "1", "status": "Agreed", "response": "Plans will be read."},
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"number": "1", "status": "Not Agreed", "response": "Agreed Plans will be read."},
        {"recommendation": "See people", "status": "", "response": "Agreed Plans will be read."},
        {"recommendation": "See people", "response": "Plans will be Agreed."},
    ],
)
def test_an_answer_stays_in_a_response_that_has_one_or_a_column_for_it(cells: dict[str, str]) -> None:
    assert lifted(cells)[0] == {role: text for role, text in cells.items() if text}


def test_a_response_with_its_answer_may_stand_beside_a_recommendation_without_that_column() -> None:
    assert lifted({"recommendation": "See people", "response": "Agreed Plans will be read."}) == [
        {"recommendation": "See people", "status": "Agreed", "response": "Plans will be read."}
    ]
