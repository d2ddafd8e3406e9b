"""Measures as statements of the inferred graph: one node for each number, with its network, method and parameters."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.measures.methods import COMMUNITY, METHODS
from answerable.graph.measures.networks import graph_of, things_of
from answerable.ontology import terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from answerable.graph.measures.methods import Method
    from answerable.graph.measures.networks import Network, Weights

__all__ = ["map_communities", "map_measures"]


def map_measures(
    network: Network, weights: Weights, *, base: str, graph: str, methods: Sequence[Method] = METHODS
) -> GraphLines:
    """Measure a network of a build, and state what came out in `graph`; numbers are rounded to six digits.

    `weights` are what the network's ties weigh in the build, and all that the measures depend on: for `OF_PARTS`, those
    of some of its connected parts are enough.
    """
    lines = GraphLines(graph)
    told = things_of(network, weights)
    adjacency, names = graph_of(weights)
    for method in methods if told else ():
        values = zip(names, method.measure(adjacency), strict=True)
        _state(lines, network, method, ((name, value) for name, value in values if name in told), base)
    return lines


def map_communities(
    network: Network, weights: Weights, numbers: Mapping[str, int], *, base: str, graph: str
) -> GraphLines:
    """State the communities of things that are found already, by the numbers that they have in the whole network.

    `weights` are the ties of these things, of whole connected parts.
    """
    lines = GraphLines(graph)
    _state(lines, network, COMMUNITY, ((thing, numbers[thing]) for thing in things_of(network, weights)), base)
    return lines


def _state(lines: GraphLines, network: Network, method: Method, values: Iterable[tuple[str, float]], base: str) -> None:
    beginning = mint(base, "measure", network.name, method.name)
    parameters = method.parameters.format(weight=network.weight)
    for thing, exact in values:
        if value := round(exact, 6):
            node = f"{beginning}/{sha256(thing.encode()).hexdigest()[:16]}"
            lines.link(node, terms.RDF_TYPE, terms.MEASURE)
            lines.link(node, terms.MEASURE_OF, thing)
            lines.text(node, terms.NETWORK, network.name)
            lines.text(node, terms.METHOD, method.name)
            lines.typed(node, terms.VALUE, f"{value:.6f}".rstrip("0").rstrip("."), terms.XSD_DECIMAL)
            lines.text(node, terms.PARAMETERS, parameters)
