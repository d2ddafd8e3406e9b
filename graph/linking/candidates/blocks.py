"""Which holders are compared at all: those that share a block, so that the work does not grow with the square.

A holder stands in a few blocks for each word of its title. Where a block is large, each is compared with its next
neighbours in it only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import Final

from answerable.graph.linking.candidates.holder import Holder
from answerable.graph.linking.candidates.short import runs

__all__ = ["pairs"]

_NEIGHBOURS: Final = 40
"""How many of a block's next ones a holder is compared with."""
_RARE: Final = 4
"""In how many organisations a title may stand for its bearers to be offered as one across them."""


def pairs(holders: Iterable[Holder]) -> Iterator[tuple[Holder, Holder]]:
    """Give each pair that is worth comparing, once, in the order of the addresses."""
    blocks: defaultdict[Hashable, list[Holder]] = defaultdict(list)
    for holder in sorted(holders, key=lambda each: each.iri):
        for block in dict.fromkeys(_blocks(holder)):
            blocks[block].append(holder)
    seen: set[tuple[str, str]] = set()
    for block, members in blocks.items():
        for one, other in _neighbours(block, members):
            if (one.iri, other.iri) not in seen:
                seen.add((one.iri, other.iri))
                yield one, other


def _blocks(holder: Holder) -> Iterator[Hashable]:
    home = holder.kind, holder.organisation
    yield holder.kind, "title", holder.words
    yield home, "words", holder.words
    yield from ((home, "words", rest) for rest in _all_but_one(holder.words))
    if holder.portfolio:
        yield home, "portfolio", holder.portfolio
    if len(holder.portfolio) > 2:
        yield from ((home, "portfolio", rest) for rest in _all_but_one(holder.portfolio))
    yield from ((home, "short", short) for short in sorted(holder.shorts))
    yield from ((home, "short", run.short) for run in runs(holder))


def _all_but_one(words: frozenset[str]) -> Iterator[frozenset[str]]:
    return (words - {word} for word in sorted(words) if len(words) > 1)


def _neighbours(block: Hashable, members: list[Holder]) -> Iterator[tuple[Holder, Holder]]:
    across = isinstance(block, tuple) and block[1] == "title"
    if across and len(members) > _RARE:
        return
    if len(members) <= _NEIGHBOURS:
        yield from combinations(members, 2)
        return
    for at, one in enumerate(members):
        yield from ((one, other) for other in members[at + 1 : at + 1 + _NEIGHBOURS])
