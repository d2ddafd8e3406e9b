"""Which build lies on a server: found in the description that builds carry, and in what publishing noted of it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from answerable.graph.errors import EndpointError
from answerable.graph.notation import checked_iri, escape
from answerable.graph.remote.note import published_graph

if TYPE_CHECKING:
    from answerable.graph.remote.endpoint import Endpoint
    from answerable.graph.values import Rows

__all__ = ["Description", "describe"]

_NAME_LENGTH: Final = 16
_DATASETS: Final = """
SELECT DISTINCT ?base ?graph ?dataset WHERE {
  GRAPH ?graph { ?dataset a void:Dataset ; void:uriSpace ?base ; dcterms:conformsTo ?ontology }
} ORDER BY ?base ?graph
"""
_GRAPHS: Final = (
    'SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?graph a ?kind }} FILTER(STRSTARTS(STR(?graph), "{}")) }}'
)
_SNAPSHOT: Final = "SELECT ?name WHERE {{ GRAPH <{}> {{ <{}> dcterms:identifier ?name }} }}"
_CONTENT: Final = """
SELECT ?property ?value WHERE {{ GRAPH <{}> {{ <{}> ?property ?value }} }} ORDER BY ?property ?value
"""


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a build elsewhere."""

    name: str
    """The name of the snapshot; of one that `answerable publish` did not put there, a hash of its description."""
    base: str
    graphs: frozenset[str]
    dataset: str
    """The address of the description."""


def describe(endpoint: Endpoint, base: str | None) -> Description:
    """Ask a server which build it holds: the only one, or the one whose things are named under `base`.

    Raises EndpointError where there is none, or several and no base is given.
    """
    found = {
        str(space): (checked_iri(str(graph)), checked_iri(str(dataset)))
        for space, graph, dataset in endpoint.rows(_DATASETS)
    }
    chosen = base or _only(list(found), endpoint.url)
    if chosen not in found:
        raise EndpointError(f"{endpoint.url} holds no build under {chosen}; it has {', '.join(found) or 'none'}")
    graph, dataset = found[chosen]
    note = published_graph(checked_iri(chosen))
    graphs = {str(each) for (each,) in endpoint.rows(_GRAPHS.format(escape(chosen)))} - {note}
    names = [str(name) for (name,) in endpoint.rows(_SNAPSHOT.format(note, dataset))]
    name = names[0] if len(names) == 1 else _hash(endpoint.rows(_CONTENT.format(graph, dataset)))
    return Description(name, chosen, frozenset(graphs), dataset)


def _only(bases: list[str], url: str) -> str:
    if not bases:
        raise EndpointError(f"{url} holds no build of action plans; put one there: answerable publish --endpoint URL")
    if len(bases) > 1:
        raise EndpointError(f"{url} holds several builds; choose one by its base: {', '.join(bases)}")
    return bases[0]


def _hash(content: Rows) -> str:
    return sha256(repr([[str(term) for term in row] for row in content]).encode()).hexdigest()[:_NAME_LENGTH]
