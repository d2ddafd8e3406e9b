"""The evidence of one document, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.exports.facts import ask
from answerable.exports.pages.addresses import anchor_of
from answerable.graph.values import Iri

if TYPE_CHECKING:
    from answerable.exports.facts import Row
    from answerable.graph.askable import Askable

__all__ = ["Span", "spans_of"]


@dataclass(frozen=True, slots=True)
class Span:
    """One piece of a document that something was read from, by page, table, row and column or by characters."""

    iri: str
    field: str
    quote: str
    rule: str
    start: int | None
    end: int | None
    place: tuple[int, int, int]
    column: int
    rank: tuple[float, float] = (0, 0)
    """What puts pieces of one cell in their order."""
    box: tuple[float, ...] = ()
    """Left, top, right and bottom on the page, where that is known."""

    @property
    def anchor(self) -> str:
        """The name of its spot on the page."""
        return anchor_of(self.iri)


def spans_of(graph: Askable, document: str) -> list[Span]:
    """Give the evidence of a document in reading order."""
    rows = list(ask(graph, _HERE, "spans", {"document": Iri(document)}))
    ranks = {} if all(row["start"] or row["box"] for row in rows) else _ranks(graph, document, rows)
    spans = [_span(row, ranks.get(row["evidence"], (0, 0))) for row in rows]
    return sorted(spans, key=lambda span: (*span.place, span.column, span.start or 0, span.rank, span.iri))


_HERE = "answerable.exports.pages.documents"


def _ranks(graph: Askable, document: str, rows: Iterable[Row]) -> Mapping[str, tuple[float, float]]:
    """Give for pieces without a place in their cell the place of what was made of them, and their own in its words."""
    quotes = {row["evidence"]: row["quote"] for row in rows}
    ranks: dict[str, tuple[float, float]] = {}
    for row in ask(graph, _HERE, "order", {"document": Iri(document)}):
        within = row["text"].find(quotes.get(row["evidence"], ""))
        ranks.setdefault(row["evidence"], (row.number("position") or 0, within))
    return ranks


def _span(row: Row, rank: tuple[float, float]) -> Span:
    place = (row.number("page") or 0, row.number("table") or 0, row.number("row") or 0)
    box = tuple(float(side) for side in row["box"].split(",")) if row["box"] else ()
    return Span(
        row["evidence"],
        row["field"],
        row["quote"],
        row["rule"],
        row.number("start"),
        row.number("end"),
        place,
        row.number("column") or 0,
        (box[1], box[0]) if box else rank,
        box,
    )
