"""What the edge of a column does to the text that runs across it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tests.damage.kinds import Chance

__all__ = ["HALVES", "Seam", "sew", "tear"]

HALVES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "w": (("w", "v"), ("w", "r")),
    "m": (("m", "n"), ("i", "n")),
    "n": (("n", "n"), ("r", "n")),
}
"""How a wide letter is read whose halves stand in two columns: the left and the right half."""


@dataclass(frozen=True, slots=True)
class Seam:
    """The two sides of an edge, the words that it cut, and the pieces that are printed of them."""

    left: str
    right: str
    cut: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()


def tear(text: str, position: int, chance: Chance) -> Seam:
    """Cut a text at an edge. Inside a word, or at its end, the letter at the edge may stand on both sides."""
    left, right = text[:position], text[position:]
    if not left or left[-1].isspace() or not right:
        return Seam(left.rstrip(), right.lstrip())
    inside = not right[0].isspace()
    left_word, right_word = left.rsplit(maxsplit=1)[-1], right.split(maxsplit=1)[0] if inside else ""
    if inside and left[-1] in HALVES and chance.happens(0.5):
        first, second = chance.dice.choice(HALVES[left[-1]])
        left, right = left[:-1] + first, second + right
    elif left[-1].isalpha() and chance.happens(0.6 if inside else 0.3):
        right = left[-1] + right
    elif not inside:
        return Seam(left, right.lstrip())
    return Seam(left, right, (left_word + right_word,) * inside, _pieces(left, right, inside=inside))


def _pieces(left: str, right: str, *, inside: bool) -> tuple[str, ...]:
    return (left.rsplit(maxsplit=1)[-1], *right.split(maxsplit=1)[:1]) if inside else tuple(right.split(maxsplit=1)[:1])


def sew(left: str, right: str) -> set[str]:
    """Give the words that two pieces may be of: put together, less what an edge doubles."""
    found = {left + right}
    for letter, halves in HALVES.items():
        found |= {left[:-1] + letter + right[1:] for half in halves if (left[-1:], right[:1]) == half}
    if left[-1:] == right[:1]:
        found.add(left + right[1:])
    return found
