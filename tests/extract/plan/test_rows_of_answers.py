"""Rows that sound like headings are rows all the same."""

from __future__ import annotations

import pytest

from tests.extract.plans import Reads, Row, plan_row

PROSE = (
    "Booths will be built in two of the offices by the estates team, and the landlords of the two others will be asked "
    "for rooms on one day a week, as soon as can be."
)
LIST = "<p>The following actions will be taken:</p><ul><li>Read plans.</li></ul>"
SECOND = plan_row("2", "Second thing", "Agreed", PROSE, "Governor", "May 2020")


@pytest.mark.parametrize(
    "row",
    [
        plan_row("1", "Improve plans", "Agreed", "An action group will be set up.", "Quality Lead", "May 2020"),
        plan_row("1", "Reduce errors", "Agreed", "The response to risk will improve.", "Governor", "May 2020"),
        plan_row("1", "Improve plans", "Agreed", LIST, "Practice Lead", "May 2020"),
        plan_row("1", "Agree a date for owners", "Agreed", "We will.", "Lead, Reference Group", "When agreed"),
    ],
    ids=["an action group", "the response to risk", "actions in a list", "a date to be agreed"],
)
def test_a_row_of_answers_is_never_taken_for_headings(read: Reads, row: Row) -> None:
    assert [each.number for each in read(row, SECOND).recommendations] == ["1", "2"]
