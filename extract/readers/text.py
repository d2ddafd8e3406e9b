"""Text files: paragraphs, and tables as tab-separated rows or as Markdown rows, with or without HTML in the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise, takewhile

from answerable.extract.document import Block, Cell, Document, Paragraph, Place, Row, Table
from answerable.extract.encodings import encoding_of
from answerable.extract.markup import paragraphs
from answerable.extract.readers.unread import reason_unread
from answerable.extract.source import SourceFile

__all__ = ["TextReader"]

_LINE = re.compile(r"(?P<words>[^\r\n\f]*)(?P<end>\r\n|\r|\n|\f|\Z)")
_HEADING = re.compile(r"#{1,6}\s+")
_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$")
_OPEN_RULE = re.compile(r"^[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+$", re.MULTILINE)

Span = tuple[int, int]


class TextReader:
    """Reads any text; a line with a tab, or one that begins with a pipe, is a row of a table."""

    def accepts(self, source: SourceFile) -> bool:
        """Whether the bytes are text in some encoding, and of no format that is known by its signature."""
        return reason_unread(source) is None and encoding_of(source.content)[0] is not None

    def read(self, source: SourceFile) -> Document:
        """Give the document; its text is the decoded file, to which all offsets refer."""
        text = source.decode()
        blocks = tuple(_Assembly(text).blocks())
        return Document(source.name, source.sha256, "text/plain", blocks, text)


@dataclass(slots=True)
class _Assembly:
    """Puts lines together into paragraphs and tables."""

    text: str
    page: int = 1
    tables: int = 0
    prose: list[Paragraph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    open_rows: frozenset[int] = frozenset()

    def blocks(self) -> Iterator[Block]:
        paged = "\f" in self.text
        self.open_rows = _open_rows(self.text)
        for line in _LINE.finditer(self.text):
            yield from self._take(line, self.page if paged else None)
            if line["end"] == "\f":
                yield from self._flush_rows()  # a page ends the table, as a blank line does
                self.page += 1
        yield from self._flush()

    def _take(self, line: re.Match[str], page: int | None) -> Iterator[Block]:
        start, end = line.span("words")
        words = line["words"]
        if not words.strip():
            yield from self._flush()
        elif (spans := self._spans(start, end)) is not None:
            yield from self._flush_prose()
            if not _is_delimiter(words):
                self._add_row(spans, page)
        else:
            yield from self._flush_rows()
            yield from self._add_prose(words, start, end, page)

    def _spans(self, start: int, end: int) -> list[Span] | None:
        """The cells of a line, or None where it is no row; some tables have no bars at the ends of their rows."""
        if start in self.open_rows:
            edges = [start - 1, *(pipe.start() for pipe in _PIPE.finditer(self.text, start, end)), end]
            return [(left + 1, right) for left, right in pairwise(edges)]
        return _cells(self.text, start, end)

    def _add_row(self, spans: list[Span], page: int | None) -> None:
        if not self.rows:
            self.tables += 1
        text, table, number = self.text, self.tables, len(self.rows) + 1
        cells = [
            Cell(column, paragraphs(text, *_trim(text, start, end), Place(page, table, number, column)))
            if start < end
            else _blank(column)
            for column, (start, end) in enumerate(spans, start=1)
        ]
        self.rows.append(Row(Place(page, table, number), tuple(cells)))

    def _add_prose(self, words: str, start: int, end: int, page: int | None) -> Iterator[Block]:
        heading = _HEADING.match(words)
        if heading:
            yield from self._flush_prose()
            start += heading.end()
        found = paragraphs(self.text, *_trim(self.text, start, end), Place(page))
        if heading:
            yield from (replace(paragraph, heading=True) for paragraph in found)
        else:
            self.prose.extend(found)

    def _flush(self) -> Iterator[Block]:
        yield from self._flush_prose()
        yield from self._flush_rows()

    def _flush_prose(self) -> Iterator[Block]:
        """Lines that nothing parts are one paragraph, except that a list item begins its own."""
        waiting: list[Paragraph] = []
        for paragraph in self.prose:
            if waiting and not paragraph.level:
                waiting[-1] = replace(waiting[-1], lines=waiting[-1].lines + paragraph.lines, loose=True)
            else:
                waiting.append(paragraph)
        self.prose.clear()
        yield from waiting

    def _flush_rows(self) -> Iterator[Block]:
        if self.rows:
            yield Table(self.tables, tuple(self.rows))
            self.rows.clear()


def _open_rows(text: str) -> frozenset[int]:
    """Where the rows begin of Markdown tables whose rows have no bar before the first cell.

    Such a table is told by the rule under its headings, and goes on as long as its lines have bars.
    """
    found: set[int] = set()
    if "|" not in text:
        return frozenset()
    for rule in _OPEN_RULE.finditer(text):
        heading = text.rfind("\n", 0, max(rule.start() - 1, 0)) + 1
        words = text[heading : rule.start()]
        if "|" not in words or words.lstrip().startswith("|"):
            continue
        found |= {heading, rule.start()}
        lines = _LINE.finditer(text, rule.end() + 1)
        found.update(line.start() for line in takewhile(lambda line: "|" in line["words"], lines))
    return frozenset(found)


def _cells(text: str, start: int, end: int) -> list[Span] | None:
    """Give the spans of a row's cells, or None where the line is no row."""
    line = text[start:end]
    if line.lstrip().startswith("|"):
        return _piped(text, start, end)
    return _tabbed(line, start) if "\t" in line else None


def _tabbed(line: str, start: int) -> list[Span]:
    spans = []
    for cell in line.split("\t"):
        spans.append((start, start + len(cell)))
        start += len(cell) + 1
    return spans


def _piped(text: str, start: int, end: int) -> list[Span] | None:
    edges = [pipe.start() for pipe in _PIPE.finditer(text, start, end)]
    if len(edges) == 1 and not text[edges[0] + 1 : end].strip():
        return None  # a lone pipe is no row
    if text[edges[-1] + 1 : end].strip():  # the last cell may do without its closing pipe
        edges.append(end)
    return [(left + 1, right) for left, right in pairwise(edges)]


def _is_delimiter(words: str) -> bool:
    """Whether a line is the rule under a Markdown heading, which is syntax and no row."""
    return "|" in words and bool(_DELIMITER.match(words))


@cache
def _blank(column: int) -> Cell:
    """An empty cell: one for all rows, for a third of the cells of plans are."""
    return Cell(column)


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end].lstrip()
    start = end - len(words)
    return start, start + len(words.rstrip())
