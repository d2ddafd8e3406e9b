"""Evidence: the pieces of a source behind a value."""

from __future__ import annotations

from collections.abc import Iterable

from answerable.extract.document import Document, Passage, Piece
from answerable.extract.records import Evidence

__all__ = ["Witness"]


class Witness:
    """Gives the evidence that a passage of one document bears."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def quote(self, piece: Piece) -> str:
        """Give the exact words of the source behind a piece, markup included."""
        return self._document.quote(piece)

    def of(self, passage: Passage, field: str, rule: str) -> tuple[Evidence, ...]:
        """Give one item per piece; the pieces, joined with one space, are the passage's text."""
        return tuple([self._piece(piece, field, rule) for piece in passage.pieces])

    def all_of(self, passages: Iterable[tuple[Passage, str, str]]) -> tuple[Evidence, ...]:
        """Give the evidence of several (passage, field, rule) in order."""
        return tuple([self._piece(piece, field, rule) for passage, field, rule in passages for piece in passage.pieces])

    def _piece(self, piece: Piece, field: str, rule: str) -> Evidence:
        segments = piece.segments
        start, end = (segments[0].source_start, segments[-1].source_end) if segments else (None, None)
        page, table, row, column, box, paragraph = piece.place
        return Evidence.trusted(
            {
                "field": field,
                "rule": rule,
                "quote": self._document.quote(piece),
                "start": start,
                "end": end,
                "page": page,
                "table": table,
                "row": row,
                "column": column,
                "box": tuple(box) if box else None,
                "paragraph": paragraph,
                "recommendation": None,
            }
        )
