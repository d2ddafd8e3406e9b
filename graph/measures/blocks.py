"""The blocks that meet in a node: a block holds together whichever one of its nodes is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph.measures.adjacency import Adjacency

__all__ = ["blocks"]


def blocks(graph: Adjacency) -> list[int]:
    """Count the blocks that each node stands in; where they are two or more, its part falls into as many without it.

    Tarjan's search in depth: a branch whose nodes reach no higher than where it sprang from is a block of that node.
    """
    found = [0] * len(graph)
    order = [-1] * len(graph)
    for root in range(len(graph)):
        if order[root] < 0:
            _search(graph, root, order, found)
    return found


def _search(graph: Adjacency, root: int, order: list[int], found: list[int]) -> None:
    """Visit what hangs together with a root; `order` is when a node was first met."""
    count = order[root] = 0
    highest = {root: 0}
    way: list[tuple[int, int, Iterator[int]]] = [(root, root, iter(graph.neighbours[root]))]
    while way:
        node, before, others = way[-1]
        for other in others:
            if order[other] < 0:
                count += 1
                order[other] = highest[other] = count
                way.append((other, node, iter(graph.neighbours[other])))
                break
            if other != before:
                highest[node] = min(highest[node], order[other])
        else:
            way.pop()
            _leave(node, before, order, highest, found)


def _leave(node: int, before: int, order: list[int], highest: dict[int, int], found: list[int]) -> None:
    """Go back from a node, which shares a block with the one before; that one opened it if nothing reaches higher."""
    if node == before:
        return
    found[node] += 1
    if highest[node] >= order[before]:
        found[before] += 1
    highest[before] = min(highest[before], highest[node])
