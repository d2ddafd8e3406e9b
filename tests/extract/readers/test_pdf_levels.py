"""What stands beside what on a page: links and pairs that order alone cannot give, and none where it may be chance."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from answerable.extract import read_source
from answerable.extract.records import Recommendation
from tests.extract.readers.drawing import EDGES, Sheet

RESPONSE, OWNER, DATE = 335.0, 575.0, 685.0
STEPS = (145.0, 187.0, 229.0, 271.0)
"""Where the four actions of the response begin; each fills two lines and has space below it."""


def plan(owners: Sequence[tuple[float, str]], dates: Sequence[tuple[float, str]]) -> Recommendation:
    sheet = Sheet()
    sheet.write(50, 60, "Action Plan: HMP Saltwick")
    sheet.grid((100, 130, 330), EDGES)
    sheet.headings(115)
    sheet.row(145, "1", "See to it that all is", "Agreed")
    for y, name in zip(STEPS, ("first", "second", "third", "fourth"), strict=True):
        sheet.write(RESPONSE, y, f"The prison will do the {name} thing and will tell", "everybody who works there.")
    for x, entries in ((OWNER, owners), (DATE, dates)):
        for y, text in entries:
            sheet.write(x, y, text)
    return read_source(sheet.file(), names=False).recommendations[0]


def beside(entries: Sequence[str], steps: Sequence[int]) -> list[tuple[float, str]]:
    return [(STEPS[step], text) for step, text in zip(steps, entries, strict=True)]


def links(found: Recommendation) -> list[tuple[str, str, tuple[int, ...] | None]]:
    return [(each.owner_text, each.due.text, each.actions) for each in found.assignments]


def test_owners_and_dates_beside_some_of_the_actions_own_those() -> None:
    found = plan(
        beside(["Head of Safety", "Governor", "Head of Work"], [0, 2, 3]),
        beside(["May 2024", "June 2024", "July 2024"], [0, 2, 3]),
    )
    assert links(found) == [
        ("Head of Safety", "May 2024", (0,)),
        ("Governor", "June 2024", (2,)),
        ("Head of Work", "July 2024", (3,)),
    ]
    assert {item.rule for item in found.assignments[1].evidence} == {"paired by order; linked by level on the page"}


def test_owners_and_dates_that_merely_follow_each_other_say_nothing_of_actions() -> None:
    stacked = [145.0, 159.0, 173.0]
    found = plan(
        list(zip(stacked, ("Head of Safety", "Governor", "Head of Work"), strict=True)),
        list(zip(stacked, ("May 2024", "June 2024", "July 2024"), strict=True)),
    )
    assert [each.actions for each in found.assignments] == [None, None, None]


def test_owners_and_dates_that_stand_beside_different_actions_say_nothing() -> None:
    found = plan(
        beside(["Head of Safety", "Governor"], [0, 2]),
        beside(["May 2024", "June 2024"], [1, 3]),
    )
    assert [each.actions for each in found.assignments] == [None, None]


def test_a_date_without_an_owner_beside_it_has_the_one_above() -> None:
    found = plan(
        beside(["Head of Safety", "Governor"], [0, 3]),
        beside(["May 2024", "June 2024", "July 2024"], [0, 1, 3]),
    )
    assert [(each.owner_text, each.due.text) for each in found.assignments] == [
        ("Head of Safety", "May 2024"),
        ("", "June 2024"),
        ("Governor", "July 2024"),
    ]
    assert [[owner.text for owner in each.owners] for each in found.assignments] == [
        ["Head of Safety"],
        ["Head of Safety"],
        ["Governor"],
    ]
    assert {item.rule.split(";")[0] for item in found.assignments[0].evidence} == {"paired by level on the page"}


@pytest.mark.parametrize("shift", [-3.0, 3.0])
def test_a_little_higher_or_lower_is_still_beside(shift: float) -> None:
    owners = [(y + shift, text) for y, text in beside(["Head of Safety", "Governor", "Head of Work"], [0, 2, 3])]
    found = plan(owners, beside(["May 2024", "June 2024", "July 2024"], [0, 2, 3]))
    assert [each.actions for each in found.assignments] == [(0,), (2,), (3,)]
