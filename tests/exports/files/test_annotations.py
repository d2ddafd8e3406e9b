from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from pyld import jsonld

from answerable.ontology.terms import AP, OA

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.exports.scope import Scope
    from answerable.graph import Store

ANNO = {
    "@context": {
        "oa": OA,
        "as": "http://www.w3.org/ns/activitystreams#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "dcterms": "http://purl.org/dc/terms/",
        "dctypes": "http://purl.org/dc/dcmitype/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "Annotation": "oa:Annotation",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "SpecificResource": "oa:SpecificResource",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "FragmentSelector": "oa:FragmentSelector",
        "Text": "dctypes:Text",
        "identifying": "oa:identifying",
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "exact": "oa:exact",
        "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
        "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
        "value": "rdf:value",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "conformsTo": {"@type": "@id", "@id": "dcterms:conformsTo"},
        "label": "rdfs:label",
        "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
        "first": {"@type": "@id", "@id": "as:first"},
        "partOf": {"@type": "@id", "@id": "as:partOf"},
        "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "rights": {"@type": "@id", "@id": "dcterms:rights"},
    }
}
"""Those terms of the W3C's context that a file of ours uses, as it defines them, so that nothing is fetched."""


def loader(address: str, *_: object) -> dict[str, Any]:
    assert address == "http://www.w3.org/ns/anno.jsonld", f"{address} would be fetched"
    return {"document": ANNO, "documentUrl": address, "contextUrl": None, "contentType": "application/ld+json"}


@pytest.fixture(scope="module")
def collection(written: Callable[..., bytes]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(written("annotations"))
    return read


def test_the_collection_says_what_it_is_of(collection: dict[str, Any], scope: Scope) -> None:
    assert collection["type"] == "AnnotationCollection"
    assert scope.snapshot in collection["description"]
    assert collection["rights"].startswith("http")
    assert collection["total"] == len(collection["first"]["items"])


def test_every_piece_of_evidence_is_an_annotation_with_its_words(collection: dict[str, Any], plans: Store) -> None:
    pieces = plans.select("SELECT DISTINCT ?e ?q WHERE { ?x ap:evidence ?e . ?e oa:exact ?q }")
    quotes = {str(iri): str(quote) for iri, quote in pieces}
    assert {
        item["id"].removesuffix("/annotation"): item["target"]["selector"][0]["exact"]
        for item in collection["first"]["items"]
    } == quotes


def test_a_text_is_selected_by_position_as_well(collection: dict[str, Any]) -> None:
    quote, place = collection["first"]["items"][0]["target"]["selector"]
    assert place["type"] == "TextPositionSelector"
    assert place["end"] - place["start"] == len(quote["exact"])


def test_a_processor_reads_every_annotation_as_the_model_has_it(collection: dict[str, Any]) -> None:
    few = {**collection, "first": {**collection["first"], "items": collection["first"]["items"][:40]}}
    nodes = jsonld.flatten(few, None, {"documentLoader": loader})
    annotations = [node for node in nodes if f"{OA}Annotation" in node.get("@type", ())]
    assert len(annotations) == 40
    for node in annotations:
        assert len(node[f"{OA}hasTarget"]) == 1
        assert node[f"{OA}hasBody"]
        assert node[f"{OA}motivatedBy"] == [{"@id": f"{OA}identifying"}]
    assert {f"{OA}exact", f"{AP}field", f"{AP}fileName"} <= {name for node in nodes for name in node}
