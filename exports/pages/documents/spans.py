"""The evidence of one document, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from answerable.exports.facts import ask
from answerable.exports.facts.words import field_in_words
from answerable.exports.pages.addresses import anchor_of
from answerable.graph.values import Iri

if TYPE_CHECKING:
    from answerable.exports.facts import Row
    from answerable.graph.askable import Askable

__all__ = ["Span", "by_place", "spans_of"]


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

    @property
    def anchor(self) -> str:
        """The name of its spot on the page."""
        return anchor_of(self.iri)

    @property
    def said(self) -> str:
        """Which part of a plan it was read as."""
        column = f"column {self.column}, " if self.column else ""
        return f"{column}{field_in_words(self.field)}:"


def spans_of(graph: Askable, document: str) -> list[Span]:
    """Give the evidence of a document in reading order."""
    rows = ask(graph, "answerable.exports.pages.documents", "spans", {"document": Iri(document)})
    return sorted(map(_span, rows), key=lambda span: (*span.place, span.column, span.start or 0, span.iri))


def by_place(spans: Iterable[Span]) -> Iterator[tuple[str, list[Span]]]:
    """Give the spans of each row of each table, or of each page, with the name of the place."""
    for place, found in groupby(spans, key=lambda span: span.place):
        words = [f"{name} {number}" for name, number in zip(("page", "table", "row"), place, strict=True) if number]
        yield (", ".join(words) or "outside all tables").capitalize(), list(found)


def _span(row: Row) -> Span:
    place = (row.number("page") or 0, row.number("table") or 0, row.number("row") or 0)
    return Span(
        row["evidence"],
        row["field"],
        row["quote"],
        row["rule"],
        row.number("start"),
        row.number("end"),
        place,
        row.number("column") or 0,
    )
