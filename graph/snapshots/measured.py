"""What the networks of a build were measured to be, so that what did not change is not measured again.

A network is measured by groups of its connected parts, each of which is a part of the build like a document: where a
tie changes, the parts of one group are measured. Communities are those of the whole network, and are found anew.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from answerable.graph.mapping import graph_iri
from answerable.graph.measures import NETWORKS, OF_PARTS, OF_WHOLES, in_groups, map_measures
from answerable.graph.snapshots.rules import reading_environment

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from answerable.graph.measures import Network, Weights
    from answerable.graph.snapshots.corpus.sums import Sums
    from answerable.graph.snapshots.shared import SharedParts

__all__ = ["put_measures"]

_WHOLE: Final = "whole"


def put_measures(parts: SharedParts, sums: Sums, superseded: AbstractSet[str], base: str) -> None:
    """Put the measures of each network among the parts of a build.

    The ties of documents that a later version supersedes count for nothing. Measures depend on the ties, and on the
    libraries, of which one measures.
    """
    for network in NETWORKS:
        told = [(part, digest) for part, digest in sums.ties(network.name) if part not in superseded]
        measured = _Measured(network, sums, {part for part, _ in told}, base)
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

    def __init__(self, network: Network, sums: Sums, ties: Container[str], base: str) -> None:
        self._network = network
        self._sums = sums
        self._ties = ties
        self._base = base

    @cached_property
    def weights(self) -> Weights:
        return self._sums.weights(self._network.name, self._ties)

    @cached_property
    def groups(self) -> Mapping[str, Weights]:
        return in_groups(self.weights)

    def lines(self, group: str) -> Sequence[str]:
        """Measure a group of parts, or the whole."""
        weights, methods = (self.weights, OF_WHOLES) if group == _WHOLE else (self.groups[group], OF_PARTS)
        graph = graph_iri(self._base, "inferred")
        return map_measures(self._network, weights, base=self._base, graph=graph, methods=methods).lines

    def let_go(self) -> None:
        """Hold nothing of the network any more; it is put together again where something of it has to be."""
        for name in ("weights", "groups"):
            self.__dict__.pop(name, None)
