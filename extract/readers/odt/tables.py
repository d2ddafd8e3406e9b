"""The geometry of OpenDocument's tables: cells that span columns and rows, and the places that they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from answerable.extract.readers.grid import bounded, together
from answerable.extract.readers.odt.tags import count, get, q
from answerable.extract.readers.odt.tags import name as kind
from answerable.extract.readers.trees import Element

__all__ = ["Placed", "column_widths", "placed_rows"]

_MOST_COLUMNS: Final = 1_000
_MOST_REPEATED: Final = 1_000
_UNITS: Final = {"cm": 567.0, "mm": 56.7, "in": 1440.0, "pt": 20.0, "pc": 240.0, "px": 15.0}
"""Twentieths of a point."""
_LENGTH: Final = re.compile(r"([\d.]+)(cm|mm|in|pt|pc|px)")
_GROUPS: Final = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})
_COLUMN_GROUPS: Final = frozenset({"table:table-columns", "table:table-header-columns", "table:table-column-group"})


class Placed(NamedTuple):
    """A cell with the column at which it begins; None where one above reaches down."""

    edge: int
    cell: Element | None


def column_widths(roots: Sequence[Element]) -> dict[str, int]:
    """Give the widths that the styles of columns set, in twentieths of a point."""
    properties = (each for root in roots for each in root.iter(q("style:table-column-properties")))
    return {get(each.getparent(), "style:name"): _length(get(each, "style:column-width")) for each in properties}


def _length(text: str) -> int:
    match = _LENGTH.match(text)
    return int(float(match[1]) * _UNITS[match[2]]) if match else 0


def placed_rows(name: str, table: Element, widths: Mapping[str, int]) -> list[list[Placed]]:
    """Give the rows of a table; cells of a column begin at the same edge, by the eye.

    Raises:
        UnreadableDocumentError: it has more cells than any plan; `name` is the document's.
    """
    rows = list(bounded(name, _rows(table)))
    columns = sorted({placed.edge for row in rows for placed in row})
    same = together(columns, [0, *accumulate(_widths(table, widths))])
    if any(len({same[placed.edge] for placed in row}) < len(row) for row in rows):
        return rows
    return [[placed._replace(edge=same[placed.edge]) for placed in row] for row in rows]


def _widths(table: Element, widths: Mapping[str, int]) -> Iterator[int]:
    for part in table:
        if kind(part) in _COLUMN_GROUPS:
            yield from _widths(part, widths)
        elif kind(part) == "table:table-column":
            times = count(part, "table:number-columns-repeated", _MOST_COLUMNS)
            yield from [widths.get(get(part, "table:style-name"), 0)] * times


def _rows(table: Element) -> Iterator[list[Placed]]:
    reaching: dict[int, int] = {}  # column: rows still to cover
    for row in _row_elements(table):
        placed: list[Placed] = []
        below: dict[int, int] = {column: rows - 1 for column, rows in reaching.items() if rows > 1}
        for column, cell in _cells(row):
            if kind(cell) == "table:table-cell":
                placed.append(Placed(column, cell))
                down = count(cell, "table:number-rows-spanned", _MOST_REPEATED)
                if down > 1:
                    below[column] = down - 1
            elif column in reaching:
                placed.append(Placed(column, None))
        reaching = below
        yield placed


def _row_elements(table: Element) -> Iterator[Element]:
    for part in table:
        if kind(part) in _GROUPS:
            yield from _row_elements(part)
        elif kind(part) == "table:table-row":
            for _ in range(count(part, "table:number-rows-repeated", _MOST_REPEATED)):
                yield part


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in row:
        if kind(cell) not in {"table:table-cell", "table:covered-table-cell"}:
            continue
        for _ in range(count(cell, "table:number-columns-repeated", _MOST_COLUMNS)):
            if column < _MOST_COLUMNS:
                yield column, cell
            column += 1
