"""The measures are those of networkx; only the communities may differ, and hold together no worse."""

from __future__ import annotations

from collections import Counter, defaultdict
from random import Random
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from answerable.graph.measures.adjacency import Adjacency
from answerable.graph.measures.betweenness import betweenness
from answerable.graph.measures.blocks import blocks
from answerable.graph.measures.communities import communities

if TYPE_CHECKING:
    from collections.abc import Sequence

    Ties = dict[tuple[int, int], int]


def tied(count: int, ties: int, seed: int) -> Ties:
    """Make a network of several parts, in which a few nodes have most ties."""
    chance = Random(seed)  # noqa: S311 - test data
    made: Counter[tuple[int, int]] = Counter()
    while len(made) < ties:
        one, other = int(count * chance.random() ** 3), chance.randrange(count)
        if one != other and one % 3 == other % 3:
            made[min(one, other), max(one, other)] += 1
    return dict(made)


def as_networkx(ties: Ties, count: int) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(ties.items()))
    return graph


SIZES = [(2, 0), (9, 3), (30, 20), (60, 150), (300, 400)]


@pytest.mark.parametrize(("count", "ties"), SIZES)
def test_betweenness(count: int, ties: int) -> None:
    network = tied(count, ties, seed=count)
    expected = nx.betweenness_centrality(as_networkx(network, count), normalized=False)
    found = betweenness(Adjacency.of(network, count), exact=400, pivots=32, seed=1)
    assert found == pytest.approx([expected[node] for node in range(count)], abs=1e-9)


def test_betweenness_from_pivots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerable.graph.measures.betweenness._AT_ONCE", 1000)  # so that sources come in batches
    count, network = 240, tied(240, 500, seed=5)
    expected: dict[int, float] = {}
    for part in nx.connected_components(as_networkx(network, count)):
        inner = nx.Graph()
        inner.add_nodes_from(sorted(part))
        inner.add_edges_from(tie for tie in network if tie[0] in part)
        expected |= nx.betweenness_centrality(inner, k=20 if len(part) > 40 else None, normalized=False, seed=1)
    found = betweenness(Adjacency.of(network, count), exact=40, pivots=20, seed=1)
    assert found == pytest.approx([expected[node] for node in range(count)], abs=1e-9)


@pytest.mark.parametrize(("count", "ties"), SIZES)
def test_blocks(count: int, ties: int) -> None:
    network = tied(count, ties, seed=count)
    expected = Counter(node for block in nx.biconnected_components(as_networkx(network, count)) for node in block)
    assert blocks(Adjacency.of(network, count)) == [expected[node] for node in range(count)]


def held_together(graph: nx.Graph, groups: Sequence[int]) -> float:
    members: defaultdict[int, set[int]] = defaultdict(set)
    for node, group in enumerate(groups):
        members[group].add(node)
    return float(nx.community.modularity(graph, members.values()))


def test_communities_of_a_large_network_hold_together_as_well() -> None:
    count, network = 900, tied(900, 1800, seed=2)
    graph = as_networkx(network, count)
    theirs = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=1))
    assert held_together(graph, communities(Adjacency.of(network, count))) >= theirs


def test_communities_are_the_groups_that_anybody_sees() -> None:
    corners = [(0, 1), (0, 2), (1, 2)]
    triangles = {(one + 3 * group, other + 3 * group): 2 for group in range(3) for one, other in corners}
    ring = {(2, 3): 1, (5, 6): 1, (0, 8): 1}
    assert communities(Adjacency.of({**triangles, **ring}, 9)) == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert communities(Adjacency.of({}, 0)) == []
