"""Sharing the circle: each plan gets an arc as wide as what it holds, plans that share holders side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, tau
from typing import TYPE_CHECKING, Final

import networkx as nx

if TYPE_CHECKING:
    from answerable.exports.view.model import Node

__all__ = ["Sector", "share_circle"]

_HOLDER: Final = 0.75
"""A holder takes less of the arc than a recommendation, since holders stand on several rings."""


@dataclass(frozen=True, slots=True)
class Sector:
    """A plan's arc: from `start`, `width` wide (radians, clockwise on the screen), and what stands in it."""

    plan: Node
    recommendations: tuple[Node, ...]
    holders: tuple[Node, ...]
    start: float
    width: float

    @property
    def middle(self) -> float:
        """The direction of the plan itself."""
        return self.start + self.width / 2

    def offset(self, angle: float) -> float:
        """Give how far clockwise an angle stands from the middle of this arc, between -pi and pi."""
        return (angle - self.middle + pi) % tau - pi


def share_circle(nodes: Sequence[Node]) -> list[Sector]:
    """Share the circle among the plans; unconnected groups of plans stand further apart than connected ones."""
    recommendations, holders = defaultdict(list), defaultdict(list)
    for node in nodes:
        if node.family == "recommendation":
            recommendations[node.plans[0]].append(node)
        elif node.family in {"post", "body"} and len(node.plans) == 1:
            holders[node.plans[0]].append(node)
    groups = _groups(nodes)
    plans = [plan for group in groups for plan in group]
    weights = [max(len(recommendations[p.key]), _HOLDER * len(holders[p.key]), 2.0) for p in plans]
    gaps = _gaps(groups)
    free = tau - sum(gaps)
    widths = [free * weight / sum(weights) for weight in weights]
    starts = _starts(widths, gaps)
    return [
        Sector(plan, tuple(recommendations[plan.key]), tuple(holders[plan.key]), start, width)
        for plan, start, width in zip(plans, starts, widths, strict=True)
    ]


def _groups(nodes: Sequence[Node]) -> list[list[Node]]:
    """Give the plans in groups that shared holders connect, largest group first, each in its given order."""
    rank = {node.key: i for i, node in enumerate(nodes) if node.family == "plan"}
    graph = nx.Graph()
    graph.add_nodes_from(rank)
    for node in nodes:
        if node.family in {"post", "body"}:
            nx.add_path(graph, [plan for plan in node.plans if plan in rank])
    groups = [sorted(group, key=rank.__getitem__) for group in nx.connected_components(graph)]
    groups.sort(key=lambda group: (-len(group), rank[group[0]]))
    return [[nodes[rank[key]] for key in group] for group in groups]


def _gaps(groups: Sequence[Sequence[Node]]) -> list[float]:
    """Give the free angle after each plan: 0.1 to a connected plan, 0.25 to another group, less when there are many."""
    wide = [0.25 if plan is group[-1] else 0.1 for group in groups for plan in group]
    return [gap * min(1.0, 2.0 / max(sum(wide), 1e-9)) for gap in wide]


def _starts(widths: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Give where each arc starts: the first plan at the top, or two plans left and right."""
    first = pi if len(widths) == 2 else -pi / 2
    start = first - (widths[0] / 2 if widths else 0.0)
    starts = []
    for width, gap in zip(widths, gaps, strict=True):
        starts.append(start)
        start += width + gap
    return starts
