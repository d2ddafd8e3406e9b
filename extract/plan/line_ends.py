"""Where the print ended a line within a passage: a person's name may stand on the line above the post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from answerable.extract.document import Passage

__all__ = ["in_lines", "line_ends", "with_line_ends"]


def line_ends(passage: Passage) -> Iterator[tuple[int, bool]]:
    """Give the offsets of the spaces that stand for the end of a line, and whether it may have ended for want of room.

    That may be where a format knows lines by their position alone. Where a page cut the words, no line ended.
    """
    offset = -1
    for piece, after in pairwise(passage.pieces):
        offset += len(piece.text) + 1
        if piece.place[:3] == after.place[:3]:
            yield offset, piece.place.box is not None


def in_lines(passage: Passage) -> str:
    """Give the text with line ends for those spaces, so that all offsets stay."""
    return with_line_ends(passage.text, line_ends(passage))


def with_line_ends(text: str, ends: Iterable[tuple[int, bool]]) -> str:
    """Give a text with line ends at some offsets, as `line_ends` gives them."""
    for offset, _ in ends:
        text = text[:offset] + "\n" + text[offset + 1 :]
    return text
