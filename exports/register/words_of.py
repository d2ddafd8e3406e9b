"""The words behind a row: quoted, with the place of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from answerable.exports.facts import grouped
from answerable.exports.register.table import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from answerable.exports.facts import Row

__all__ = ["EVIDENCE_COLUMNS", "Words"]

EVIDENCE_COLUMNS: Final = (
    Column("Quote", "the exact words of the document that the row was read from", 40),
    Column("Document", "the file that has them", 24),
    Column("Page", "the page of the first quote, where the document has pages", 7),
    Column("Table", "the table of the first quote, counted from 1", 7),
    Column("Row", "the row of that table, counted from 1", 7),
)
_MOST: Final = 5
"""Quotes to a row; an owner of hundreds of actions is proved by its first."""


class Words:
    """Finds the words of what a row is about; `subject` names the column that says what that is."""

    def __init__(self, rows: Iterable[Row], subject: str) -> None:
        self._rows = grouped(rows, subject)

    def cells(self, subject: str) -> tuple[Cell, ...]:
        """Give the cells of `EVIDENCE_COLUMNS`."""
        rows = self._rows.get(subject)
        if not rows:
            return (None,) * len(EVIDENCE_COLUMNS)
        first = rows[0]
        numbers = (first.number("page"), first.number("table"), first.number("row"))
        return (_quoted([row["quote"] for row in rows]), first.text("document"), *numbers)


def _quoted(quotes: Sequence[str]) -> str:
    each = list(dict.fromkeys(" ".join(quote.split()) for quote in quotes))
    more = f" … and {len(each) - _MOST} more" if len(each) > _MOST else ""
    return " … ".join(f"“{quote}”" for quote in each[:_MOST]) + more
