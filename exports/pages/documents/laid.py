"""A document of pages and tables put together again from what was read of it: each cell a running text with marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from answerable.exports.pages.documents.marked import Piece, pieces_of

if TYPE_CHECKING:
    from answerable.exports.pages.documents.spans import Span

__all__ = ["Cell", "Line", "Sheet", "running", "sheets_of"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What was read of one cell."""

    column: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; row 0 is what stands outside tables."""

    row: int
    cells: tuple[Cell, ...]

    def at(self, column: int) -> tuple[Piece, ...]:
        """Give what was read of a column; nothing where nothing was."""
        return next((cell.pieces for cell in self.cells if cell.column == column), ())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on its page, or what stands on a page outside tables."""

    name: str
    columns: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def is_table(self) -> bool:
        """Whether it has cells."""
        return self.columns != (0,)


def sheets_of(spans: Iterable[Span]) -> Iterator[Sheet]:
    """Give the tables and pages of a document from its evidence in reading order."""
    for place, found in groupby(spans, key=lambda span: span.place[:2]):
        lines = tuple(_line(row, list(group)) for row, group in groupby(found, key=lambda span: span.place[2]))
        columns = sorted({cell.column for line in lines for cell in line.cells})
        words = [f"{name} {number}" for name, number in zip(("page", "table"), place, strict=True) if number]
        yield Sheet((", ".join(words) or "outside all tables").capitalize(), tuple(columns), lines)


def _line(row: int, spans: Sequence[Span]) -> Line:
    columns = groupby(sorted(spans, key=lambda span: span.column), key=lambda span: span.column)
    return Line(row, tuple(Cell(column, tuple(running(list(found)))) for column, found in columns))


def running(spans: Sequence[Span]) -> Iterator[Piece]:
    """Join the quotes of one cell, each in a paragraph of its own, and mark in them the shorter ones that they hold."""
    text, placed = "", []
    carriers = _carriers(spans)
    for span in carriers:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{span.quote}" if text else span.quote
        placed.append(replace(span, start=start, end=len(text)))
    for span in spans:
        if span not in carriers:
            holder = next(each for each in placed if _holds(each, span))
            start = (holder.start or 0) + holder.quote.index(span.quote)
            placed.append(replace(span, start=start, end=start + len(span.quote)))
    return pieces_of(text, placed)


def _carriers(spans: Sequence[Span]) -> list[Span]:
    """Give the quotes that stand in no other, in their order; a name gives way to what names it."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (-len(span.quote), span.field == "name")):
        if not any(_holds(each, span) for each in kept):
            kept.append(span)
    return [span for span in spans if span in kept]


def _holds(one: Span, other: Span) -> bool:
    """Whether a quote is part of another: not where both were read as the same, nor where the page parts them."""
    if one.field == other.field or other.quote not in one.quote:
        return False
    if not (one.box and other.box):
        return True
    left, top, right, bottom = other.box
    middle = ((left + right) / 2, (top + bottom) / 2)
    return one.box[0] <= middle[0] <= one.box[2] and one.box[1] <= middle[1] <= one.box[3]
