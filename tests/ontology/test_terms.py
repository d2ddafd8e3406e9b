from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from answerable.ontology import concepts, gazetteer, terms

if TYPE_CHECKING:
    from answerable.ontology.concepts import Concept

HOME = rdflib.URIRef("https://w3id.org/answerable/def")
LISTS = (
    concepts.RESPONSE_STATUSES,
    concepts.REASONS,
    concepts.DUE_KINDS,
    concepts.UPDATE_STATUSES,
    concepts.NOTE_KINDS,
    concepts.CHANGE_KINDS,
    concepts.JUDGEMENTS,
)


def all_concepts() -> list[Concept]:
    return [concept for members in LISTS for concept in members.values()]


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=(files("answerable.ontology") / "answerable.ttl").read_text("utf-8"))


def in_gazetteers() -> set[str]:
    """The terms of ours that the gazetteers use."""
    found: set[str] = set()
    for path in gazetteer.files():
        for term in (term for triple in rdflib.Graph().parse(path) for term in triple[1:]):
            if str(term).startswith(terms.AP):
                found.add(str(term))
    return found


def defined(ontology: rdflib.Graph) -> set[str]:
    return {str(subject) for subject in ontology.subjects() if str(subject).startswith(terms.AP)}


def test_the_constants_and_the_file_agree(ontology: rdflib.Graph) -> None:
    named = {value for name in terms.__all__ if isinstance(value := getattr(terms, name), str)}
    ours = {value for value in named if value.startswith(terms.AP)} - {terms.AP}
    listed = {concept.iri for concept in all_concepts()} | set(concepts.SCHEMES)
    assert ours | listed | in_gazetteers() == defined(ontology)


def test_every_term_is_explained(ontology: rdflib.Graph) -> None:
    for term in map(rdflib.URIRef, defined(ontology)):
        labels = [*ontology.objects(term, RDFS.label), *ontology.objects(term, SKOS.prefLabel)]
        assert len(labels) == 1, term
        for said in (SKOS.definition, SKOS.example):
            assert len(list(ontology.objects(term, said))) == 1, (term, said)
        assert ontology.value(term, RDFS.isDefinedBy) == HOME, term


def test_every_term_is_a_class_a_property_or_a_concept(ontology: rdflib.Graph) -> None:
    known = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme}
    for term in map(rdflib.URIRef, defined(ontology)):
        assert known & set(ontology.objects(term, RDF.type)), term


def test_names_of_classes_begin_with_a_capital_and_of_properties_do_not(ontology: rdflib.Graph) -> None:
    for kind, capital in ((OWL.Class, True), (OWL.ObjectProperty, False), (OWL.DatatypeProperty, False)):
        for term in ontology.subjects(RDF.type, kind):
            assert str(term).removeprefix(terms.AP)[0].isupper() is capital, term


def test_whatever_a_term_points_to_is_defined_here_or_by_a_standard(ontology: rdflib.Graph) -> None:
    for value in ontology.objects():
        if str(value).startswith(terms.AP):
            assert str(value) in defined(ontology)


def test_the_concepts_have_the_labels_and_lists_of_the_file(ontology: rdflib.Graph) -> None:
    for concept in all_concepts():
        node = rdflib.URIRef(concept.iri)
        assert str(ontology.value(node, SKOS.prefLabel)) == concept.label
        assert str(ontology.value(node, SKOS.inScheme)) == concept.scheme
    for scheme, label in concepts.SCHEMES.items():
        assert str(ontology.value(rdflib.URIRef(scheme), SKOS.prefLabel)) == label


def test_every_word_for_a_status_is_a_label_of_it_in_the_file(ontology: rdflib.Graph) -> None:
    for word, concept in concepts.STATUS_WORDS.items():
        node = rdflib.URIRef(concept.iri)
        labels = [*ontology.objects(node, SKOS.prefLabel), *ontology.objects(node, SKOS.altLabel)]
        assert word in {str(label).casefold() for label in labels}


def test_the_graph_uses_no_prefix_twice() -> None:
    assert len(set(terms.PREFIXES.values())) == len(terms.PREFIXES)


def test_no_term_is_defined_for_nothing(ontology: rdflib.Graph) -> None:
    """A term is used where the graph is mapped or checked, in a closed list, in a gazetteer, or it must go."""
    code = "".join(path.read_text("utf-8") for path in Path(str(files("answerable.graph"))).rglob("*.py"))
    stated = {str(getattr(terms, name, "")) for name in set(re.findall(r"\bterms\.([A-Z]\w*)", code))}
    listed = {concept.iri for concept in all_concepts()} | set(concepts.SCHEMES)
    unused = defined(ontology) - stated - listed - in_gazetteers()
    assert not unused, f"use these or take them out of answerable.ttl and terms.py: {sorted(unused)}"
