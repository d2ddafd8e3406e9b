"""Columns that drift: an empty leading cell more or less, a part of the table with fewer or more columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import PageEnd, Row
from tests.damage.markup import after_first_tags

__all__ = ["drift", "without_columns"]

_LONGEST_PART: Final = 3
_MOST_BLANKS: Final = 4


def drift(rows: Sequence[Row], chance: Chance) -> Change | None:
    """Let the first row, or a part of the table that begins with it, drift."""
    ways = [_lose_cell, _gain_cell, _narrow_part, _wide_part]
    for way in chance.dice.sample(ways, len(ways)):
        if change := way(rows, chance):
            return change
    return None


def _change(lines: Sequence[Row | PageEnd], rows: Sequence[Row]) -> Change:
    return Change(tuple(lines), Damage(Kind.DRIFT, rows[0].number), len(rows))


def _gain_cell(rows: Sequence[Row], chance: Chance) -> Change:  # noqa: ARG001 - one of several ways, all called alike
    return _change([replace(rows[0], cells=("", *rows[0].cells), raw=None)], rows[:1])


def _lose_cell(rows: Sequence[Row], chance: Chance) -> Change | None:  # noqa: ARG001 - as above
    return None if rows[0].cells[0] else _change([without_columns(rows[0], 1)], rows[:1])


def _narrow_part(rows: Sequence[Row], chance: Chance) -> Change:
    """Print some rows on a page of their own without the first column; a number stands with the words after it."""
    part = rows[: chance.dice.randint(1, _LONGEST_PART)]
    return _change([PageEnd(), *(without_columns(row, 1) for row in part), PageEnd()], part)


def _wide_part(rows: Sequence[Row], chance: Chance) -> Change:
    part = rows[: chance.dice.randint(1, _LONGEST_PART)]
    blanks = ("",) * chance.dice.randint(1, _MOST_BLANKS)
    return _change([PageEnd(), *(replace(row, cells=row.cells + blanks, raw=None) for row in part), PageEnd()], part)


def without_columns(row: Row, count: int) -> Row:
    """Leave out the first columns of a row; what they print stands before the words of the next one."""
    left_out = " ".join(filter(None, row.cells[:count]))
    head = after_first_tags(row.cells[count], left_out) if left_out else row.cells[count]
    return replace(row, cells=(head, *row.cells[count + 1 :]), roles=row.roles[count:], raw=None)
