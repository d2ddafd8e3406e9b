"""The neutral document model: what every reader gives and everything after it reads.

A document is pages of blocks; a block is a paragraph or a table; a table is rows of cells; a cell is paragraphs. The
smallest thing is a `Piece`: cleaned text that knows, character by character, where it stands in the source. A
`Passage` is the words of one value, put together from pieces that a page or a row break cut apart. Cutting a piece or
a passage gives a piece or a passage, so a value can never lose sight of the words that it came from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

__all__ = [
    "NOTHING",
    "Block",
    "Box",
    "Cell",
    "Document",
    "Paragraph",
    "Passage",
    "Piece",
    "Place",
    "Row",
    "Segment",
    "Table",
]


class Box(NamedTuple):
    """A rectangle on a page, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Place(NamedTuple):
    """Where in a document something stands; all count from 1, and None where the format does not say.

    `paragraph` counts within the cell, or outside tables within the document.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    box: Box | None = None
    paragraph: int | None = None


class Segment(NamedTuple):
    """A stretch of cleaned text and the stretch of source it came from.

    Where both are equally long, they agree character by character; else the stretch is one unit (an entity, folded
    white space) that cannot be divided.
    """

    clean_start: int
    clean_end: int
    source_start: int
    source_end: int

    def source_of(self, clean_start: int, clean_end: int) -> tuple[int, int]:
        """Give the source stretch behind clean[clean_start:clean_end], which lies within this segment."""
        if self.clean_end - self.clean_start != self.source_end - self.source_start:
            return self.source_start, self.source_end
        shift = self.source_start - self.clean_start
        return clean_start + shift, clean_end + shift


class Piece(NamedTuple):
    """Cleaned text from one unbroken stretch of the source, with its place and its character map.

    `segments` is empty for formats that have no character offsets (the place and its box stand in for them).
    """

    text: str
    place: Place
    segments: tuple[Segment, ...] = ()

    def span(self) -> tuple[int, int] | None:
        """Give the code-point offsets (start, end) of this piece in the source, or None where it has none."""
        if not self.segments:
            return None
        return self.segments[0].source_start, self.segments[-1].source_end

    def cut(self, start: int, end: int) -> Piece:
        """Give the part text[start:end], white space at its edges trimmed, with its own offsets."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == 0 and end == len(self.text):
            return self
        return Piece(self.text[start:end], self.place, tuple(self._segments_within(start, end)))

    def _segments_within(self, start: int, end: int) -> Iterator[Segment]:
        if len(self.segments) == 1:
            yield Segment(0, end - start, *self.segments[0].source_of(start, end))
            return
        first = max(bisect_right(self.segments, start, key=lambda s: s.clean_start) - 1, 0)
        for segment in self.segments[first:]:
            if segment.clean_start >= end:
                return
            low, high = max(segment.clean_start, start), min(segment.clean_end, end)
            if low < high:
                yield Segment(low - start, high - start, *segment.source_of(low, high))


_put: Final = object.__setattr__
"""Sets what a frozen object holds while it is made.

Cells, paragraphs and passages are made by the hundred thousand; what `dataclass` writes would take twice as long."""


@dataclass(frozen=True, slots=True, init=False)
class Passage:
    """The words of one value: pieces in reading order; their texts joined with one space are `text`."""

    pieces: tuple[Piece, ...]
    text: str

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        _put(self, "pieces", pieces)
        _put(self, "text", pieces[0].text if len(pieces) == 1 else " ".join([piece.text for piece in pieces]))

    def __bool__(self) -> bool:
        return bool(self.text)

    def __add__(self, other: Passage) -> Passage:
        return Passage(self.pieces + other.pieces)

    @classmethod
    def joined(cls, passages: Iterable[Passage]) -> Passage:
        """Put several passages together into one."""
        return cls(tuple([piece for passage in passages for piece in passage.pieces]))

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph]) -> Passage:
        """Give all lines of some paragraphs as one passage."""
        if len(paragraphs) == 1:
            return paragraphs[0].passage
        return cls(tuple([line for paragraph in paragraphs for line in paragraph.lines]))

    @property
    def place(self) -> Place:
        """The place where the passage begins."""
        return self.pieces[0].place

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Give the part text[start:end], white space at its edges trimmed."""
        end = len(self.text) if end is None else end
        parts: list[Piece] = []
        offset = 0
        for piece in self.pieces:
            low, high = max(start - offset, 0), min(end - offset, len(piece.text))
            if low < high:
                part = piece.cut(low, high)
                if part.text:
                    parts.append(part)
            offset += len(piece.text) + 1
        return Passage(tuple(parts))


NOTHING: Final = Passage(())
"""No words."""


@dataclass(frozen=True, slots=True, init=False)
class Paragraph:
    """A paragraph, a heading or a list item: printed lines in order, without the mark that made it an item.

    One without lines is an empty place, which the format has between others.

    `lines` are parted by soft breaks (`<br>`): the same paragraph to one who reads prose, apart to one who reads a
    column of owners. `level` is the depth of a list item, 0 for everything else; `loose` says that the format does
    not tell soft breaks from hard ones here, so that sense must.
    """

    lines: tuple[Piece, ...]
    level: int
    heading: bool
    loose: bool
    passage: Passage = field(init=False, repr=False, compare=False)
    """All lines as one passage."""

    def __init__(self, lines: tuple[Piece, ...], level: int = 0, *, heading: bool = False, loose: bool = False) -> None:
        _put(self, "lines", lines)
        _put(self, "level", level)
        _put(self, "heading", heading)
        _put(self, "loose", loose)
        _put(self, "passage", Passage(lines))

    @property
    def text(self) -> str:
        """All lines as one text."""
        return self.passage.text


@dataclass(frozen=True, slots=True, init=False)
class Cell:
    """A cell of a row; empty where it has no paragraphs.

    `covered` says that the cell above reaches down over this place: what stands there holds here too, and is printed
    and counted once.
    """

    column: int
    paragraphs: tuple[Paragraph, ...]
    covered: bool
    filled: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False)
    """The paragraphs without the empty places between them."""
    passage: Passage = field(init=False, repr=False, compare=False)
    """All that the cell prints, as one passage."""
    text: str = field(init=False, repr=False, compare=False)
    """All that the cell prints, as one text."""

    def __init__(self, column: int, paragraphs: tuple[Paragraph, ...] = (), *, covered: bool = False) -> None:
        filled = tuple([paragraph for paragraph in paragraphs if paragraph.lines]) if paragraphs else ()
        passage = Passage.of(filled) if filled else NOTHING
        whole = len(filled) == len(paragraphs)
        _put(self, "column", column)
        _put(self, "paragraphs", paragraphs)
        _put(self, "covered", covered)
        _put(self, "filled", filled)
        _put(self, "passage", passage)
        _put(self, "text", passage.text if whole else " ".join([paragraph.text for paragraph in paragraphs]))

    @classmethod
    def holding(cls, passage: Passage) -> Cell:
        """A cell made of words from other cells, which keep their own places; its column is 0."""
        return cls(0, (Paragraph(passage.pieces),) if passage else ())

    def __bool__(self) -> bool:
        return bool(self.filled)


@dataclass(frozen=True, slots=True)
class Row:
    """A physical row of a table, as the format has it."""

    place: Place
    cells: tuple[Cell, ...]
    filled: tuple[Cell, ...] = field(init=False, compare=False)
    """The cells that are not empty."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "filled", tuple([cell for cell in self.cells if cell.filled]))


@dataclass(frozen=True, slots=True)
class Table:
    """A physical table: rows that nothing parts. A plan that runs over five pages is often five tables."""

    index: int
    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as a reader gives it: its identity, its blocks in reading order, and its text where it is a text file."""

    name: str
    sha256: str
    media_type: str
    blocks: tuple[Block, ...]
    text: str | None = None

    @property
    def tables(self) -> Iterator[Table]:
        """The tables in reading order."""
        return (block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs outside tables, in reading order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def quote(self, piece: Piece) -> str:
        """Give the exact words of the source behind a piece, markup included."""
        segments = piece.segments
        if not segments or self.text is None:
            return piece.text
        return self.text[segments[0].source_start : segments[-1].source_end]
