"""What measuring a network costs beside networkx alone, and whether its numbers are the same.

The network is made up: holders who answer recommendations, a few for much of all, most for the plans of one body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Final

import networkx as nx

from answerable.graph.measures.methods import METHODS
from answerable.graph.measures.networks import graph_of
from benchmarks.harness import Measured, beside

__all__ = ["measure", "network"]

FASTER: Final = 5.0
PIVOTS: Final = 32
EXACT: Final = 400

Ties = dict[tuple[str, str], int]


def network(ties: int, seed: int = 1) -> Ties:
    """Make up who answers what: (holder, recommendation) with the number of assignments."""
    chance = Random(seed)  # noqa: S311 - made up, not secret
    made: Counter[tuple[str, str]] = Counter()
    plan = 0
    while len(made) < ties:
        plan += 1
        for number in range(chance.randint(5, 13)):
            for _ in range(chance.randint(1, 4)):
                made[_holder(chance, plan), f"plan {plan}, {number}"] += 1
    return dict(made)


def _holder(chance: Random, plan: int) -> str:
    if chance.random() < 0.25:
        return f"national {min(int(chance.expovariate(0.15)), 200)}"
    return f"body {plan // 2}, post {min(int(chance.expovariate(0.35)), 14)}"


def by_networkx(ties: Ties) -> Mapping[str, Sequence[float]]:
    """Measure with networkx alone what we measure."""
    names = sorted({end for tie in ties for end in tie})
    places = {name: place for place, name in enumerate(names)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_weighted_edges_from((places[one], places[other], ties[one, other]) for one, other in sorted(ties))
    blocks = Counter(node for block in nx.biconnected_components(graph) for node in block)
    between = _betweenness(graph)
    groups = nx.community.louvain_communities(graph, weight="weight", resolution=1, seed=1)
    group = {node: number for number, members in enumerate(groups, start=1) for node in members}
    found: Mapping[str, Mapping[int, float]] = {
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "betweenness": between,
        "community": group,
        "pieces": {node: count for node, count in blocks.items() if count > 1},
    }
    return {name: [values.get(node, 0) for node in graph] for name, values in found.items()}


def _betweenness(graph: nx.Graph) -> dict[int, float]:
    values: dict[int, float] = {}
    for part in nx.connected_components(graph):
        inner = nx.Graph()
        inner.add_nodes_from(sorted(part))
        inner.add_edges_from(graph.edges(part))
        pivots = None if len(part) <= EXACT else PIVOTS
        values |= nx.betweenness_centrality(inner, k=pivots, normalized=False, seed=1)
    return values


def ours(ties: Ties) -> Mapping[str, Sequence[float]]:
    """Measure by every method of a build."""
    graph, _ = graph_of(ties)
    return {method.name: method.measure(graph) for method in METHODS}


def measure(ties: int = 50_000, runs: int = 5) -> Iterator[Measured]:
    """Compare times, then numbers."""
    made = network(ties)
    mine, peer = beside(lambda: ours(made), lambda: by_networkx(made), runs)
    what = f"all measures of a network of {len(made):,} ties"
    yield Measured(what, "networkx alone", mine, peer, floor=FASTER, better="at least")
    found, theirs = ours(made), by_networkx(made)
    apart = max(_apart(found[name], theirs[name]) for name in theirs if name != "community")
    what = "furthest that a centrality is from networkx's"
    yield Measured(what, "", apart, unit="of its size", floor=1e-9)
    one, other = (_modularity(made, values["community"]) for values in (found, theirs))
    note = f"modularity {one:.6f}, by networkx {other:.6f}"
    yield Measured(
        "modularity of the communities", "networkx's", one / other, unit="times", floor=1, better="at least", note=note
    )


def _apart(mine: Sequence[float], theirs: Sequence[float]) -> float:
    return max(abs(one - other) / max(1, abs(other)) for one, other in zip(mine, theirs, strict=True))


def _modularity(ties: Ties, groups: Sequence[float]) -> float:
    """Give the share of weight within communities, less what chance would put there."""
    names = sorted({end for tie in ties for end in tie})
    group, degrees = dict(zip(names, groups, strict=True)), defaultdict[float, int](int)
    for (one, other), weight in ties.items():
        degrees[group[one]] += weight
        degrees[group[other]] += weight
    whole = sum(ties.values())
    inside = sum(weight for (one, other), weight in ties.items() if group[one] == group[other])
    return inside / whole - sum((degree / (2 * whole)) ** 2 for degree in degrees.values())
