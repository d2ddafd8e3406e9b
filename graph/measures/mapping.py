"""Measures as statements of the inferred graph: one node for each number, with its network, method and parameters."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.measures.methods import METHODS
from answerable.graph.measures.networks import graph_of
from answerable.ontology import terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from answerable.graph.measures.methods import Method
    from answerable.graph.measures.networks import Network, Weights

__all__ = ["map_measures"]


def map_measures(
    network: Network, weights: Weights, *, base: str, graph: str, methods: Sequence[Method] = METHODS
) -> GraphLines:
    """Measure a network of a build, and state what came out in `graph`; numbers are rounded to six digits.

    `weights` are what the network's ties weigh in the build, and all that the measures depend on: for `OF_PARTS`, those
    of some of its connected parts are enough.
    """
    lines = GraphLines(graph)
    names: dict[str, str] = {}
    for method, thing, value in _taken(network, weights, methods):
        name = names.get(thing) or names.setdefault(thing, sha256(thing.encode()).hexdigest()[:16])
        node = mint(base, "measure", network.name, method.name, name)
        _state(lines, node, thing, value)
        _describe(lines, node, network, method)
    return lines


def _taken(network: Network, weights: Weights, methods: Sequence[Method]) -> Iterator[tuple[Method, str, float]]:
    graph, names = graph_of(weights)
    sought = {end for tie in weights for end in (tie if network.both_ends else tie[:1])}
    tied = [len(others) >= network.least for others in graph.neighbours]
    places = [place for place, name in enumerate(names) if name in sought and tied[place]]
    for method in methods if places else ():
        values = method.measure(graph)
        for place in places:
            if value := round(values[place], 6):
                yield method, names[place], value


def _state(lines: GraphLines, node: str, thing: str, value: float) -> None:
    lines.link(node, terms.RDF_TYPE, terms.MEASURE)
    lines.link(node, terms.MEASURE_OF, thing)
    lines.typed(node, terms.VALUE, f"{value:.6f}".rstrip("0").rstrip("."), terms.XSD_DECIMAL)


def _describe(lines: GraphLines, node: str, network: Network, method: Method) -> None:
    lines.text(node, terms.NETWORK, network.name)
    lines.text(node, terms.METHOD, method.name)
    lines.text(node, terms.PARAMETERS, method.parameters.format(weight=network.weight))
