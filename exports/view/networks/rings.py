"""Concentric rings: how many are needed, and who stands where on them."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, sin, tau
from typing import Final

__all__ = ["fill_disc", "interleave", "rings_for"]

_ONE_RING: Final = 12
"""So many still stand on one ring, with the middle left free; a disc would hide their ties and names."""


def rings_for(count: int, innermost: float, pitch: float, stretch: float) -> list[float]:
    """Give the radii of as few rings as hold `count` marks a pitch apart; two at least once labels would crowd.

    >>> rings_for(4, 80, 80, 1.0)
    [80]
    >>> rings_for(12, 80, 80, 1.0)
    [80, 160]
    """
    crowded = 6
    rings: list[float] = []
    room = 0.0
    ring = innermost
    while count and (room < count or (count > crowded and len(rings) < 2)):
        rings.append(ring)
        room += tau * ring * (1 + stretch) / 2 / (1.15 * pitch)
        ring += pitch
    return rings


def interleave(count: int, rings: Sequence[float]) -> list[tuple[float, float]]:
    """Give `count` places as (fraction of the arc, radius), in order along the arc, shared by the rings' lengths.

    Neighbours along the arc stand on different rings where they can, so that their labels do not meet.
    """
    total = sum(rings)
    ends = [round(count * sum(rings[: i + 1]) / total) for i in range(len(rings))]
    places = [
        ((k + 0.5) / (end - start), ring)
        for start, end, ring in zip([0, *ends], ends, rings, strict=False)
        for k in range(end - start)
    ]
    return sorted(places)


def fill_disc(
    keys: Sequence[str], pulls: dict[str, float], pitch: float
) -> tuple[dict[str, tuple[float, float]], float]:
    """Place keys as (angle, radius): one in the middle, a few on a ring, many from the middle outwards.

    Those that come first stand innermost, and each ring is turned so that its keys stand towards their pulls. Gives
    the radius of the disc too; 0 where there is at most one.
    """
    spots: dict[str, tuple[float, float]] = {}
    waiting = list(keys)
    ring = 0.0 if len(waiting) == 1 or len(waiting) > _ONE_RING else pitch * max(len(waiting) / tau, 0.6)
    last = 0.0
    while waiting:
        room = max(int(tau * ring / pitch + 0.01), 1)
        seated, waiting = sorted(waiting[:room], key=lambda key: (pulls.get(key, 0.0), key)), waiting[room:]
        turn = _best_turn([pulls.get(key, 0.0) for key in seated])
        spots |= {key: (turn + index / len(seated) * tau, ring) for index, key in enumerate(seated)}
        last, ring = ring, ring + pitch
    return spots, last


def _best_turn(pulls: Sequence[float]) -> float:
    """Give where an even ring must start so that its places are, on the whole, nearest to the pulls."""
    misfits = [pull - index / len(pulls) * tau for index, pull in enumerate(pulls)]
    return round(atan2(sum(map(sin, misfits)), sum(map(cos, misfits))), 6)
