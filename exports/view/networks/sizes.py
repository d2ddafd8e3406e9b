"""How large a mark is drawn: area says load, so that twice the assignments is twice the ink."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.exports.view.model import Node

__all__ = ["PLAN", "radii", "sized", "unit_of"]

_UNIT: Final = 9.0
_LARGEST: Final = 30.0
_SMALLEST: Final = 5.0
PLAN: Final = 17
"""The radius of a plan, one for all: its load is the sum of all others and would dwarf them."""


def unit_of(loads: Iterable[int]) -> float:
    """Give the radius of a load of 1, so chosen that the heaviest gets at most 30 pixels.

    >>> unit_of([1, 4])
    9.0
    """
    return min(_UNIT, round(_LARGEST / sqrt(max(max(loads, default=1), 1)), 3))


def sized(load: int, unit: float) -> int:
    """Give the radius of a load in whole pixels, never so small that it cannot be hit."""
    return round(max(unit * sqrt(load), _SMALLEST))


def radii(nodes: Iterable[Node], loads: Mapping[str, int] | None = None) -> dict[str, int]:
    """Give each node's radius in whole pixels; `loads` replaces the nodes' own loads where a network counts else."""
    listed = list(nodes)
    weight = {node.key: (loads or {}).get(node.key, node.load) for node in listed}
    unit = unit_of(weight[node.key] for node in listed if node.family != "plan")
    return {node.key: PLAN if node.family == "plan" else sized(weight[node.key], unit) for node in listed}
