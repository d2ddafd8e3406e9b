"""Keeping marks apart: the whole picture is widened just enough that no two marks touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import hypot
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.exports.view.networks.drawing import Point

__all__ = ["CLEAR", "rounded", "widening"]

CLEAR: Final = 10
"""What stays free between two marks, in pixels."""
_Spot = tuple[float, float]


def widening(spots: Mapping[str, _Spot], radius: Mapping[str, int]) -> float:
    """Give by how much all places must be multiplied so that no two marks touch; 1 where none do.

    Only neighbours in a grid of the largest need are compared, so that time grows with the marks, not with their pairs.
    """
    cell = 2 * max(radius.values(), default=1) + CLEAR
    widen = 1.0
    for one, two in _near(spots, cell):
        (x1, y1), (x2, y2) = spots[one], spots[two]
        widen = max(widen, (radius[one] + radius[two] + CLEAR) / max(hypot(x1 - x2, y1 - y2), 1.0))
    return round(widen, 6)


def rounded(spots: Mapping[str, _Spot], widen: float) -> dict[str, Point]:
    """Give the places widened, in whole pixels, so that bytes agree across machines."""
    return {key: (round(x * widen), round(y * widen)) for key, (x, y) in spots.items()}


def _near(spots: Mapping[str, _Spot], cell: float) -> Iterator[tuple[str, str]]:
    grid: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for key, (x, y) in spots.items():
        column, row = int(x // cell), int(y // cell)
        for place in _around(column, row):
            yield from ((other, key) for other in grid.get(place, ()))
        grid[column, row].append(key)


def _around(column: int, row: int) -> Iterable[tuple[int, int]]:
    return ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
