"""What the networks of a build were measured to be, so that a network that did not change is not measured again."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

from answerable.graph.mapping import graph_iri
from answerable.graph.measures import NETWORKS, map_measures
from answerable.graph.snapshots.lines import KeptLines
from answerable.graph.snapshots.rules import mapping_rules, reading_environment
from answerable.graph.snapshots.sorting import sorted_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerable.graph.measures import Network, Ties, Weights
    from answerable.graph.settings import BuildSettings

__all__ = ["KeptMeasures"]


class KeptMeasures:
    """The measures of each network, kept in a folder under a key of what its ties weigh."""

    def __init__(self, folder: Path, settings: BuildSettings) -> None:
        self._folder = folder
        self._base = settings.base
        self._made = KeptLines(folder, settings.base)

    def of(self, ties: Ties) -> Iterator[tuple[bytes, bytes]]:
        """Give the measures of each network as a sorted text, with its gist."""
        for network in NETWORKS:
            weights = network.ties(ties)
            key = self._key(weights)
            text, gist = self._made.lines(network.name, key), self._made.gist(network.name, key)
            if text is None or gist is None:
                text = self._measure(network, weights)
                gist = self._made.keep(network.name, key, text)
            yield text, gist

    def forget(self) -> None:
        """Drop all that is kept, so that every network is measured."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _measure(self, network: Network, weights: Weights) -> bytes:
        graph = graph_iri(self._base, "inferred")
        return sorted_text(map_measures(network, weights, base=self._base, graph=graph).lines)

    def _key(self, weights: Weights) -> str:
        """Tell all that measures depend on: the ties, the code, and the libraries, of which one measures.

        Networks go through ties in their order, so that equal weights come in one order too.
        """
        told = [self._base, mapping_rules(), reading_environment(), [*weights.items()]]
        return sha256(json.dumps(told).encode()).hexdigest()[:32]
