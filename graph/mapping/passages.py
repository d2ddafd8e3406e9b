"""Which action or assignment some words stand in: a thing mentioned there is mentioned by it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from answerable.extract.records import Evidence

__all__ = ["Passages"]

_Cell = tuple[int | None, int | None, int | None, int | None]


class Passages:
    """The pieces of a document that actions and assignments were made from."""

    def __init__(self) -> None:
        self._by_cell: defaultdict[_Cell, list[tuple[Evidence, str]]] = defaultdict(list)

    def add(self, subject: str, pieces: Iterable[Evidence]) -> None:
        """Remember that a subject was made from some pieces."""
        for piece in pieces:
            self._by_cell[_cell(piece)].append((piece, subject))

    def around(self, words: Evidence) -> Iterator[str]:
        """Give each subject whose piece holds these words, once: by offsets, or by its quote where there are none."""
        found = (subject for piece, subject in self._by_cell.get(_cell(words), ()) if _holds(piece, words))
        return iter(dict.fromkeys(found))


def _cell(piece: Evidence) -> _Cell:
    return piece.page, piece.table, piece.row, piece.column


def _holds(piece: Evidence, words: Evidence) -> bool:
    if piece.start is None or piece.end is None or words.start is None or words.end is None:
        return words.quote in piece.quote
    return piece.start <= words.start and words.end <= piece.end
