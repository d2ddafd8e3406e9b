"""Lines that are printed again with other letters."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Final

from tests.damage.cut_headings import WIDTHS
from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import Role, Row
from tests.damage.markup import paragraphs

__all__ = ["LOOKALIKES", "echo"]

LOOKALIKES: Final[Mapping[str, str]] = {
    "a": "o", "b": "h", "c": "e", "d": "cl", "e": "c", "f": "t", "g": "q", "h": "b", "i": "l", "k": "h", "l": "i",
    "m": "rn", "n": "u", "o": "a", "p": "n", "r": "t", "s": "a", "t": "f", "u": "a", "v": "y", "w": "vv", "y": "v",
    "A": "R", "B": "R", "C": "G", "D": "O", "E": "F", "H": "N", "I": "l", "M": "N", "N": "M", "O": "D", "P": "D",
    "R": "P", "S": "G", "T": "I", "W": "V",
}  # fmt: skip
"""Letters as a scanner takes them for one another."""
_ECHOING: Final = (Role.RESPONSE, Role.TEXT, Role.UPDATE)
_SHORTEST: Final = 6
_ONE_IN: Final = 9
"""One letter in so many is misread."""


def echo(rows: Sequence[Row], chance: Chance) -> Change | None:
    """Print the last line of a cell again in a row of its own."""
    row = rows[0]
    for role in chance.dice.sample(_ECHOING, len(_ECHOING)):
        if line := _last_line(row, role):
            garbled = _garble(line, chance)
            damage = Damage(Kind.ECHO, row.number, role, pieces=tuple(garbled.split()))
            return Change((row, row.only({role: garbled})), damage)
    return None


def _last_line(row: Row, role: Role) -> str:
    """The last printed line of a cell that has words enough to be known again; else ""."""
    told = paragraphs(row.cell(role))
    lines = textwrap.wrap(told[-1][0], WIDTHS[role]) if told else []
    return next((line for line in reversed(lines) if len(line.split()) >= _SHORTEST), "")


def _garble(line: str, chance: Chance) -> str:
    """Misread some letters, at least two."""
    places = [index for index, letter in enumerate(line) if letter in LOOKALIKES]
    misread = set(chance.dice.sample(places, max(2, len(places) // _ONE_IN)))
    return "".join(LOOKALIKES[letter] if index in misread else letter for index, letter in enumerate(line))
