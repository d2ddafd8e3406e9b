"""A page to the neutral document; its text is the decoded file, to which all offsets refer, markup included."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from answerable.extract.dates import read_day
from answerable.extract.document import Block, Document, Paragraph, Place, Table
from answerable.extract.encodings import encoding_of
from answerable.extract.markup import page_paragraphs
from answerable.extract.readers.grid import Laid, make_table
from answerable.extract.readers.web.tables import FoundCell, FoundTable, parts
from answerable.extract.readers.web.visible import Span, visible, within
from answerable.extract.source import SourceFile
from answerable.ontology import reading

__all__ = ["HtmlReader"]

_HEAD: Final = 4096
_SEARCHED: Final = 500_000
_OPENS: Final = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_TABLE: Final = re.compile(r"<table\b.{0,20000}?<t[dh]\b", re.IGNORECASE | re.DOTALL)
_CHARSET: Final = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


class HtmlReader:
    """Reads pages of any site, well-formed or not."""

    def accepts(self, source: SourceFile) -> bool:
        """Whether the content opens as a page does, or is markup from its first sign with a table in it."""
        encoding, mark = encoding_of(source.content[:_SEARCHED])
        if encoding is None or source.content[:_HEAD].lstrip()[:1] not in {b"<", b"\xef", b"\xff", b"\xfe", b"\0"}:
            return False
        text = source.content[mark:_SEARCHED].decode(encoding, errors="replace")
        return bool(_OPENS.match(text)) or (text.lstrip().startswith("<") and bool(_TABLE.search(text)))

    def read(self, source: SourceFile) -> Document:
        """Give the document.

        Raises:
            UnreadableDocumentError: it is empty, too large, or in no encoding that explains its bytes.
        """
        declared = _CHARSET.search(source.content[:_HEAD])
        text = source.decode(declared[1].decode("ascii", "replace") if declared else None)
        page = _Page(source.name, text, visible(text))
        return Document(source.name, source.sha256, "text/html", tuple(page.blocks()), text)


@dataclass(slots=True)
class _Page:
    """A page's text and the stretches of it that are shown."""

    name: str
    text: str
    shown: Sequence[Span]
    tables: int = 0

    def blocks(self) -> Iterator[Block]:
        for part in parts(self.text, self.shown):
            if isinstance(part, FoundTable):
                if any(part.rows):
                    self.tables += 1
                    yield self._table(part)
            else:
                yield from self._prose(*part)

    def _prose(self, start: int, end: int) -> Iterator[Paragraph]:
        found = page_paragraphs(self.text, within(self.shown, start, end), Place())
        yield from (paragraph for paragraph in found if paragraph.lines and not _is_the_sites_own(paragraph))

    def _table(self, table: FoundTable) -> Table:
        rows = ([self._laid(*placed) for placed in row] for row in _spread(table.rows) if row)
        return make_table(self.name, self.tables, rows)

    def _laid(self, edge: int, cell: FoundCell | None) -> Laid:
        def content(place: Place) -> tuple[Paragraph, ...]:
            if cell is None:
                return ()
            return page_paragraphs(self.text, within(self.shown, cell.start, cell.end), place)

        return Laid(edge, content, covered=cell is None)


def _spread(rows: Sequence[Sequence[FoundCell]]) -> Iterator[list[tuple[int, FoundCell | None]]]:
    """Give each row's cells with the column at which they begin, and None where one above reaches down."""
    reaching: list[tuple[int, int, int]] = []  # column, columns across, rows still to cover; from left to right
    for index, row in enumerate(rows):
        placed: list[tuple[int, FoundCell | None]] = [(column, None) for column, _, _ in reaching]
        below = [(column, across, down - 1) for column, across, down in reaching if down > 1]
        free = _free_columns(reaching)
        column = 0
        for cell in row:
            column = free(column)
            placed.append((column, cell))
            if (down := cell.down or len(rows) - index) > 1:
                below.append((column, cell.across, down - 1))
            column += cell.across
        yield sorted(placed, key=lambda each: each[0])
        reaching = sorted(below)


def _free_columns(reaching: Sequence[tuple[int, int, int]]) -> Callable[[int], int]:
    """Give a function that goes right from a column to the next one that no cell above reaches into."""
    waiting = deque((column, column + across) for column, across, _ in reaching)

    def free(column: int) -> int:
        while waiting and waiting[0][0] <= column:
            column = max(column, waiting.popleft()[1])
        return column

    return free


def _is_the_sites_own(paragraph: Paragraph) -> bool:
    """Whether a line says when the page, not the report or the plan, was published or changed."""
    match = _site_line().match(paragraph.text)
    return bool(match) and read_day(paragraph.text[match.end() :] if match else "") is not None


@cache
def _site_line() -> re.Pattern[str]:
    body = "|".join(map(re.escape, reading.words("header", "site", "openings")))
    return re.compile(rf"(?:{body})(?=\s*:?\s*\d)", re.IGNORECASE)
