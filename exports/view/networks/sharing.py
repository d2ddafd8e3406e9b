"""Who works with whom, counted: the assignments that holders share, and the groups that these make."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from answerable.exports.view.model import View

__all__ = ["Circle", "Shared", "shared_by"]


@dataclass(frozen=True, slots=True)
class Shared:
    """What is shared: `pairs` counts joint assignments of two holders, `loads` those of one, `partners` names others.

    Partners stand in order: those with whom most is shared first.
    """

    pairs: dict[tuple[str, str], int]
    loads: dict[str, int]
    partners: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Circle:
    """Holders whom shared assignments connect, and the one among them with most partners."""

    hub: str
    members: tuple[str, ...]


def shared_by(view: View) -> tuple[Shared, list[Circle]]:
    """Count what holders share, and give the circles that it makes, the largest first."""
    pairs: Counter[tuple[str, str]] = Counter()
    loads: Counter[str] = Counter()
    for item in view.assignments:
        owners = sorted(set(item.owners))
        if len(owners) > 1:
            loads.update(owners)
            pairs.update(combinations(owners, 2))
    near: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for (one, two), weight in pairs.items():
        near[one].append((-weight, two))
        near[two].append((-weight, one))
    shared = Shared(dict(pairs), dict(loads), {key: [other for _, other in sorted(near[key])] for key in sorted(near)})
    return shared, _circles(shared)


def _circles(shared: Shared) -> list[Circle]:
    graph = nx.Graph()
    graph.add_edges_from(shared.pairs)
    circles = [_circle(sorted(members), shared) for members in nx.connected_components(graph)]
    return sorted(circles, key=lambda c: (-len(c.members), -sum(shared.loads[key] for key in c.members), c.hub))


def _circle(members: list[str], shared: Shared) -> Circle:
    hub = min(members, key=lambda key: (-len(shared.partners[key]), -shared.loads[key], key))
    return Circle(hub, tuple(members))
