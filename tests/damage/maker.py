"""Damages the text of a plan as scanning does: by the row and by the cell, and telling what it did.

**Strength**, from 0 to 1, is how much of a plan is damaged, not how badly: each row of the plan's table is touched
with a probability of half the strength, by one trait that the dice choose among those that can happen to it, and of a
hundred words of the table at most four times the strength are lost. So

- 0 gives the text back as it was, byte by byte;
- 0.5 is **moderate**: about one row in four is touched, and less than 2 % of the words are lost;
- 1 touches every other row.

The rows that are touched at one strength are touched in the same way at every greater one, as far as words may still
be lost. A trait may take the rows after its own with it (a page of three rows that has fewer columns). Headings,
introductions, definitions, section headings and totals are left alone. One seed gives one result, on any machine.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final
from zlib import crc32

from tests.damage.cut_headings import cut_heading
from tests.damage.drifts import drift
from tests.damage.echoes import echo
from tests.damage.kinds import Chance, Change, Damage, Damaging, Kind
from tests.damage.layout import Line, Row, places, render
from tests.damage.line_by_line import line_by_line
from tests.damage.lost_numbers import lost_number
from tests.damage.lost_words import lost_words
from tests.damage.markup import words
from tests.damage.page_cuts import page_cut
from tests.damage.parsing import parse
from tests.damage.tails import tail

__all__ = ["MODERATE", "Damaged", "damage"]

MODERATE: Final = 0.5
_LOSS: Final = 0.04
_WAYS: Final[Mapping[Kind, Damaging]] = {
    Kind.CUT_HEADING: cut_heading,
    Kind.DRIFT: drift,
    Kind.TAIL: tail,
    Kind.LOST_NUMBER: lost_number,
    Kind.ECHO: echo,
    Kind.PAGE_CUT: page_cut,
    Kind.LOST_WORDS: lost_words,
    Kind.LINE_BY_LINE: line_by_line,
}


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged plan: its text, what was done to it in order, and how many rows its table had before."""

    text: str
    damages: tuple[Damage, ...]
    rows: int


def damage(text: str, *, seed: int, strength: float = MODERATE, kinds: Collection[Kind] = tuple(Kind)) -> Damaged:
    """Damage the text of a plan, as tab-separated or Markdown rows, by some or all of the traits.

    Raises:
        ValueError: the strength is not between 0 and 1.
    """
    if not 0 <= strength <= 1:
        raise ValueError(f"strength {strength} is not between 0 and 1")
    lines = parse(text)
    rows = [line for line in lines if isinstance(line, Row)]
    making = _Making(
        f"{seed}:{crc32(text.encode())}",
        strength,
        [kind for kind in Kind if kind in kinds],
        _count(rows),
        _vocabulary(rows),
    )
    pieces = list(making.pieces(lines))
    whole = [line for piece, _ in pieces for line in piece]
    return Damaged(render(whole), tuple(_placed(pieces, whole)), len(rows))


def _count(rows: Sequence[Row]) -> int:
    return sum(len(words(cell)) for row in rows for cell in row.cells)


def _vocabulary(rows: Sequence[Row]) -> frozenset[str]:
    return frozenset(word.casefold().strip(".,;:()") for row in rows for cell in row.cells for word in words(cell))


@dataclass(slots=True)
class _Making:
    seed: str
    strength: float
    kinds: list[Kind]
    words: int
    vocabulary: frozenset[str]
    lost: int = 0

    def pieces(self, lines: Sequence[Line]) -> Iterator[tuple[tuple[Line, ...], Damage | None]]:
        """Give the lines in order, those that were damaged together with what was done to them."""
        index, row = 0, 0
        while index < len(lines):
            run = _rows_from(lines, index)
            change = self._change(run, row) if run else None
            used = change.used if change else 1
            yield (change.lines, change.damage) if change else ((lines[index],), None)
            index, row = index + used, row + used * bool(run)

    def _change(self, run: Sequence[Row], row: int) -> Change | None:
        dice = Random(f"{self.seed}:{row}")  # noqa: S311 - dice of their own, so that one row's do not move another's
        if dice.random() >= self.strength / 2:
            return None
        chance = Chance(dice, int(_LOSS * self.strength * self.words) - self.lost, self.vocabulary)
        for kind in dice.sample(self.kinds, len(self.kinds)):
            if change := _WAYS[kind](run, chance):
                self.lost += len(change.damage.lost) if kind is Kind.LOST_WORDS else 0
                return change
        return None


def _rows_from(lines: Sequence[Line], index: int) -> list[Row]:
    """The rows that follow one another from here on without anything between them."""
    run: list[Row] = []
    for line in lines[index:]:
        if not isinstance(line, Row):
            break
        run.append(line)
    return run


def _placed(pieces: Sequence[tuple[tuple[Line, ...], Damage | None]], whole: Sequence[Line]) -> Iterator[Damage]:
    where = iter(list(places(whole)))
    for lines, done in pieces:
        here = tuple(place for _, place in zip(lines, where, strict=False) if place)
        if done:
            yield replace(done, places=here)
