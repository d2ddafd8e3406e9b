"""What the networks of a build were measured to be, so that a network that did not change is not measured again."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from answerable.graph.mapping import graph_iri
from answerable.graph.measures import NETWORKS, map_measures
from answerable.graph.snapshots.rules import reading_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from answerable.graph.measures import Network, Weights
    from answerable.graph.snapshots.corpus.sums import Sums
    from answerable.graph.snapshots.shared import SharedParts

__all__ = ["put_measures"]


def put_measures(parts: SharedParts, sums: Sums, superseded: AbstractSet[str], base: str) -> None:
    """Put the measures of each network among the parts of a build.

    The ties of documents that a later version supersedes count for nothing. Measures depend on the ties, and on the
    libraries, of which one measures.
    """
    for network in NETWORKS:
        ties = {part: told for part, told in sums.ties(network.name).items() if part not in superseded}
        depends_on = reading_environment(), sorted(ties.values())
        parts.put(f"measures-{network.name}", depends_on, partial(_measured, network, sums, ties, base))


def _measured(network: Network, sums: Sums, ties: Iterable[str], base: str) -> Sequence[str]:
    weights = _weights(network, sums, ties)
    return map_measures(network, weights, base=base, graph=graph_iri(base, "inferred")).lines


def _weights(network: Network, sums: Sums, parts: Iterable[str]) -> Weights:
    """Add up what the parts say of a network."""
    weights: Counter[tuple[str, str]] = Counter()
    for gist in filter(None, map(sums.gist, parts)):
        for one, other, weight in gist.ties.get(network.name, ()):
            weights[one, other] += weight
    return weights
