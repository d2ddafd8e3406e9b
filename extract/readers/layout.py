"""Text that keeps a page's layout, as `pdftotext -layout` writes it: columns by position, pages by form feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise, takewhile
from typing import Final

from answerable.extract.document import Block, Cell, Document, Paragraph, Piece, Place, Row, Segment, Table
from answerable.extract.readers.page.aligned import AlignedTable, apart, find_aligned, headings_of
from answerable.extract.readers.page.marks import is_finished
from answerable.extract.readers.page.paragraphs import paragraphs_of
from answerable.extract.readers.page.setting import Column, Setting
from answerable.extract.readers.page.words import Line, Word, parted
from answerable.extract.readers.text import TextReader
from answerable.extract.source import SourceFile

__all__ = ["LayoutReader"]

_PIPED: Final = re.compile(r"(?:\A|[\r\n])[^\S\r\n]*\|[^\r\n]*\|")
"""A row of a Markdown table, on a line that any machine's newline begins."""
_WORD: Final = re.compile(r"[^\s\u00a0]+")
_COLUMNS: Final = re.compile(r"\S {2,}\S.*\S {2,}\S")
"""A line with three things set apart."""
_FEWEST_LINES: Final = 5
_HEIGHT: Final = 2.0
"""How high a line is, in characters: about what a character of print is wide and a line high."""
_GAP: Final = 0.75
"""The gap between columns, in heights of a line: two spaces."""
_FEWEST_COLUMNS: Final = 3
_WIDER: Final = 1.2
"""How much wider than its column a line can seem, for letters differ in width."""
_RAGGED: Final = 0.15
"""The share of a column's width that letters narrower or wider than others make uncertain."""
_NO_PITCH: Final = 1.0


class LayoutReader:
    """Reads text whose tables are columns set apart by spaces."""

    def accepts(self, source: SourceFile) -> bool:
        """Whether the bytes are text without rows of tabs or pipes, in which several lines have three columns."""
        if not TextReader().accepts(source):
            return False
        text = source.decode() if source.content.strip() else ""
        if "\t" in text or _PIPED.search(text) or re.search(r"</(?:p|td|li)>", text):
            return False
        return sum(1 for line in text.splitlines() if _COLUMNS.search(line)) >= _FEWEST_LINES

    def read(self, source: SourceFile) -> Document:
        """Give the document; its text is the decoded file, to which all offsets refer."""
        text = source.decode()
        return Document(source.name, source.sha256, "text/plain", tuple(_Pages(text).blocks()), text)


@dataclass(frozen=True, slots=True)
class _Ragged(Column):
    """A column of characters that were of many widths in print: only the end of a sentence tells an early line end."""

    def fits(self, line: Line, below: Line) -> bool:
        """Whether a sentence ends with a line, another begins with the next, and there was room for more."""
        begins = not below.words[0].text[0].islower()
        return begins and is_finished(line) and Column.fits(self, line, below)

    def parts_by_space(self, line: Line) -> bool:
        """Only below the end of a sentence: space in another column can tear the lines of a paragraph apart."""
        return is_finished(line)


@dataclass(slots=True)
class _Pages:
    """Reads page after page; the headings of a table are known again on the next page."""

    text: str
    tables: int = 0
    heading: list[str] = field(default_factory=list)
    above: AlignedTable | None = None

    def blocks(self) -> Iterator[Block]:
        start, paged = 0, "\f" in self.text
        for number, page in enumerate(self.text.split("\f"), start=1):
            lines = list(_lines(self.text, start, start + len(page)))
            if lines:
                yield from self._page(lines, number if paged else None)
            start += len(page) + 1

    def _page(self, lines: Sequence[Line], number: int | None) -> Iterator[Block]:
        if alone := list(self._alone(lines)):
            self.tables += 1
            yield self._continued(alone, Place(number, self.tables))
        if len(alone) < len(lines):
            for part in apart(lines[len(alone) :], _GAP):
                yield from self._part(part, number)

    def _alone(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Give the lines at the head of a page that go on with one cell of the table at the foot of the page before.

        Where nothing stands beside them they have lost their place, but not the width of their column.
        """
        if not self.above or len(self.above.edges) <= _FEWEST_COLUMNS:
            return
        column = self.above.foot()
        width = (self.above.limit(column) - self.above.edges[column]) * _WIDER
        run = list(
            takewhile(lambda line: line.right - line.left <= width and len(list(parted(line, _GAP))) == 1, lines)
        )
        if len(run) >= _FEWEST_LINES or (len(run) > 1 and len(run) == len(lines)):
            yield from run

    def _continued(self, lines: Sequence[Line], place: Place) -> Table:
        assert self.above
        cells = {self.above.foot(): list(lines)}
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        edges = tuple(left for _ in self.above.edges)
        return self._table(AlignedTable(edges, right, (cells,)), place)

    def _part(self, lines: Sequence[Line], number: int | None) -> Iterator[Block]:
        found = find_aligned(lines, _GAP, self.heading)
        self.above = found.table if found and found.end == len(lines) else None
        if not found:
            yield from self._prose(lines, number)
            return
        start, end, table = found
        yield from self._prose(lines[:start], number)
        self.heading = headings_of(table) if table.headed else self.heading
        self.tables += 1
        yield self._table(table, Place(number, self.tables))
        yield from self._prose(lines[end:], number)

    def _prose(self, lines: Sequence[Line], number: int | None) -> Iterator[Paragraph]:
        if lines:
            column = Column(lines, min(line.left for line in lines), max(line.right for line in lines))
            yield from paragraphs_of(column, Setting(_NO_PITCH, spaced=True), self._pieces(Place(number)))

    def _table(self, table: AlignedTable, place: Place) -> Table:
        settings = [
            Setting.of([self._column(table, row, i) for row in table.rows if i in row], Setting(_NO_PITCH))
            for i in range(len(table.edges))
        ]
        rows = (
            self._row(table, row, place._replace(row=index), settings) for index, row in enumerate(table.rows, start=1)
        )
        return Table(place.table or 0, tuple(rows))

    def _row(self, table: AlignedTable, row: dict[int, list[Line]], place: Place, settings: Sequence[Setting]) -> Row:
        cells = []
        for index, setting in enumerate(settings):
            pieces = self._pieces(place._replace(column=index + 1))
            found = paragraphs_of(self._column(table, row, index), setting, pieces) if index in row else ()
            loose = () if setting.prose else (replace(paragraph, loose=len(paragraph.lines) > 1) for paragraph in found)
            cells.append(Cell(index + 1, tuple(loose) or found))
        return Row(place, tuple(cells))

    @staticmethod
    def _column(table: AlignedTable, row: dict[int, list[Line]], index: int) -> Column:
        edge, limit = table.edges[index], table.limit(index)
        kind = _Ragged if table.is_prose(index) else Column
        return kind(row[index], edge, limit - _RAGGED * (limit - edge))

    def _pieces(self, place: Place) -> partial[tuple[Piece, ...]]:
        return partial(_pieces, place)


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Give the lines of text[start:end] that hold words; columns are counted from the head of each line."""
    top = 0.0
    for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text[start:end]):
        head = start + match.start()
        words = tuple(
            Word(word.group(), word.start() - head, top, word.end() - head, top + _HEIGHT, False, *word.span())
            for word in _WORD.finditer(text, head, start + match.end())
        )
        if words:
            yield Line(words)
        top += _HEIGHT


def _pieces(place: Place, lines: Sequence[Line]) -> tuple[Piece, ...]:
    """Give a piece for each printed line, for what stands beside it parts it from the next."""
    return tuple(_piece(line, place) for line in lines)


def _piece(line: Line, place: Place) -> Piece:
    segments: list[Segment] = []
    length = 0
    for word, after in pairwise([*line.words, None]):
        assert word
        segments.append(Segment(length, length + len(word.text), word.start, word.end))
        length += len(word.text)
        if after:
            segments.append(Segment(length, length + 1, word.end, after.start))
            length += 1
    return Piece(" ".join(word.text for word in line.words), place, tuple(segments))
