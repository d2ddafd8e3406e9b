"""Words at the edge of a cell that are gone.

A loss leaves a trace, a torn piece that is no word of the plan: what leaves none, no reader can mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import Role, Row
from tests.damage.markup import after_first_tags, before_last_tags, cut, cuts_within, words

__all__ = ["lost_words"]

_LOSING: Final = (Role.TEXT, Role.RESPONSE)
_MOST: Final = 3
_SHORTEST: Final = 8
_VOWELS: Final = frozenset("aeiouy")


def lost_words(rows: Sequence[Row], chance: Chance) -> Change | None:
    """Lose up to three words at the beginning or the end of the recommendation or of the response."""
    for role in chance.dice.sample(_LOSING, len(_LOSING)):
        for at_end in chance.dice.sample((True, False), 2):
            if change := _lose(rows[0], role, chance, at_end=at_end):
                return change
    return None


def _lose(row: Row, role: Role, chance: Chance, *, at_end: bool) -> Change | None:
    cell = row.cell(role)
    told = words(cell)
    number = min(chance.dice.randint(1, _MOST), chance.allowance)
    edge = len(told) - number if at_end else number
    if not number or len(told) < _SHORTEST or edge not in cuts_within(cell):
        return None
    left, right = cut(cell, edge)
    lost = told[edge:] if at_end else told[:edge]
    piece = _torn(lost[0] if at_end else lost[-1], chance, from_start=at_end)
    if not piece:
        return None
    kept = before_last_tags(left, piece) if at_end else after_first_tags(right, piece)
    damage = Damage(Kind.LOST_WORDS, row.number, role, lost=tuple(lost), pieces=(piece,))
    return Change((row.with_cells({role: kept}),), damage)


def _torn(word: str, chance: Chance, *, from_start: bool) -> str:
    """Give a piece of a word, of at most three letters and less than half of it; "" where each reads as a word."""
    sizes = range(1, min(3, (len(word) - 1) // 2) + 1)
    pieces = [word[:size] if from_start else word[-size:] for size in sizes]
    fit = [piece for piece in pieces if _tells(piece) and piece not in chance.vocabulary]
    return chance.dice.choice(fit) if fit else ""


def _tells(piece: str) -> bool:
    """Whether nobody takes a piece for a word: it is lower case and has no vowel but a lone "e"."""
    return piece.isalpha() and piece.islower() and (piece == "e" or not _VOWELS & set(piece))
