"""Pages of which every printed line is a row."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from tests.damage.cut_headings import WIDTHS
from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import PageEnd, Role, Row
from tests.damage.markup import paragraphs, words
from tests.damage.page_cuts import parted_by_page

__all__ = ["line_by_line"]

_SHORTEST: Final = 70
"""Letters of a response that takes more than one line."""


def line_by_line(rows: Sequence[Row], chance: Chance) -> Change | None:
    """Print a row, or what a page cuts off from it, on a page of its own, each printed line as a row."""
    row = rows[0]
    if not _has_lines(row):
        return None
    before: tuple[Row, ...] = ()
    if row.opens and chance.happens(0.5) and (parts := parted_by_page(row, chance)) and _has_lines(parts[1]):
        before, row = parts[:1], parts[1]
    lines = _without_blank_columns(_printed_lines(row), chance)
    before_words = sum(len(words(cell)) for line in (*before, *lines) for cell in line.cells)
    bullets = before_words - sum(len(words(cell)) for cell in rows[0].cells)
    damage = Damage(Kind.LINE_BY_LINE, row.number, pieces=("•",) * bullets)
    return Change((*before, PageEnd(), *lines, PageEnd()), damage)


def _has_lines(row: Row) -> bool:
    return len(row.text(Role.RESPONSE)) >= _SHORTEST


def _printed_lines(row: Row) -> list[Row]:
    """Give a row for each line in which at least one cell prints something: blank lines leave no trace."""
    columns = [_wrapped(cell, WIDTHS[role]) for role, cell in zip(row.roles, row.cells, strict=True)]
    lines = [dict(zip(row.roles, cells, strict=True)) for cells in zip_longest(*columns, fillvalue="")]
    return [row.only(cells) for cells in lines if any(cells.values())]


def _wrapped(cell: str, width: int) -> list[str]:
    found: list[str] = []
    for text, gap in paragraphs(cell):
        found += [""] * gap + textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return found


def _without_blank_columns(lines: list[Row], chance: Chance) -> list[Row]:
    """Leave out the leading columns that are blank on the whole page, and now and then one in the middle."""
    blank = [not any(line.cells[column] for line in lines) for column in range(len(lines[0].cells))]
    first = blank.index(False)
    gaps = [column for column, empty in enumerate(blank) if empty and column > first][:-1]
    gone = {*range(first), *(gaps[:1] if chance.happens(0.3) else [])}
    return [_without(line, gone) for line in lines]


def _without(line: Row, gone: set[int]) -> Row:
    kept = [column for column in range(len(line.cells)) if column not in gone]
    return Row(
        tuple(line.cells[c] for c in kept), tuple(line.roles[c] for c in kept), line.number, line.opens, line.piped
    )
