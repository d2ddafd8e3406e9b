"""How large a mark is drawn: area says load, so that twice the assignments is twice the ink."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.exports.view.model import Node

__all__ = ["radii"]

_UNIT: Final = 9.0
_LARGEST: Final = 30.0
_SMALLEST: Final = 5.0
_PLAN: Final = 17
_THING: Final = 9


def radii(nodes: Iterable[Node]) -> dict[str, int]:
    """Give each node's radius in whole pixels; the heaviest holder or recommendation gets at most 30.

    Plans and named things have one size each: a plan's load is the sum of all others and would dwarf them.
    """
    listed = list(nodes)
    heaviest = max((node.load for node in listed if node.family not in {"plan", "thing"}), default=1)
    unit = min(_UNIT, _LARGEST / sqrt(max(heaviest, 1)))
    return {node.key: _radius(node, unit) for node in listed}


def _radius(node: Node, unit: float) -> int:
    if node.family == "plan":
        return _PLAN
    if node.family == "thing":
        return _THING
    return round(max(unit * sqrt(node.load), _SMALLEST))
