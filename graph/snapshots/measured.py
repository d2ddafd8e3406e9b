"""What the networks of a build were measured to be, so that what did not change is not measured again.

A network is measured by groups of its connected parts, each of which is a part of the build like a document: where a
tie changes, the parts of one group are measured. What community a thing is in is found group by group too, again where
the weight of the whole network changed; their numbers go by size among all, and are stated anew.
"""

from __future__ import annotations

import json
from functools import cached_property, partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

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
    from collections.abc import Container, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from answerable.graph.measures import Network, Weights
    from answerable.graph.snapshots.corpus import Corpus
    from answerable.graph.snapshots.shared import SharedParts

__all__ = ["put_measures"]

_WHOLE: Final = "whole"


def put_measures(parts: SharedParts, corpus: Corpus, superseded: AbstractSet[str], base: str) -> None:
    """Put the measures of each network among the parts of a build.

    The ties of documents that a later version supersedes count for nothing. Measures depend on the ties, and on the
    libraries, of which one measures.
    """
    for network in NETWORKS:
        told = [(part, digest) for part, digest in corpus.sums.ties(network.name) if part not in superseded]
        measured = _Measured(network, corpus, {part for part, _ in told}, base)
        beginning = f"measures-{network.name}-"
        depends_on = reading_environment(), [digest for _, digest in told]
        if parts.put(beginning + _WHOLE, depends_on, partial(measured.lines, _WHOLE)):
            for group, weights in measured.groups.items():
                told_of_group = reading_environment(), sorted(weights.items())
                parts.put(beginning + group, told_of_group, partial(measured.lines, group))
            parts.drop_others(beginning)
        else:
            parts.keep(beginning, measured.lines)
        measured.let_go()


class _Measured:
    """One network, put together only where it is needed."""

    def __init__(self, network: Network, corpus: Corpus, ties: Container[str], base: str) -> None:
        self._network = network
        self._corpus = corpus
        self._ties = ties
        self._base = base

    @cached_property
    def weights(self) -> Weights:
        return self._corpus.sums.weights(self._network.name, self._ties)

    @cached_property
    def groups(self) -> Mapping[str, Weights]:
        return in_groups(self.weights)

    def lines(self, group: str) -> Sequence[str]:
        """Measure a group of parts; of the whole, give the communities."""
        where = {"base": self._base, "graph": graph_iri(self._base, "inferred")}
        if group == _WHOLE:
            return map_communities(self._network, self.weights, self._communities(), **where).lines
        return map_measures(self._network, self.groups[group], **where, methods=OF_PARTS).lines

    def _communities(self) -> Mapping[str, int]:
        """Number the community of each thing among those of all groups, sought again in those that changed."""
        name = f"communities {self._network.name}"
        known = json.loads(self._corpus.told(name) or "{}")
        whole = 2 * sum(self.weights.values())
        now: dict[str, tuple[str, Sequence[int]]] = {}
        joined: dict[str, tuple[str, int]] = {}
        for group, weights in self.groups.items():
            key = blake2b(repr((whole, sorted(weights.items()))).encode(), digest_size=16).hexdigest()
            before, found = known.get(group, ("", ()))
            if before != key:
                found = communities(graph_of(weights)[0], whole)
            now[group] = key, found
            things = sorted({end for tie in weights for end in tie})
            joined |= {thing: (group, each) for thing, each in zip(things, found, strict=True)}
        self._corpus.remember(name, json.dumps(now))
        things = sorted(joined)
        return dict(zip(things, numbered([joined[thing] for thing in things]), strict=True))

    def let_go(self) -> None:
        """Hold nothing of the network any more; it is put together again where something of it has to be."""
        for name in ("weights", "groups"):
            self.__dict__.pop(name, None)
