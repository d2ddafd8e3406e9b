"""The SHACL shapes, tried on one named graph at a time, so that memory does not grow with the number of plans.

A shape says in which kind of graph it is tried (ap:checksIn), and whether every such graph must hold something that it
looks at (ap:mustMatch): a shape that nothing matches checks nothing, and would pass in silence.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from answerable.graph.checking.finding import Defect
from answerable.graph.notation import unescape
from answerable.ontology import terms
from answerable.ontology.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import rdflib

    from answerable.graph.checking.quads import Quad

__all__ = ["all_shapes", "check_shapes", "shapes_for"]

SH: Final = "http://www.w3.org/ns/shacl#"
_CHECK: Final = "shapes"


def check_shapes(kind: str, graph: str, quads: Iterable[Quad]) -> Iterator[Defect]:
    """Try the shapes of a kind of graph (an address such as ap:DocumentGraph) on one graph.

    `quads` are those of the graph and those of others that it leans on: labels, and kinds of the things it names.
    """
    import pyshacl  # noqa: PLC0415 - loaded only where shapes are tried

    shapes, data = shapes_for(kind), _data(quads)
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    if not conforms:
        yield from _reported(report, graph)
    yield from _unmatched(shapes, data, graph)


@cache
def all_shapes() -> rdflib.Graph:
    """Give every shape that ships with the program, as one graph."""
    import rdflib  # noqa: PLC0415 - loaded only where shapes are tried

    shapes = rdflib.Graph()
    for file in sorted(files("answerable.ontology").joinpath("shapes").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ttl"):
            shapes.parse(data=file.read_text("utf-8"), format="turtle")
    return shapes


@cache
def shapes_for(kind: str) -> rdflib.Graph:
    """Give the shapes that are tried in a kind of graph."""
    import rdflib  # noqa: PLC0415 - loaded only where shapes are tried

    chosen = rdflib.Graph()
    for shape in all_shapes().subjects(rdflib.URIRef(terms.CHECKS_IN), rdflib.URIRef(kind)):
        all_shapes().cbd(shape, target_graph=chosen)
    return chosen


def _data(quads: Iterable[Quad]) -> rdflib.Graph:
    import rdflib  # noqa: PLC0415 - loaded only where shapes are tried

    address, data = cache(rdflib.URIRef), rdflib.Graph(bind_namespaces="none")
    for quad in quads:
        value = _literal(quad) if quad.is_literal else address(quad.value)
        data.add((address(quad.subject), address(quad.predicate), value))
    narrower = rdflib.RDFS.subClassOf
    for term in (term for term in vocabulary() if term.is_class):
        for parent in term.parents:
            data.add((address(term.iri), narrower, address(parent)))
    return data


def _literal(quad: Quad) -> rdflib.Literal:
    import rdflib  # noqa: PLC0415 - loaded only where shapes are tried

    datatype = rdflib.URIRef(quad.datatype) if quad.datatype else None
    return rdflib.Literal(unescape(quad.value), datatype=datatype, lang=quad.language)


def _reported(report: rdflib.Graph, graph: str) -> Iterator[Defect]:
    import rdflib  # noqa: PLC0415 - loaded only where shapes are tried

    sh = rdflib.Namespace(SH)
    found = {
        (str(report.value(result, sh.sourceShape)), str(report.value(result, sh.focusNode)))
        for result in report.objects(None, sh.result)
    }
    for shape, focus in sorted(found):
        message = all_shapes().value(rdflib.URIRef(shape), sh.message)
        yield Defect(_CHECK, shape.rpartition("/")[2].rpartition("#")[2], str(message), focus, graph)


def _unmatched(shapes: rdflib.Graph, data: rdflib.Graph, graph: str) -> Iterator[Defect]:
    import rdflib  # noqa: PLC0415 - loaded only where shapes are tried

    sh = rdflib.Namespace(SH)
    for shape in sorted(shapes.subjects(rdflib.URIRef(terms.MUST_MATCH), rdflib.Literal(True)), key=str):
        target = shapes.value(shape, sh.targetClass)
        if (None, rdflib.RDF.type, target) not in data:
            name = str(target).rpartition("#")[2]
            message = (
                f"The shape matched nothing: the graph holds no {name}. "
                "Look at the document: where it is a plan, it was read wrongly; where it is none, leave it out."
            )
            yield Defect(_CHECK, str(shape).rpartition("#")[2], message, None, graph)
