from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from answerable.graph.checking.shapes import all_shapes
from answerable.ontology import terms
from answerable.ontology.vocabulary import vocabulary

HERE = Path(__file__).parent
APS = "https://w3id.org/answerable/shapes#"
BREAKS = {
    f"{file} {shape}": (shape, update)
    for file, breaks in tomllib.loads((HERE / "breaks.toml").read_text("utf-8")).items()
    for shape, update in breaks.items()
}
PREFIXES = "PREFIX : <https://action-plans.example/id/>\n" + "".join(
    f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in terms.PREFIXES.items()
)


def sound() -> rdflib.Graph:
    """The sound example, with what our ontology says of narrower classes."""
    graph = rdflib.Graph().parse(HERE / "sound.ttl")
    for term in vocabulary():
        for parent in term.parents if term.is_class else ():
            graph.add((rdflib.URIRef(term.iri), rdflib.RDFS.subClassOf, rdflib.URIRef(parent)))
    return graph


def complaints(data: rdflib.Graph, shapes: rdflib.Graph) -> set[str]:
    """The names of the shapes that do not accept a graph."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    return {str(shape).removeprefix(APS) for shape in report.objects(None, SH.sourceShape)}


def test_the_shapes_are_shapes_by_the_shapes_of_shacl_itself() -> None:
    conforms, _, told = pyshacl.validate(rdflib.Graph(), shacl_graph=all_shapes(), meta_shacl=True)
    assert conforms, told


def test_every_shape_accepts_the_sound_example() -> None:
    assert complaints(sound(), all_shapes()) == set()


@pytest.mark.parametrize(("shape", "update"), BREAKS.values(), ids=BREAKS)
def test_a_shape_complains_of_its_failing_example(shape: str, update: str) -> None:
    data, alone = sound(), all_shapes().cbd(rdflib.URIRef(APS + shape))
    data.update(PREFIXES + update)
    assert complaints(data, alone) == {shape}


def test_every_shape_has_a_failing_example_under_the_name_of_its_file() -> None:
    told = set()
    for file in files("answerable.ontology").joinpath("shapes").iterdir():
        graph = rdflib.Graph().parse(data=file.read_text("utf-8"), format="turtle")
        told |= {
            f"{file.name.removesuffix('.ttl')} {str(shape).removeprefix(APS)}"
            for shape in graph.subjects(RDF.type, SH.PropertyShape)
        }
    assert told == set(BREAKS)


def test_every_shape_says_what_is_wrong_and_what_to_do_and_where_it_is_tried() -> None:
    shapes = all_shapes()
    kinds = {terms.DOCUMENT_GRAPH, terms.REFERENCE_GRAPH, terms.INFERRED_GRAPH}
    kinds |= {terms.DECISIONS_GRAPH, terms.DATASET_GRAPH}
    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        (message,) = shapes.objects(shape, SH.message)
        wrong, _, to_do = str(message).partition(". ")
        assert wrong, shape
        assert to_do.startswith(("Build again", "Look at", "Correct", "A fact", "Use", "Keep")), shape
        assert str(shapes.value(shape, rdflib.URIRef(terms.CHECKS_IN))) in kinds, shape


def test_every_term_in_a_shape_is_defined() -> None:
    used = {str(term) for triple in all_shapes() for term in triple if str(term).startswith(terms.AP)}
    assert used <= {term.iri for term in vocabulary()}
