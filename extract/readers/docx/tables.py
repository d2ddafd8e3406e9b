"""The geometry of Word's tables: cells that span grid columns, and rows whose edges differ by a hair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, islice
from typing import Final, NamedTuple

from answerable.extract import limits
from answerable.extract.readers.docx.tags import child, local, value, w
from answerable.extract.readers.grid import bounded, together, too_large
from answerable.extract.readers.trees import Element

__all__ = ["Placed", "placed_rows"]

_WIDEST: Final = 1_000
"""Grid columns that a table may have; Word itself allows 63."""


class Placed(NamedTuple):
    """A cell with the edge at which it begins; `covered` where the cell above reaches down over it."""

    edge: int
    cell: Element
    covered: bool


def placed_rows(name: str, table: Element) -> list[list[Placed]]:
    """Give the rows of a table, deleted ones aside; cells of a column begin at the same edge.

    Raises:
        UnreadableDocumentError: it has more cells than any plan; `name` is the document's.
    """
    if sum(1 for _ in islice(table.iter(w("tc")), limits.CELLS + 1)) > limits.CELLS:
        raise too_large(name)
    found = (list(_cells(row)) for row in _within(table, "tr") if child(row, "trPr", "del") is None)
    rows = list(bounded(name, found))
    columns = sorted({placed.edge for row in rows for placed in row})
    same = together(columns, _positions(table))
    if any(len({same[placed.edge] for placed in row}) < len(row) for row in rows):
        return rows  # two cells of one row would fall together: the widths say nothing
    return [[placed._replace(edge=same[placed.edge]) for placed in row] for row in rows]


def _within(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also within content controls and tracked insertions."""
    for part in element:
        found = local(part)
        if found == name:
            yield part
        elif found in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _within(part, name)


def _cells(row: Element) -> Iterator[Placed]:
    """The cells of a row at their grid columns; one merged into its left neighbour is part of that."""
    edge = min(_count(value(child(row, "trPr", "gridBefore"))), _WIDEST)
    for cell in _within(row, "tc"):
        properties = child(cell, "tcPr")
        span = max(_count(value(child(properties, "gridSpan"), default="1")), 1)
        down, across = child(properties, "vMerge"), child(properties, "hMerge")
        if not _goes_on(across) and child(properties, "cellDel") is None:
            yield Placed(edge, cell, _goes_on(down))
        edge = min(edge + span, _WIDEST)


def _goes_on(merge: Element | None) -> bool:
    """Whether a cell goes on from the one above or before it; a mark without a value says so too."""
    return merge is not None and value(merge, default="continue") == "continue"


def _count(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _positions(table: Element) -> list[int]:
    """Where each grid column begins, in twentieths of a point."""
    grid = child(table, "tblGrid")
    columns = grid.findall(w("gridCol")) if grid is not None else ()
    return [0, *accumulate(_count(value(column, "w")) for column in columns)]
