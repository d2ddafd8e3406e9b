"""What the networks of a build were measured to be, so that a network that did not change is not measured again."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from answerable.graph.mapping import graph_iri
from answerable.graph.measures import NETWORKS, map_measures
from answerable.graph.snapshots.gist import gist_of_lines
from answerable.graph.snapshots.rules import mapping_rules, reading_environment
from answerable.graph.snapshots.sorting import sorted_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from answerable.graph.measures import Network, Weights
    from answerable.graph.settings import BuildSettings
    from answerable.graph.snapshots.corpus.sums import Sums
    from answerable.graph.snapshots.lines import KeptLines

__all__ = ["KeptMeasures"]


class KeptMeasures:
    """The measures of each network, kept under a key of what its ties weigh."""

    def __init__(self, made: KeptLines, settings: BuildSettings) -> None:
        self._base = settings.base
        self._made = made

    def of(self, sums: Sums, superseded: AbstractSet[str]) -> Iterator[bytes]:
        """Give the measures of each network as a sorted text, and count it among the parts of the build.

        The ties of documents that a later version supersedes count for nothing.
        """
        for network in NETWORKS:
            ties = {part: told for part, told in sums.ties(network.name).items() if part not in superseded}
            key, part = self._key(ties.values()), f"measures-{network.name}"
            text = self._made.lines(part, key) if sums.key(part) == key else None
            if text is None:
                lines = self._measure(network, _weights(network, sums, ties))
                text = sorted_text(lines)
                self._made.keep(part, key, text)
                sums.put(part, key, gist_of_lines(lines, alone=True))
            yield text

    def _measure(self, network: Network, weights: Weights) -> list[str]:
        return map_measures(network, weights, base=self._base, graph=graph_iri(self._base, "inferred")).lines

    def _key(self, ties: Iterable[str]) -> str:
        """Tell all that measures depend on: the ties, the code, and the libraries, of which one measures."""
        told = [self._base, mapping_rules(), reading_environment(), sorted(ties)]
        return sha256(json.dumps(told).encode()).hexdigest()[:32]


def _weights(network: Network, sums: Sums, parts: Iterable[str]) -> Weights:
    """Add up what the parts say of a network."""
    weights: Counter[tuple[str, str]] = Counter()
    for gist in filter(None, map(sums.gist, parts)):
        for one, other, weight in gist.ties.get(network.name, ()):
            weights[one, other] += weight
    return weights
