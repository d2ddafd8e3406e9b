"""A table as comma-separated values: days as 2020-04-30, formulas defused."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Final

from answerable.exports.register.safe import defused, shown

if TYPE_CHECKING:
    from answerable.exports.register.table import Cell, Table

__all__ = ["to_csv"]

_MARK: Final = "\ufeff"
"""Without it, spreadsheets on Windows take UTF-8 for another encoding and show every dash as three letters."""


def to_csv(table: Table) -> Iterator[bytes]:
    """Give the table in pieces; the last two columns of each row say the snapshot and the day."""
    yield _MARK.encode()
    yield _line([*(column.heading for column in table.columns), "Snapshot", "As at"])
    day = table.scope.as_at.isoformat() if table.scope.as_at else ""
    for row in table.rows:
        yield _line([*map(_text, row), table.scope.snapshot, day])


def _line(cells: list[str]) -> bytes:
    stream = StringIO()
    csv.writer(stream).writerow(cells)
    return stream.getvalue().encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else defused(shown(cell)) if isinstance(cell, str) else str(cell)
