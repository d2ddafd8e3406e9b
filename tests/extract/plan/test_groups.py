"""Which row begins a recommendation, under which heading, and what is left over; row by row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.extract.document import Passage, Piece, Place
from answerable.extract.plan.grouping import Grouped, group_rows
from answerable.extract.plan.sections import Section
from tests.extract.plan.mend.printing import row, rows

FIRST = {"number": "1", "recommendation": "Improve plans.", "status": "Agreed", "response": "Plans will be read."}


def numbered(found: Grouped) -> list[tuple[str, str, int]]:
    """The number, the text and the count of rows of each recommendation."""
    return [(group.number.text, group.text.text, len(group.rows)) for group in found.groups]


def grouped(*lines: dict[str, str]) -> list[tuple[str, str, int]]:
    return numbered(group_rows(rows(*lines)))


def words(text: str) -> Passage:
    return Passage((Piece(text, Place()),))


@pytest.mark.parametrize(
    ("cells", "number", "text"),
    [
        ({"number": "Rec. 4", "recommendation": "See people"}, "4", "See people"),
        ({"number": "4", "recommendation": "5. See people"}, "4", "5. See people"),
        ({"number": "", "recommendation": "5. See people"}, "5", "See people"),
        ({"number": "", "recommendation": "5.2.1: ‘See’ people"}, "5.2.1", "‘See’ people"),
        ({"number": "", "recommendation": "5.2 (See) people"}, "5.2", "(See) people"),
        ({"number": "", "recommendation": "5 See people"}, "", "5 See people"),
        ({"recommendation": "5 See people"}, "5", "See people"),
        ({"recommendation": "5.2 See people"}, "5.2", "See people"),
        ({"recommendation": "5 people"}, "", "5 people"),
        ({"recommendation": "2021. See people"}, "", "2021. See people"),
        ({"number": "see", "recommendation": "5. See people"}, "", "5. See people"),
    ],
)
def test_a_number_stands_in_its_column_or_at_the_head_of_the_text(
    cells: dict[str, str], number: str, text: str
) -> None:
    assert grouped({**cells, "status": "Agreed"}) == [(number, text, 1)]


@pytest.mark.parametrize(
    "cells",
    [
        {"number": "7"},
        {"recommendation": "See people.", "status": "Agreed"},
        {"recommendation": "See people.", "response": "They will be seen."},
    ],
)
def test_a_number_or_a_text_with_an_answer_or_a_response_begins_the_first(cells: dict[str, str]) -> None:
    assert len(grouped(cells)) == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"status": "Agreed", "response": "They will be seen."},
        {"recommendation": "See people.", "status": "often", "owner": "Governor"},
        {"response": "They will be seen."},
    ],
)
def test_other_rows_before_the_first_belong_to_none(cells: dict[str, str]) -> None:
    found = group_rows(rows(cells, FIRST))
    assert ([line.place.row for line in found.orphans], numbered(found)) == ([1], [("1", "Improve plans.", 1)])


def test_a_recommendation_across_its_row_may_be_the_first() -> None:
    across = replace(row(recommendation="See people in private and"), across=True)
    assert numbered(group_rows([across])) == [("", "See people in private and", 1)]


@pytest.mark.parametrize(
    ("below", "recommendations"),
    [
        ({"number": "2"}, 2),
        ({"number": "1."}, 1),
        ({"number": "1", "recommendation": "IMPROVE PLANS", "status": "Agreed"}, 1),
        ({"number": "1", "recommendation": "Find offices.", "status": "Agreed"}, 2),
        ({"number": "1", "recommendation": "Find offices.", "status": ""}, 1),
        ({"number": "", "recommendation": "Find offices.", "status": "Agreed"}, 2),
        ({"number": "", "recommendation": "find offices.", "status": "Agreed"}, 2),
        ({"number": "", "recommendation": "Find offices.", "status": "", "response": "Yes.", "owner": "Governor"}, 1),
        ({"number": "", "recommendation": "Find offices.", "response": "Yes.", "owner": "Governor"}, 2),
        ({"number": "", "recommendation": "find offices.", "response": "Yes.", "owner": "Governor"}, 1),
        ({"number": "", "recommendation": "Find offices.", "response": "Yes."}, 1),
        ({"number": "", "recommendation": "Find offices.", "owner": "Governor"}, 1),
        ({"number": "", "recommendation": "Improve plans", "response": "Yes.", "owner": "Governor"}, 1),
        ({"response": "Rotas will change."}, 1),
    ],
)
def test_whether_a_row_begins_another_or_goes_on(below: dict[str, str], recommendations: int) -> None:
    assert len(grouped(FIRST, below)) == recommendations


def test_the_text_of_a_row_that_goes_on_is_put_to_it_but_once() -> None:
    below = {"number": "", "recommendation": "and offices.", "status": ""}
    cut = FIRST | {"recommendation": "Improve plans"}
    assert grouped(cut, below, below | {"recommendation": "Improve plans and offices", "response": "Yes."}) == [
        ("1", "Improve plans and offices.", 3)
    ]


def test_an_answer_below_a_text_that_goes_on_is_its_answer() -> None:
    open_end = FIRST | {"recommendation": "Improve plans and", "status": ""}
    assert grouped(open_end, {"number": "", "recommendation": "offices.", "status": "Agreed"}) == [
        ("1", "Improve plans and offices.", 2)
    ]
    assert (
        len(grouped(open_end | {"recommendation": "Improve plans."}, {"recommendation": "Find", "status": "Agreed"}))
        == 2
    )


@pytest.mark.parametrize(("status", "recommendations"), [("Agreed", 2), ("", 1)])
def test_words_across_a_row_begin_another_where_the_one_above_is_answered(status: str, recommendations: int) -> None:
    across = replace(row(2, recommendation="See people in private and"), across=True)
    assert len(group_rows([row(1, **(FIRST | {"status": status})), across]).groups) == recommendations


def test_a_text_below_a_new_heading_is_another() -> None:
    below = {"recommendation": "Find offices.", "status": ""}
    heading = Section(words("To the governor"), words("the governor"))
    first, second = rows(FIRST, below)
    found = group_rows([first, heading, second])
    assert [group.section for group in found.groups] == [None, heading]
    assert len(group_rows([heading, first, second]).groups) == 1


@pytest.mark.parametrize(
    ("cells", "is_heading"),
    [
        ({"recommendation": "Respect"}, True),
        ({"recommendation": "R" * 80}, True),
        ({"recommendation": "R" * 81}, False),
        ({"recommendation": "respect"}, False),
        ({"recommendation": "Respect."}, False),
        ({"recommendation": "Respect", "owner": "Governor"}, False),
        ({"number": "Respect"}, True),
        ({"number": "R" * 80}, True),
        ({"number": "R" * 81}, False),
        ({"number": "respect"}, False),
        ({"number": "2"}, False),
        ({"owner": "Respect"}, False),
        ({"recommendation": "–"}, False),
    ],
)
def test_words_alone_between_recommendations_are_a_heading(cells: dict[str, str], is_heading: bool) -> None:
    found = group_rows(rows(FIRST, cells))
    assert bool(found.headings) == is_heading
    assert len(found.groups[0].rows) + len(found.groups[1:]) + len(found.headings) == 2


def test_words_alone_are_no_heading_where_the_text_above_is_not_finished_or_they_run_across() -> None:
    assert not group_rows(rows(FIRST | {"recommendation": "Improve plans for"}, {"recommendation": "Octon"})).headings
    assert group_rows(rows({"recommendation": "Respect"}, FIRST)).headings
    assert not group_rows([replace(row(recommendation="Respect"), across=True)]).headings


def test_words_in_the_columns_of_numbers_and_answers_that_are_neither_are_strays() -> None:
    lines = rows(
        FIRST | {"status": "often"},
        {"number": "see", "status": "Agreed"},
        {"number": "1.", "status": "people"},
        {"number": "", "status": "", "response": "Yes."},
        {"number": "across", "status": "across", "response": "Yes."},
    )
    (group,) = group_rows([*lines[:-1], replace(lines[-1], across=True, cells=lines[3].cells)]).groups[:1]
    assert [stray.text for stray in group.strays] == ["see", "people"]


ADDRESSEE, CONCERN = words("the governor"), words("Key concerns")


@pytest.mark.parametrize(
    ("outer", "inner", "addressee", "concern", "level"),
    [
        (Section(ADDRESSEE, ADDRESSEE), Section(CONCERN, concern=True, level="key"), ADDRESSEE, True, "key"),
        (Section(ADDRESSEE, ADDRESSEE), Section(CONCERN, subject=True), ADDRESSEE, False, None),
        (Section(ADDRESSEE, ADDRESSEE), Section(CONCERN), None, False, None),
        (Section(CONCERN, concern=True, level="key"), Section(ADDRESSEE, ADDRESSEE), ADDRESSEE, False, None),
        (Section(ADDRESSEE, ADDRESSEE), Section(CONCERN, CONCERN, concern=True), CONCERN, True, None),
        (None, Section(CONCERN, concern=True), None, True, None),
    ],
)
def test_a_heading_within_another(
    outer: Section | None, inner: Section, addressee: Passage | None, concern: bool, level: str | None
) -> None:
    headings = [outer, inner] if outer else [inner]
    (group,) = group_rows([*headings, row(**FIRST)]).groups
    assert group.section is not None
    assert (group.section.addressee, group.section.concern, group.section.level) == (addressee, concern, level)
