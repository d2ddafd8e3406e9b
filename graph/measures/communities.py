"""Communities: groups of nodes that hold together more than chance would have it, by Louvain's method.

Weights are whole numbers, and so is all that is compared here: what a move gains in modularity is told in whole
multiples of one over the square of all weights. No machine rounds, so the same network has the same communities.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from answerable.graph.measures.adjacency import Adjacency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["communities"]


def communities(graph: Adjacency, whole: int | None = None) -> list[int]:
    """Give the community of each node, from 0 in the order of their first members.

    Nodes move to the neighbouring community that gains most for as long as a move gains anything; then communities
    move as the nodes of a smaller network, and so on. All of that is done twice: the second time begins with single
    nodes where the first ended, and takes apart what was joined too early.

    Of a larger network, whose ties weigh `whole` counted from both ends, some connected parts have the communities here
    that they have in it: what a move gains depends on nothing else of the others.
    """
    return _merged(graph, _merged(graph, range(len(graph)), whole), whole)


class _Folded(NamedTuple):
    """A network whose nodes are communities; `inner` is what the ties within each weigh, counted from both ends."""

    graph: Adjacency
    inner: list[int]


def _merged(graph: Adjacency, begin: Sequence[int], whole: int | None) -> list[int]:
    """Move nodes, then communities of them, then communities of these, until no two can be joined."""
    level, found = _Folded(graph, [0] * len(graph)), list(begin)
    groups = list(range(len(graph)))
    while True:
        found = _numbered(_moved(level, found, whole))
        groups = [found[group] for group in groups]
        if len(set(found)) == len(found):
            return _numbered(groups)
        level = _fold(level, found)
        found = list(range(len(level.inner)))


def _numbered(groups: Iterable[int]) -> list[int]:
    """Number groups from 0 in the order in which they come."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in groups]


def _moved(level: _Folded, groups: list[int], whole: int | None) -> list[int]:
    """Move nodes between groups until no move of one gains anything; who lost a neighbour is looked at again."""
    graph, degrees = level.graph, _degrees(level)
    all_degrees, totals = sum(degrees) if whole is None else whole, [0] * len(groups)
    for node, group in enumerate(groups):
        totals[group] += degrees[node]
    waiting, waits = deque(range(len(groups))), [True] * len(groups)
    while waiting:
        node = waiting.popleft()
        waits[node] = False
        here, degree = groups[node], degrees[node]
        totals[here] -= degree
        groups[node] = best = _best(_links(graph, node, groups), here, all_degrees, degree, totals)
        totals[best] += degree
        if best != here:
            left = [other for other in graph.neighbours[node] if groups[other] != best and not waits[other]]
            waiting.extend(left)
            for other in left:
                waits[other] = True
    return groups


def _degrees(level: _Folded) -> list[int]:
    return [sum(weights) + inner for weights, inner in zip(level.graph.weights, level.inner, strict=True)]


def _links(graph: Adjacency, node: int, groups: Sequence[int]) -> dict[int, int]:
    """Give what the ties of a node with each group weigh, its own group first."""
    links = {groups[node]: 0}
    for other, weight in zip(graph.neighbours[node], graph.weights[node], strict=True):
        group = groups[other]
        links[group] = links.get(group, 0) + weight
    return links


def _best(links: dict[int, int], here: int, whole: int, degree: int, totals: Sequence[int]) -> int:
    """Give the group in which a node gains most: its own, unless another one is better."""
    best, most = here, whole * links[here] - degree * totals[here]
    for group, weight in links.items():
        gain = whole * weight - degree * totals[group]
        if gain > most:
            best, most = group, gain
    return best


def _fold(level: _Folded, groups: Sequence[int]) -> _Folded:
    """Make one node of each group."""
    count = max(groups) + 1
    links: list[dict[int, int]] = [{} for _ in range(count)]
    inner = [0] * count
    for node, group in enumerate(groups):
        for other, weight in _links(level.graph, node, groups).items():
            links[group][other] = links[group].get(other, 0) + weight
        inner[group] += level.inner[node]
    for group, ties in enumerate(links):
        inner[group] += ties.pop(group)
    return _Folded(Adjacency([list(ties) for ties in links], [list(ties.values()) for ties in links]), inner)
