"""Concentric rings: how many are needed, and who stands where on them."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, tau

__all__ = ["fill_disc", "interleave", "rings_for"]


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
    """Place keys as (angle, radius) from the middle outwards, first come innermost, each towards its pull.

    Gives the radius of the disc too; 0 where there is at most one.
    """
    spots: dict[str, tuple[float, float]] = {}
    waiting = list(keys)
    ring = 0.0 if len(waiting) == 1 or len(waiting) > 5 else pitch * 0.75
    while waiting:
        room = max(int(tau * ring / pitch), 1 if ring == 0 else 5)
        seated, waiting = waiting[:room], waiting[room:]
        turn = pi if len(seated) == 2 else -pi / 2
        for index, key in enumerate(sorted(seated, key=lambda k: (pulls.get(k, 0.0) - turn) % tau)):
            spots[key] = (turn + index / len(seated) * tau, ring)
        last, ring = ring, ring + pitch
    return spots, last if spots else 0.0
