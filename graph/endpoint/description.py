"""What the service is, by the SPARQL 1.1 Service Description: its language, formats, graphs and traits."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.endpoint.asked import RequestRefusedError
from answerable.graph.endpoint.media import GRAPH_FORMATS, preferred
from answerable.graph.notation import checked_iri
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph.endpoint.service import Service

__all__ = ["described"]

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WRITTEN: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip


def described(service: Service, endpoint: str, accept: str) -> tuple[str, bytes]:
    """Give the description of the service at an address, in the format that the client prefers, with its media type.

    Raises RequestRefusedError where no format will do.
    """
    import pyoxigraph  # noqa: PLC0415 - loaded only where it is used

    media_type = preferred(accept, tuple(GRAPH_FORMATS))
    if media_type is None:
        given = ", ".join(GRAPH_FORMATS)
        raise RequestRefusedError(HTTPStatus.NOT_ACCEPTABLE, f"the description of this service is given as {given}")
    form = getattr(pyoxigraph.RdfFormat, GRAPH_FORMATS[media_type])
    prefixes = {**PREFIXES, "sd": _SD, "formats": _FORMATS}
    written = pyoxigraph.serialize(_triples(service, endpoint), format=form, prefixes=prefixes)
    assert written is not None, "without an output, what is written is given back"
    return media_type, written


def _triples(service: Service, endpoint: str) -> Iterator[Any]:
    import pyoxigraph  # noqa: PLC0415 - loaded already by whoever asked

    address = checked_iri(endpoint)
    for subject, predicate, thing in _statements(service, address):
        nodes = (pyoxigraph.NamedNode(each) for each in (subject, predicate, thing))
        yield pyoxigraph.Triple(*nodes)


def _statements(service: Service, address: str) -> Iterator[tuple[str, str, str]]:
    itself, dataset, union = f"{address}#service", f"{address}#dataset", f"{address}#default-graph"
    yield itself, _TYPE, _SD + "Service"
    yield itself, _SD + "endpoint", address
    yield itself, _SD + "supportedLanguage", _SD + "SPARQL11Query"
    yield itself, _SD + "feature", _SD + "UnionDefaultGraph"
    for name in _WRITTEN:
        yield itself, _SD + "resultFormat", _FORMATS + name
    yield itself, _SD + "defaultDataset", dataset
    yield dataset, _TYPE, _SD + "Dataset"
    yield dataset, _SD + "defaultGraph", union
    yield union, _TYPE, _SD + "Graph"
    for number, graph in enumerate(sorted(service.graph().graphs), start=1):
        named = f"{address}#graph-{number}"
        yield dataset, _SD + "namedGraph", named
        yield named, _TYPE, _SD + "NamedGraph"
        yield named, _SD + "name", graph
