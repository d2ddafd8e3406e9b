"""What is measured of the nodes of a network: each method with its parameters, as they are told beside the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["METHODS", "Method"]

Values = Mapping[int, float]

_EXACT: Final = 400
"""Up to so many nodes, betweenness looks at all pairs; beyond, from so many pivots drawn with a fixed seed."""
_PIVOTS: Final = 32
_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Method:
    """One measure of a node; what is 0 is not worth a statement. `{weight}` in the parameters is the network's."""

    name: str
    description: str
    parameters: str
    measure: Callable[[nx.Graph], Values]


def _degree(graph: nx.Graph) -> Values:
    return dict(graph.degree())


def _strength(graph: nx.Graph) -> Values:
    return dict(graph.degree(weight="weight"))


def _betweenness(graph: nx.Graph) -> Values:
    """Measure each connected part by itself: what one part holds says nothing about another."""
    import networkx as nx  # noqa: PLC0415 - loaded only where a build is measured

    values: dict[int, float] = {}
    for part in nx.connected_components(graph):
        if len(part) > 2:  # two nodes have nothing between them
            inner = nx.Graph()
            inner.add_nodes_from(sorted(part))
            inner.add_edges_from((one, other) for one in sorted(part) for other in sorted(graph[one]))
            pivots = None if len(part) <= _EXACT else _PIVOTS
            values |= nx.betweenness_centrality(inner, k=pivots, normalized=False, seed=_SEED)
    return values


def _community(graph: nx.Graph) -> Values:
    """Number the communities from 1 by size, equal ones by their first member."""
    import networkx as nx  # noqa: PLC0415 - loaded only where a build is measured

    found = nx.community.louvain_communities(graph, weight="weight", resolution=1, seed=_SEED) if len(graph) else []
    ordered = sorted(found, key=lambda members: (-len(members), min(members)))
    return {node: number for number, members in enumerate(ordered, start=1) for node in members}


def _pieces(graph: nx.Graph) -> Values:
    """Count the blocks that meet in a node, where they are two or more: without it, its part falls into as many."""
    import networkx as nx  # noqa: PLC0415 - loaded only where a build is measured

    blocks = Counter(node for block in nx.biconnected_components(graph) for node in block)
    return {node: count for node, count in blocks.items() if count > 1}


METHODS: Final = (
    Method("degree", "With how many others it has a tie.", "", _degree),
    Method("strength", "What its ties weigh together.", "weight: {weight}", _strength),
    Method(
        "betweenness",
        "How many of the shortest ways between two others lead through it; where several are equally short, its share.",
        f"unweighted, within its connected part, from {_PIVOTS} pivots with seed {_SEED} beyond {_EXACT} nodes",
        _betweenness,
    ),
    Method(
        "community",
        "Which community it belongs to, numbered by size.",
        f"Louvain, weight: {{weight}}, resolution 1, seed {_SEED}",
        _community,
    ),
    Method(
        "pieces",
        "Into how many pieces its connected part falls without it, if two or more (an articulation point).",
        "",
        _pieces,
    ),
)
"""Every method by which networks are measured."""
