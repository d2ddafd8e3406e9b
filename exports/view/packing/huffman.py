"""Codes by frequency: what is common gets few bits (the Huffman half of DEFLATE)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

__all__ = ["codes", "lengths"]


def lengths(counts: Mapping[int, int], size: int, most: int) -> list[int]:
    """Give the length of each symbol's code, at most `most` bits; 0 for symbols that do not occur.

    At least two symbols get a code, since not every decoder takes a code of one.
    """
    weights = {symbol: counts.get(symbol, 0) for symbol in range(size) if counts.get(symbol)}
    for spare in range(size):
        if len(weights) >= 2:
            break
        weights.setdefault(spare, 1)
    while max(depths := _depths(weights), default=0) > most:
        weights = {symbol: weight // 2 + 1 for symbol, weight in weights.items()}
    found = dict(zip(weights, depths, strict=True))
    return [found.get(symbol, 0) for symbol in range(size)]


def _depths(weights: Mapping[int, int]) -> list[int]:
    """Give how deep each symbol lies in the tree that joins the two lightest again and again."""
    heap = [(weight, index) for index, weight in enumerate(weights.values())]
    heapify(heap)
    parent = dict.fromkeys(range(len(heap)), -1)
    while len(heap) > 1:
        joined = len(parent)
        (light, one), (heavy, two) = heappop(heap), heappop(heap)
        parent[one] = parent[two] = joined
        parent[joined] = -1
        heappush(heap, (light + heavy, joined))
    depth: dict[int, int] = {}
    for node in reversed(parent):
        depth[node] = 0 if parent[node] < 0 else depth[parent[node]] + 1
    return [depth[index] for index in range(len(weights))]


def codes(code_lengths: Sequence[int]) -> list[str]:
    """Give each symbol's code as bits: by length, then by symbol, as DEFLATE has it.

    >>> codes([2, 1, 0, 2])
    ['10', '0', '', '11']
    """
    made = [""] * len(code_lengths)
    code = previous = 0
    for length, symbol in sorted((length, symbol) for symbol, length in enumerate(code_lengths) if length):
        code <<= length - previous
        made[symbol] = f"{code:0{length}b}"
        code, previous = code + 1, length
    return made
