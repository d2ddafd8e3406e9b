"""A thing as data: every statement about it, and those that lead to it, in the format that a program asks for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.notation import checked_iri
from answerable.graph.values import Iri, Literal, Triple
from answerable.ontology.terms import PREFIXES, XSD_STRING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable.graph.askable import Askable
    from answerable.graph.values import Term

__all__ = ["FORMATS", "MOST_INWARD", "NAMES", "statements_of", "written"]

FORMATS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "text/turtle": ("TURTLE", "ttl"),
        "application/ld+json": ("JSON_LD", "jsonld"),
        "application/n-triples": ("N_TRIPLES", "nt"),
        "application/rdf+xml": ("RDF_XML", "rdf"),
    }
)
"""What a thing is given in as data: the engine's name for each format, and ours in `?format=`."""
NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text/turtle": "Turtle",
        "application/ld+json": "JSON-LD",
        "application/n-triples": "N-Triples",
        "application/rdf+xml": "RDF/XML",
    }
)
MOST_INWARD: Final = 2000
"""Statements that lead to a thing, of those that are given with it: thousands may lead to a class or a document."""


def statements_of(graph: Askable, iri: str) -> list[Triple]:
    """Give what is said of a thing and the first that lead to it, sorted; whichever named graph says so."""
    thing = Iri(checked_iri(iri))
    about = graph.select(f"SELECT DISTINCT ?name ?value WHERE {{ <{iri}> ?name ?value }} ORDER BY ?name ?value")
    inward = graph.select(
        f"SELECT DISTINCT ?thing ?name WHERE {{ ?thing ?name <{iri}> }} ORDER BY ?thing ?name LIMIT {MOST_INWARD}"
    )
    said = [Triple(thing, name, value) for name, value in about if isinstance(name, Iri) and value is not None]
    led = [Triple(other, name, thing) for other, name in inward if isinstance(name, Iri) and other is not None]
    return list(dict.fromkeys([*said, *led]))


def written(triples: Iterable[Triple], media_type: str, base: str) -> bytes:
    """Write statements in a format."""
    import pyoxigraph  # noqa: PLC0415 - only where data is asked for

    form = getattr(pyoxigraph.RdfFormat, FORMATS[media_type][0])
    engine = [
        pyoxigraph.Triple(_outward(t.subject), pyoxigraph.NamedNode(t.predicate.value), _outward(t.object))
        for t in triples
    ]
    given = pyoxigraph.serialize(
        engine, format=form, prefixes={**PREFIXES, "": base} if form.name == "Turtle" else None
    )
    assert given is not None, "without an output, what is written is given back"
    return given


def _outward(term: Term) -> Any:  # noqa: ANN401 - the engine's own terms
    import pyoxigraph  # noqa: PLC0415 - only where data is asked for

    if isinstance(term, Iri):
        return pyoxigraph.NamedNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return pyoxigraph.Literal(term.value, language=term.language)
        datatype = None if term.datatype == XSD_STRING else pyoxigraph.NamedNode(term.datatype)
        return pyoxigraph.Literal(term.value, datatype=datatype)
    return pyoxigraph.BlankNode(term.value)
