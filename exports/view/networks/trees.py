"""A hub and all who hang on it: the hub in the middle, the others on rings by how many steps away they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, sin, tau
from typing import Final

__all__ = ["radial"]

_STRETCH: Final = 1.4
"""Labels are wider than high, and so is what makes room for them."""


def radial(hub: str, neighbours: Mapping[str, Sequence[str]], pitch: float) -> dict[str, tuple[float, float]]:
    """Place everything that can be reached from the hub; `pitch` is the room for a mark with its label.

    >>> radial("a", {"a": ["b", "c"], "b": ["a"], "c": ["a"]}, 100)
    {'a': (0.0, 0.0), 'b': (-140.0, 0.0), 'c': (140.0, 0.0)}
    """
    children = _tree(hub, neighbours)
    leaves = _leaves(hub, children)
    spots = {hub: (0.0, 0.0)}
    first = pi if len(children[hub]) < 3 else -pi / 2
    layer, radius = [(hub, first, first + tau)], 0.0
    while layer := [wedge for parent in layer for wedge in _share(parent, children, leaves)]:
        narrowest = min(end - start for _, start, end in layer)
        radius = max(radius + pitch, pitch / min(narrowest, 1.0))
        spots |= {key: _spot(start, end, radius, turned=first == pi) for key, start, end in layer}
    return spots


def _spot(start: float, end: float, radius: float, *, turned: bool) -> tuple[float, float]:
    angle = start if turned else (start + end) / 2
    return round(_STRETCH * radius * cos(angle), 3) + 0.0, round(radius * sin(angle), 3) + 0.0


def _tree(hub: str, neighbours: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Give the children of each, breadth first: everybody hangs on the first who reaches them."""
    children: dict[str, list[str]] = {hub: []}
    queue = [hub]
    for key in queue:
        for other in neighbours[key]:
            if other not in children:
                children[other] = []
                children[key].append(other)
                queue.append(other)
    return children


def _leaves(hub: str, children: Mapping[str, Sequence[str]]) -> dict[str, int]:
    order = [hub]
    for key in order:
        order.extend(children[key])
    leaves: dict[str, int] = {}
    for key in reversed(order):
        leaves[key] = sum(leaves[child] for child in children[key]) or 1
    return leaves


def _share(
    wedge: tuple[str, float, float], children: Mapping[str, Sequence[str]], leaves: Mapping[str, int]
) -> Iterable[tuple[str, float, float]]:
    """Share the wedge of a parent among its children by how many ends each leads to."""
    parent, start, end = wedge
    for child in children[parent]:
        width = (end - start) * leaves[child] / leaves[parent]
        yield child, start, start + width
        start += width
