"""The networks of a build: what their nodes and ties are, and what a tie weighs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING, Final

from answerable.graph.measures.adjacency import Adjacency

if TYPE_CHECKING:
    from answerable.graph.measures.ties import Ties

__all__ = ["NETWORKS", "Network", "Weights", "graph_of", "things_of"]

Weights = Mapping[tuple[str, str], int]
"""What each tie weighs, by its two ends: what is measured stands first."""


@dataclass(frozen=True, slots=True)
class Network:
    """One way to look at a build: `ties` gives the weights, of which `weight` says in words what they count."""

    name: str
    description: str
    weight: str
    least: int
    """Things with fewer ties than this are part of the network but not worth a number."""
    ties: Callable[[Ties], Weights]
    both_ends: bool = False
    """Whether both ends of a tie are things to measure, or only the first."""


def _ownership(ties: Ties) -> Weights:
    return Counter((holder, recommendation) for holder, _, recommendation in ties.held())


def _co_ownership(ties: Ties) -> Weights:
    together: defaultdict[str, list[str]] = defaultdict(list)
    for holder, assignment, _ in ties.held():
        together[assignment].append(holder)
    return Counter(pair for holders in together.values() for pair in combinations(sorted(holders), 2))


def _plans(ties: Ties) -> Weights:
    plans = ties.plans()
    return Counter((holder, plans[recommendation]) for holder, _, recommendation in ties.held())


def _programmes(ties: Ties) -> Weights:
    plans = ties.plans()
    return Counter((thing, plans[recommendation]) for thing, recommendation in ties.involved())


NETWORKS: Final = (
    Network(
        "ownership", "Holders and the recommendations in which they have an assignment.", "assignments", 1, _ownership
    ),
    Network(
        "co-ownership", "Holders that share an assignment.", "shared assignments", 1, _co_ownership, both_ends=True
    ),
    Network("plans", "Holders and the plans in which they have an assignment.", "assignments", 2, _plans),
    Network("programmes", "Named things and the plans that involve them.", "recommendations", 2, _programmes),
)
"""Every network that a build is measured in."""


def graph_of(weights: Weights) -> tuple[Adjacency, list[str]]:
    """Give a network as a graph whose nodes are places in a sorted list of names, so that no chance orders them."""
    names = sorted({end for tie in weights for end in tie})
    places = {name: place for place, name in enumerate(names)}
    ties = {(places[one], places[other]): weight for (one, other), weight in weights.items()}
    return Adjacency.of(ties, len(names)), names


def things_of(network: Network, weights: Weights) -> frozenset[str]:
    """Give the things in a network that are worth a number."""
    degrees = Counter(chain.from_iterable(weights))
    sought = degrees if network.both_ends else {thing for thing, _ in weights}
    return frozenset(thing for thing in sought if degrees[thing] >= network.least)
