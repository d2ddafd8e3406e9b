"""One page: its words parted into those of tables and those of prose."""

from __future__ import annotations

from dataclasses import dataclass, field

from answerable.extract.readers.page.words import Line, Word, lines_of
from answerable.extract.readers.pdf.grid import Grid, Square, find_grids
from answerable.extract.readers.pdf.handles import Handle
from answerable.extract.readers.pdf.rules import page_rules
from answerable.extract.readers.pdf.words import page_words

__all__ = ["Page", "RuledTable", "read_page"]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table of a page: its grid, and the lines in each of its cells, by the cell's first square."""

    grid: Grid
    cells: dict[Square, list[Line]]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.grid.rows[0]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: how wide and high it is, its tables, and the lines outside them."""

    number: int
    width: float
    height: float
    tables: tuple[RuledTable, ...] = ()
    prose: tuple[Line, ...] = ()
    words: int = field(default=0)


def read_page(number: int, page: Handle, text_page: Handle, frame: tuple[float, float, float, float]) -> Page:
    """Read a page; `page` and `text_page` are handles of PDFium, `frame` what the page shows."""
    sheet, words = page_words(text_page, frame)
    across, down = page_rules(page, sheet)
    grids = find_grids(across, down)
    inside: list[dict[Square, list[Word]]] = [{} for _ in grids]
    outside: list[Word] = []
    for word in words:
        for grid, cells in zip(grids, inside, strict=True):
            if square := grid.square((word.left + word.right) / 2, (word.top + word.bottom) / 2):
                cells.setdefault(square, []).append(word)
                break
        else:
            outside.append(word)
    tables = tuple(
        RuledTable(grid, {square: lines_of(found) for square, found in cells.items()})
        for grid, cells in zip(grids, inside, strict=True)
    )
    return Page(number, sheet.width, sheet.height, tables, tuple(lines_of(outside)), len(words))
