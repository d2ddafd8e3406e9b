"""What the networks of a build were measured to be, so that what did not change is not measured again.

A network is measured by groups of its connected parts, each of which is a part of the build like a document: where a
tie changes, the parts of one group are measured. What community a thing is in is found group by group too, again where
the weight of the whole network changed; but communities are numbered by size among all, so that what says their
numbers is a part by itself for each group.
"""

from __future__ import annotations

import json
from functools import cached_property, partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, TypedDict

from answerable.graph.mapping import graph_iri
from answerable.graph.measures import (
    NETWORKS,
    OF_PARTS,
    communities,
    graph_of,
    in_groups,
    map_communities,
    map_measures,
    numbered,
)
from answerable.graph.snapshots.rules import reading_environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from answerable.graph.measures import Network, Weights
    from answerable.graph.snapshots.corpus import Corpus
    from answerable.graph.snapshots.shared import SharedParts

__all__ = ["put_measures"]

_COMMUNITIES: Final = "-communities"
"""What the names of the parts end with that say in which community a thing is."""


def put_measures(parts: SharedParts, corpus: Corpus, superseded: AbstractSet[str], base: str) -> None:
    """Put the measures of each network among the parts of a build.

    The ties of documents that a later version supersedes count for nothing. Measures depend on the ties, and on the
    libraries, of which one measures.
    """
    ties = corpus.sums.ties(superseded)
    for network in NETWORKS:
        measured = _Measured(network, corpus, superseded, base)
        key = _digest((reading_environment(), ties.get(network.name)))
        beginning, name = f"measures-{network.name}-", f"measured {network.name}"
        if corpus.told(name) == key:
            parts.keep(beginning, measured.lines)
        else:
            for group, depends_on in measured.depends_on():
                parts.put(beginning + group, depends_on, partial(measured.lines, group))
            parts.drop_others(beginning)
            corpus.remember(name, key)
        measured.let_go()


class _Measured:
    """One network, put together only where it is needed."""

    def __init__(self, network: Network, corpus: Corpus, superseded: AbstractSet[str], base: str) -> None:
        self._network = network
        self._corpus = corpus
        self._superseded = superseded
        self._base = base

    @cached_property
    def groups(self) -> Mapping[str, Weights]:
        """The ties of connected parts, by groups."""
        return in_groups(self._corpus.sums.weights(self._network.name, self._superseded))

    def depends_on(self) -> Iterator[tuple[str, object]]:
        """Give the names under which `lines` knows the measures, with what each depends on."""
        for group, weights in self.groups.items():
            yield group, (reading_environment(), sorted(weights.items()))
            yield group + _COMMUNITIES, [(thing, self._numbers[thing]) for thing in _things(weights)]

    def lines(self, name: str) -> Sequence[str]:
        """Measure a group of parts, or give the communities of the things in it."""
        where, weights = self._where(), self.groups[name.removesuffix(_COMMUNITIES)]
        if name.endswith(_COMMUNITIES):
            return map_communities(self._network, weights, self._numbers, **where).lines
        return map_measures(self._network, weights, **where, methods=OF_PARTS).lines

    def let_go(self) -> None:
        """Hold nothing of the network any more; it is put together again where something of it has to be."""
        for name in ("groups", "_numbers"):
            self.__dict__.pop(name, None)

    def _where(self) -> _Where:
        return {"base": self._base, "graph": graph_iri(self._base, "inferred")}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The number of the community of each thing among those of all groups."""
        found: dict[str, tuple[str, int]] = {}
        for group, each in self._communities().items():
            found |= {thing: (group, one) for thing, one in zip(_things(self.groups[group]), each, strict=True)}
        things = sorted(found)
        return dict(zip(things, numbered([found[thing] for thing in things]), strict=True))

    def _communities(self) -> Mapping[str, Sequence[int]]:
        """Give the communities of the things in each group, sought again only in those that changed."""
        name = f"communities {self._network.name}"
        known = json.loads(self._corpus.told(name) or "{}")
        whole = 2 * sum(weight for weights in self.groups.values() for weight in weights.values())
        now: dict[str, tuple[str, Sequence[int]]] = {}
        for group, weights in self.groups.items():
            key = _digest((whole, sorted(weights.items())))
            before, found = known.get(group, ("", ()))
            now[group] = key, found if before == key else communities(graph_of(weights)[0], whole)
        self._corpus.remember(name, json.dumps(now))
        return {group: found for group, (_, found) in now.items()}


class _Where(TypedDict):
    base: str
    graph: str


def _things(weights: Weights) -> Sequence[str]:
    """Give both ends of all ties, in the order in which the graph of them has them."""
    return sorted({end for tie in weights for end in tie})


def _digest(told: object) -> str:
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()
