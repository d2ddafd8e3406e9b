"""What is measured of the nodes of a network: each method with its parameters, as they are told beside the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.graph.measures.betweenness import betweenness
from answerable.graph.measures.blocks import blocks
from answerable.graph.measures.communities import communities

if TYPE_CHECKING:
    from answerable.graph.measures.adjacency import Adjacency

__all__ = ["COMMUNITY", "METHODS", "OF_PARTS", "Method", "numbered"]

Values = Sequence[float]
"""What is measured of each node, by its number."""

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
    measure: Callable[[Adjacency], Values]


def _degree(graph: Adjacency) -> Values:
    return [len(others) for others in graph.neighbours]


def _strength(graph: Adjacency) -> Values:
    return [sum(weights) for weights in graph.weights]


def _betweenness(graph: Adjacency) -> Values:
    return betweenness(graph, exact=_EXACT, pivots=_PIVOTS, seed=_SEED)


def _community(graph: Adjacency) -> Values:
    return numbered(communities(graph))


def numbered(found: Sequence[Hashable]) -> Sequence[int]:
    """Number the communities of nodes from 1 by size, equal ones by their first member."""
    ordered = Counter(found).most_common()  # equally many stay as they came: by their first member
    numbers = {community: number for number, (community, _) in enumerate(ordered, start=1)}
    return [numbers[community] for community in found]


def _pieces(graph: Adjacency) -> Values:
    """Count the blocks that meet in a node, where they are two or more: without it, its part falls into as many."""
    return [count if count > 1 else 0 for count in blocks(graph)]


COMMUNITY: Final = Method(
    "community",
    "Which community it belongs to, numbered by size.",
    "Louvain, weight: {weight}, resolution 1",
    _community,
)
OF_PARTS: Final = (
    Method("degree", "With how many others it has a tie.", "", _degree),
    Method("strength", "What its ties weigh together.", "weight: {weight}", _strength),
    Method(
        "betweenness",
        "How many of the shortest ways between two others lead through it; where several are equally short, its share.",
        f"unweighted, within its connected part, from {_PIVOTS} pivots with seed {_SEED} beyond {_EXACT} nodes",
        _betweenness,
    ),
    Method(
        "pieces",
        "Into how many pieces its connected part falls without it, if two or more (an articulation point).",
        "",
        _pieces,
    ),
)
"""What has the same value in a connected part by itself as in the whole network."""
METHODS: Final = (*OF_PARTS, COMMUNITY)
"""Every method by which networks are measured."""
