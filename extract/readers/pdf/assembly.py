"""Pages to the blocks of a document: tables and paragraphs in reading order, set as the whole document sets them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from answerable.extract.document import Block, Cell, Paragraph, Piece, Place, Row, Table
from answerable.extract.readers.page.paragraphs import paragraphs_of
from answerable.extract.readers.page.setting import Column, Setting, usual_pitch
from answerable.extract.readers.page.words import Line, parted
from answerable.extract.readers.pdf.furniture import without_furniture
from answerable.extract.readers.pdf.grid import Square
from answerable.extract.readers.pdf.pages import Page, RuledTable
from answerable.extract.readers.pdf.pieces import piece_of

__all__ = ["blocks_of"]

_WIDEST_PADDING: Final = 12.0
_SIDE_BY_SIDE: Final = 3.0
"""Lines of prose with a gap of so many times their height are two things side by side."""

Key = tuple[int, int]
"""How many columns a table has, and which of them is meant: columns alike in both are set alike."""


def blocks_of(pages: Sequence[Page]) -> Iterator[Block]:
    """Give the blocks of a document in reading order."""
    tables = [[_SetTable(table) for table in page.tables] for page in pages]
    settings = _settings([table for on_page in tables for table in on_page])
    parts = [
        (page.number, table, list(_prose_columns(lines, page.width)) if lines else [])
        for page, on_page, prose in zip(pages, tables, without_furniture(pages), strict=True)
        for table, lines in _in_order(on_page, prose)
    ]
    columns = [column for *_, columns in parts for column in columns]
    setting = Setting(usual_pitch(columns, settings.pitch), spaced=True)
    count = 0
    for number, table, columns in parts:
        if table:
            count += 1
            yield table.block(Place(number, count), settings)
        yield from _prose(columns, Place(number), setting)


@dataclass(frozen=True, slots=True)
class _Settings:
    pitch: float
    columns: dict[Key, Setting]


class _SetTable:
    """A ruled table with the column of lines in each of its cells."""

    def __init__(self, table: RuledTable) -> None:
        self.grid = table.grid
        self.kept = [c for c in range(table.grid.width) if self._is_column(table, c)]
        padding = self._padding(table)
        self.columns = {
            square: Column(lines, table.grid.columns[square[1]], table.grid.right_of(square) - padding)
            for square, lines in table.cells.items()
        }

    @property
    def top(self) -> float:
        return self.grid.rows[0]

    @staticmethod
    def _is_column(table: RuledTable, column: int) -> bool:
        """Whether a column is one, and not the space between two rules of a double one."""
        wide = table.grid.columns[column + 1] - table.grid.columns[column] > _WIDEST_PADDING / 2
        return wide or any(square[1] == column for square in table.cells)

    @staticmethod
    def _padding(table: RuledTable) -> float:
        """The space that every cell keeps free at its sides, as the text nearest to a rule shows."""
        gaps = (line.left - table.grid.columns[column] for (_, column), lines in table.cells.items() for line in lines)
        return min(max(min(gaps, default=0.0), 0.0), _WIDEST_PADDING)

    def key(self, square: Square) -> Key:
        return len(self.kept), square[1]

    def block(self, place: Place, settings: _Settings) -> Table:
        rows = (self._row(index, place, settings) for index in range(self.grid.height))
        return Table(place.table or 0, tuple(rows))

    def _row(self, index: int, place: Place, settings: _Settings) -> Row:
        place = place._replace(row=index + 1)
        cells = (
            Cell(number, self._paragraphs((index, column), place._replace(column=number), settings))
            for number, column in enumerate(self.kept, start=1)
        )
        return Row(place, tuple(cells))

    def _paragraphs(self, square: Square, place: Place, settings: _Settings) -> tuple[Paragraph, ...]:
        if square not in self.columns:
            return ()
        return paragraphs_of(self.columns[square], settings.columns[self.key(square)], partial(_pieces, place))


def _pieces(place: Place, lines: Sequence[Line]) -> tuple[Piece, ...]:
    return (piece_of(lines, place),)


def _settings(tables: Sequence[_SetTable]) -> _Settings:
    """Learn how the document sets its tables, column by column."""
    alike: dict[Key, list[Column]] = defaultdict(list)
    for table in tables:
        for square, column in table.columns.items():
            alike[table.key(square)].append(column)
    every = [column for columns in alike.values() for column in columns]
    whole = Setting.of(every, Setting(usual_pitch(every)))
    return _Settings(whole.pitch, {key: Setting.of(columns, whole) for key, columns in alike.items()})


def _in_order(tables: Sequence[_SetTable], prose: Sequence[Line]) -> Iterator[tuple[_SetTable | None, list[Line]]]:
    """Give tables, and the lines between two of them together, from top to bottom."""
    rest = list(prose)
    for table in tables:
        above = [line for line in rest if line.top < table.top]
        rest = rest[len(above) :]
        if above:
            yield None, above
        yield table, []
    if rest:
        yield None, rest


def _prose_columns(lines: Sequence[Line], width: float) -> Iterator[Column]:
    """Part lines outside tables into columns between equal margins; what stands side by side is apart."""
    left = min(line.left for line in lines)
    right = max(width - left, *(line.right for line in lines))
    for whole, run in groupby(lines, key=lambda line: len(list(parted(line, _SIDE_BY_SIDE))) == 1):
        if whole:
            yield Column(list(run), left, right)
        else:
            yield from (Column([part], left, right) for line in run for part in parted(line, _SIDE_BY_SIDE))


def _prose(columns: Iterable[Column], place: Place, setting: Setting) -> Iterator[Paragraph]:
    """Give the paragraphs of lines outside tables."""
    for column in columns:
        yield from paragraphs_of(column, setting, partial(_pieces, place))
