"""Measures as statements of the inferred graph: one node for each number, with its network, method and parameters."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.measures.methods import METHODS
from answerable.graph.measures.networks import graph_of
from answerable.ontology import terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph.measures.methods import Method
    from answerable.graph.measures.networks import Network, Weights

__all__ = ["map_measures"]


def map_measures(network: Network, weights: Weights, *, base: str, graph: str) -> GraphLines:
    """Measure a network of a build, and state what came out in `graph`; numbers are rounded to six digits.

    `weights` are what the network's ties weigh in the build, and all that the measures depend on.
    """
    lines = GraphLines(graph)
    for taken in _taken(network, weights):
        _state(lines, taken, base)
    return lines


class _Taken(NamedTuple):
    network: Network
    method: Method
    thing: str
    value: float


def _taken(network: Network, weights: Weights) -> Iterator[_Taken]:
    graph, names = graph_of(weights)
    sought = {end for tie in weights for end in (tie if network.both_ends else tie[:1])}
    tied = [len(others) >= network.least for others in graph.neighbours]
    places = [place for place, name in enumerate(names) if name in sought and tied[place]]
    for method in METHODS if places else ():
        values = method.measure(graph)
        for place in places:
            if value := round(values[place], 6):
                yield _Taken(network, method, names[place], value)


def _state(lines: GraphLines, taken: _Taken, base: str) -> None:
    network, method, thing, value = taken
    node = mint(base, "measure", network.name, method.name, sha256(thing.encode()).hexdigest()[:16])
    lines.link(node, terms.RDF_TYPE, terms.MEASURE)
    lines.link(node, terms.MEASURE_OF, thing)
    lines.text(node, terms.NETWORK, network.name)
    lines.text(node, terms.METHOD, method.name)
    lines.typed(node, terms.VALUE, f"{value:.6f}".rstrip("0").rstrip("."), terms.XSD_DECIMAL)
    lines.text(node, terms.PARAMETERS, method.parameters.format(weight=network.weight))
