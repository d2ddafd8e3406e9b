"""What can happen to the rows of a plan, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from tests.damage.layout import Line, Role, Row

__all__ = ["Chance", "Change", "Damage", "Damaging", "Kind"]


class Kind(StrEnum):
    """The traits of scanned plans."""

    CUT_HEADING = "cut heading"
    """A recommendation runs across its row and is cut at the edges of the columns, a letter often printed twice."""
    DRIFT = "drift"
    """A row, or a part of the table, has an empty cell too many or too few."""
    TAIL = "tail"
    """The end of a cell stands in the next column, or at the head of its own column in the next row."""
    LOST_NUMBER = "lost number"
    """The number of a recommendation is not printed, or a stray sign stands for it."""
    ECHO = "echo"
    """A line is printed again below itself, with other letters."""
    PAGE_CUT = "page cut"
    """A page ends in the middle of a row; the rest stands in another table, below empty leading cells."""
    LOST_WORDS = "lost words"
    """Words at the edge of a cell are gone, but for a torn piece of one of them."""
    LINE_BY_LINE = "line by line"
    """Every printed line of a row is a row, its cells running side by side, in a table of fewer columns."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What was done to one row of the plan.

    The row's words less `lost` and `cut`, with `pieces`, are the words that stand there now: `lost` are words that
    cannot be had back, `cut` are words that are printed in pieces, and `pieces` are those, what is left of lost
    words, and noise. `role` is the cell that it happened to, None for the row as a whole. `places` are the tables and
    rows, counted from 1, in which the row stands now.
    """

    kind: Kind
    recommendation: str
    role: Role | None = None
    lost: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """The lines that stand for the first `used` rows now."""

    lines: tuple[Line, ...]
    damage: Damage
    used: int = 1


@dataclass(frozen=True, slots=True)
class Chance:
    """What decides: the dice of one row, the words that may still be lost, the words that the plan has (folded)."""

    dice: Random
    allowance: int
    vocabulary: frozenset[str]

    def happens(self, probability: float) -> bool:
        """Throw the dice once."""
        return self.dice.random() < probability


Damaging = Callable[[Sequence[Row], Chance], Change | None]
"""Damages the first of some rows that nothing parts; None where that cannot happen to it."""
