"""Numbers of recommendations that are not printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import Role, Row

__all__ = ["lost_number"]

_STRAY: Final = ("", "", "•", "·", "-")


def lost_number(rows: Sequence[Row], chance: Chance) -> Change | None:
    """Take away the number of the recommendation that begins here."""
    row = rows[0]
    printed = row.text(Role.NUMBER)
    if not row.opens or not printed:
        return None
    sign = chance.dice.choice(_STRAY)
    damage = Damage(Kind.LOST_NUMBER, row.number, Role.NUMBER, lost=(printed,), pieces=(sign,) if sign else ())
    return Change((row.with_cells({Role.NUMBER: sign}),), damage)
