"""Tables whose cells reach over others, brought to rows of equally many cells.

A cell that reaches over several columns stands in the first of them and leaves the others empty, as a text conversion
has it; one that reaches down over rows stands in the first of them, and the places below are marked as covered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from answerable.extract import limits
from answerable.extract.document import Cell, Paragraph, Place, Row, Table
from answerable.extract.errors import UnreadableDocumentError

__all__ = ["Laid", "make_table"]


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
    laid: list[Sequence[Laid]] = []
    edges: set[int] = set()
    count = 0
    for row in rows:
        laid.append(row)
        edges.update(cell.edge for cell in row)
        count += len(row)
        if max(count, len(edges) * len(laid)) > limits.CELLS:
            raise UnreadableDocumentError(
                f"{name}: table {index} has more than {limits.CELLS} cells; no plan has so many, keep its table alone"
            )
    ordered = sorted(edges) or [0]
    return Table(index, tuple(_row(row, ordered, Place(None, index, number)) for number, row in enumerate(laid, 1)))


def _row(laid: Iterable[Laid], edges: Sequence[int], place: Place) -> Row:
    found = {cell.edge: cell for cell in laid}
    return Row(place, tuple(_cell(found.get(edge), place._replace(column=i)) for i, edge in enumerate(edges, start=1)))


def _cell(laid: Laid | None, place: Place) -> Cell:
    column = place.column or 0
    return Cell(column, laid.content(place), laid.covered) if laid else Cell(column)
