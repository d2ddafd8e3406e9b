"""What differs between two texts, word by word, so that the eye need not look for it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

__all__ = ["Piece", "sides"]


class Piece(NamedTuple):
    """Some words of a text, and whether the other text lacks them."""

    text: str
    differs: bool


def sides(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Give two texts as pieces. Texts with no words in common differ as a whole, and nothing is marked.

    >>> sides("by April 2020", "by May 2020")[0]
    (Piece(text='by', differs=False), Piece(text='April', differs=True), Piece(text='2020', differs=False))
    """
    left, right = one.split(), other.split()
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    if all(tag != "equal" for tag, *_ in steps):
        return (Piece(one, differs=False),), (Piece(other, differs=False),)
    return (
        tuple(_pieces(left, [(start, end, tag) for tag, start, end, _, _ in steps])),
        tuple(_pieces(right, [(start, end, tag) for tag, _, _, start, end in steps])),
    )


def _pieces(words: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> list[Piece]:
    return [Piece(" ".join(words[start:end]), tag != "equal") for start, end, tag in spans if start < end]
