"""Tables whose cells reach over others, brought to rows of equally many cells.

A cell that reaches over several columns stands in the first of them and leaves the others empty, as a text conversion
has it; one that reaches down over rows stands in the first of them, and the places below are marked as covered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, TypeVar

from answerable.extract import limits
from answerable.extract.document import Cell, Paragraph, Place, Row, Table
from answerable.extract.errors import UnreadableDocumentError

__all__ = ["Laid", "bounded", "make_table", "together", "too_large"]

_HAIR: Final = 150
"""Twentieths of a point within which two edges are one to the eye: 2.6 mm, while the narrowest column has 8."""


_Cells = TypeVar("_Cells", bound=Sequence[Any])
"""The cells of a row, whatever they are."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell that begins at an edge of the grid; `content` gives its paragraphs once its place is known."""

    edge: int
    content: Callable[[Place], tuple[Paragraph, ...]]
    covered: bool = False


def make_table(name: str, index: int, rows: Iterable[Sequence[Laid]]) -> Table:
    """Give a table of rows as wide as there are edges at which any cell begins.

    Raises:
        UnreadableDocumentError: it has more cells than any plan; `name` is the document's.
    """
    laid = list(bounded(name, rows))
    edges = sorted({cell.edge for row in laid for cell in row}) or [0]
    if len(edges) * len(laid) > limits.CELLS:
        raise too_large(name)
    return Table(index, tuple(_row(row, edges, Place(None, index, number)) for number, row in enumerate(laid, 1)))


def bounded(name: str, rows: Iterable[_Cells]) -> Iterator[_Cells]:
    """Hand the rows of a table on, as long as they hold no more cells than a plan can have.

    Raises:
        UnreadableDocumentError: they do; `name` is the document's.
    """
    count = 0
    for row in rows:
        count += max(len(row), 1)
        if count > limits.CELLS:
            raise too_large(name)
        yield row


def too_large(name: str) -> UnreadableDocumentError:
    """Give the error of a table that has more cells than any plan."""
    return UnreadableDocumentError(
        f"{name}: a table in it has more than {limits.CELLS} cells; no plan has so many, keep its table alone"
    )


def together(columns: Sequence[int], positions: Sequence[int]) -> dict[int, int]:
    """Give each column of a grid the first of those that begin where it does, by the eye.

    `positions` are where the columns of the grid begin, in twentieths of a point; where they do not tell, every
    column stands for itself.
    """
    if not columns or columns[-1] >= len(positions) or any(a == b for a, b in pairwise(positions)):
        return {column: column for column in columns}
    same: dict[int, int] = {}
    leader = columns[0]
    for column in columns:
        if positions[column] - positions[leader] > _HAIR:
            leader = column
        same[column] = leader
    return same


def _row(laid: Iterable[Laid], edges: Sequence[int], place: Place) -> Row:
    found = {cell.edge: cell for cell in laid}
    return Row(place, tuple(_cell(found.get(edge), place._replace(column=i)) for i, edge in enumerate(edges, start=1)))


def _cell(laid: Laid | None, place: Place) -> Cell:
    column = place.column or 0
    return Cell(column, laid.content(place), covered=laid.covered) if laid else Cell(column)
