"""Tables that a document sets without rules: columns of aligned text, made into grids like ruled ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from answerable.extract.readers.page.aligned import AlignedTable, apart, find_aligned, headings_of
from answerable.extract.readers.page.words import Line
from answerable.extract.readers.pdf.grid import Grid
from answerable.extract.readers.pdf.pages import Page, RuledTable

__all__ = ["with_unruled"]

_GAP: Final = 0.9
"""The gap between columns, in heights of a line: more than any space between words."""
_BEFORE: Final = 4.0
"""Points between the edge of a column and its text."""
_NARROWEST: Final = 3


def with_unruled(pages: Sequence[Page]) -> list[Page]:
    """Give the pages with their tables of aligned text, where the document draws no rules around any."""
    if any(table.grid.width >= _NARROWEST for page in pages for table in page.tables):
        return list(pages)
    return list(_found(pages))


def _found(pages: Sequence[Page]) -> Iterator[Page]:
    heading: list[str] = []
    for page in pages:
        tables = list(page.tables)
        prose: list[Line] = []
        for part in apart(page.prose, _GAP) if page.prose else ():
            if not (found := find_aligned(part, _GAP, heading)):
                prose.extend(part)
                continue
            start, end, table = found
            heading = headings_of(table) if table.headed else heading
            prose.extend([*part[:start], *part[end:]])
            tables.append(_ruled(table))
        yield replace(page, tables=tuple(tables), prose=tuple(prose))


def _ruled(table: AlignedTable) -> RuledTable:
    """The same table with edges where rules would stand."""
    tops = [min(line.top for lines in row.values() for line in lines) for row in table.rows]
    bottom = max(line.bottom for lines in table.rows[-1].values() for line in lines)
    columns = (*(edge - _BEFORE for edge in table.edges), table.right + _BEFORE)
    squares = [(row, column) for row in range(len(tops)) for column in range(len(table.edges))]
    cells: dict[tuple[int, int], list[Line]] = {
        (number, column): lines for number, row in enumerate(table.rows) for column, lines in row.items()
    }
    return RuledTable(Grid((*tops, bottom), columns, {square: square for square in squares}), cells)
