"""Where everything stands, worked out beforehand by geometry alone, so that the page is still when it opens.

Plans stand outside, each with its recommendations on an arc of its own; the holders of one plan stand within its arc,
and holders who span plans stand in the middle, where they are seen at once. The rings are ellipses, since screens and
labels are wider than they are high.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, cos, sin, tau
from typing import TYPE_CHECKING, Final

from answerable.exports.view.networks.apart import CLEAR, rounded, widening
from answerable.exports.view.networks.rings import fill_disc, interleave, rings_for
from answerable.exports.view.networks.sectors import Sector, share_circle

if TYPE_CHECKING:
    from answerable.exports.view.model import Edge, Node
    from answerable.exports.view.networks.drawing import Point

__all__ = ["Layout", "place"]

_STRETCH: Final = 1.55
_PITCH: Final = 84.0
"""From one ring to the next: room for the largest mark and two lines of label."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions by node key, and for each plan the arc that holds its recommendations; whole pixels, y down."""

    positions: dict[str, Point]
    arcs: dict[str, tuple[Point, ...]]


def place(nodes: Sequence[Node], edges: Iterable[Edge], radius: dict[str, int]) -> Layout:
    """Place all nodes; no two marks touch, and equal input gives equal output."""
    sectors = share_circle(nodes)
    angles = _recommendation_angles(sectors)
    for sector in sectors:
        angles[sector.plan.key] = sector.middle
    pulls = _pulls(edges, angles)
    spots, core = _holders(nodes, sectors, pulls)
    outer = max([core + _PITCH, *(_ring_radius(len(s.recommendations), s.width, radius, s) for s in sectors)])
    roomier = max((outer - _PITCH) / core, 1.0) if core else 1.0
    spots = {key: (angle, ring * roomier) for key, (angle, ring) in spots.items()}
    spots |= {key: (angle, outer) for key, angle in angles.items()}
    rim = outer + (_PITCH if any(s.recommendations for s in sectors) else 0)
    spots |= {s.plan.key: (s.middle, rim) for s in sectors}
    arcs = {s.plan.key: _arc(s, outer + 0.6 * (rim - outer)) for s in sectors if s.recommendations}
    return _apart({key: _xy(*spot) for key, spot in spots.items()}, arcs, radius)


def _recommendation_angles(sectors: Iterable[Sector]) -> dict[str, float]:
    return {
        node.key: sector.start + (index + 0.5) / len(sector.recommendations) * sector.width
        for sector in sectors
        for index, node in enumerate(sector.recommendations)
    }


def _ring_radius(count: int, width: float, radius: dict[str, int], sector: Sector) -> float:
    """Give the radius at which the recommendations of a sector stand clear of each other."""
    needed = sum(2 * radius[node.key] + CLEAR for node in sector.recommendations)
    return needed / width if count else 0.0


def _pulls(edges: Iterable[Edge], angles: dict[str, float]) -> dict[str, float]:
    """Give for each tied node the mean direction of what it is tied to."""
    sums: dict[str, tuple[float, float]] = {}
    for edge in edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            if there in angles:
                x, y = sums.get(here, (0.0, 0.0))
                sums[here] = (x + edge.weight * cos(angles[there]), y + edge.weight * sin(angles[there]))
    return {key: round(atan2(y, x), 6) for key, (x, y) in sums.items()}


def _holders(
    nodes: Sequence[Node], sectors: Sequence[Sector], pulls: dict[str, float]
) -> tuple[dict[str, tuple[float, float]], float]:
    """Give holders their (angle, radius), and the radius of the disc that holds them all."""
    spanning = [n for n in nodes if n.family in {"post", "body"} and len(n.plans) > 1]
    spanning.sort(key=lambda n: (-len(n.plans), -n.load, n.key))
    spots, edge = fill_disc([n.key for n in spanning], pulls, 1.3 * _PITCH)
    local = sum(len(sector.holders) for sector in sectors)
    rings = rings_for(local, edge + 1.4 * _PITCH if spanning else _PITCH, _PITCH, _STRETCH)
    for sector in sectors:
        ordered = sorted(sector.holders, key=lambda n: (sector.offset(pulls.get(n.key, sector.middle)), n.key))
        for node, (fraction, ring) in zip(ordered, interleave(len(ordered), rings), strict=True):
            spots[node.key] = (sector.start + fraction * sector.width, ring)
    return spots, max([edge, *rings])


def _arc(sector: Sector, ring: float) -> list[tuple[float, float]]:
    steps = 2 * max(round(sector.width / tau * 90), 1)
    inset = sector.width / len(sector.recommendations) / 4
    span = sector.width - 2 * inset
    return [_xy(sector.start + inset + span * step / steps, ring) for step in range(steps + 1)]


def _xy(angle: float, ring: float) -> tuple[float, float]:
    return _STRETCH * ring * cos(angle), ring * sin(angle)


def _apart(
    spots: dict[str, tuple[float, float]], arcs: dict[str, list[tuple[float, float]]], radius: dict[str, int]
) -> Layout:
    """Widen the whole picture just enough that no two marks touch, and round it to whole pixels."""
    widen = widening(spots, radius)
    return Layout(
        rounded(spots, widen),
        {key: tuple((round(x * widen), round(y * widen)) for x, y in arc) for key, arc in arcs.items()},
    )
