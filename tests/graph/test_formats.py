from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph
import pytest
from pyld import jsonld

from answerable.graph.errors import NoSuchGraphError
from answerable.graph.formats import RDF_FORMATS, write_rdf
from answerable.graph.layout import GRAPH_FILE
from answerable.ontology import terms
from answerable.ontology.context import context, make_context
from answerable.ontology.iris import DEFAULT_BASE
from answerable.ontology.vocabulary import vocabulary

if TYPE_CHECKING:
    from answerable.graph import Store

Quads = set[pyoxigraph.Quad]


@pytest.fixture(scope="module")
def quads(store: Store) -> bytes:
    return (store.directory / GRAPH_FILE).read_bytes()


def written(quads: bytes, form: str, graph: str | None = None) -> str:
    return write_rdf(quads, form, base=DEFAULT_BASE, graph=graph)


def as_quads(text: str | bytes, form: pyoxigraph.RdfFormat) -> Quads:
    return set(pyoxigraph.parse(input=text, format=form))


def no_network(address: str, *_: object) -> Any:  # noqa: ANN401 - what a loader of documents gives
    raise AssertionError(f"{address} would be fetched")


def from_jsonld(text: str) -> Quads:
    """Read JSON-LD by a processor that is not ours."""
    given = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads", "documentLoader": no_network})
    return as_quads(given, pyoxigraph.RdfFormat.N_QUADS)


def test_every_format_that_knows_graphs_says_the_same(quads: bytes) -> None:
    whole = as_quads(quads, pyoxigraph.RdfFormat.N_QUADS)
    assert as_quads(written(quads, "nquads"), pyoxigraph.RdfFormat.N_QUADS) == whole
    assert as_quads(written(quads, "trig"), pyoxigraph.RdfFormat.TRIG) == whole
    assert from_jsonld(written(quads, "jsonld")) == whole


def test_turtle_gives_all_graphs_as_one_with_short_names(quads: bytes) -> None:
    text = written(quads, "turtle")
    triples = {quad.triple for quad in as_quads(quads, pyoxigraph.RdfFormat.N_QUADS)}
    assert {quad.triple for quad in as_quads(text, pyoxigraph.RdfFormat.TURTLE)} == triples
    assert "ap:dueKind ap:by" in text


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_the_same_graph_gives_the_same_text(form: str, quads: bytes) -> None:
    assert written(quads, form) == written(quads, form)


def test_one_graph_can_be_had_alone_by_its_address_or_its_end(quads: bytes) -> None:
    alone = written(quads, "nquads", "reference")
    assert alone == written(quads, "nquads", f"{DEFAULT_BASE}graph/reference")
    assert {str(quad.graph_name.value) for quad in as_quads(alone, pyoxigraph.RdfFormat.N_QUADS)} == {
        f"{DEFAULT_BASE}graph/reference"
    }


def test_a_graph_that_is_not_there_is_told_with_those_that_are(quads: bytes) -> None:
    told = r"no graph is called 'nowhere'; there are: dataset, document/.*, reference"
    with pytest.raises(NoSuchGraphError, match=told):
        written(quads, "turtle", "nowhere")


def graph_of(text: str, document: str) -> list[dict[str, Any]]:
    graphs = json.loads(text)["@graph"]
    (nodes,) = [
        graph["@graph"] for graph in graphs if any(node.get("fileName") == document for node in graph["@graph"])
    ]
    found: list[dict[str, Any]] = nodes
    return found


def test_a_plan_is_a_tree_that_reads_from_the_top(quads: bytes) -> None:
    plan, *others = graph_of(written(quads, "jsonld"), "harbour.txt")
    assert plan["id"] == "plan/harbour-board/2020-03-03"
    assert "ActionPlan" in plan["type"]
    assert plan["dateSubmitted"] == "2020-02-28"
    first, second = plan["recommendations"]
    assert (first["identifier"], first["responseStatus"]) == ("1", "agreed")
    assert [action["label"] for action in first["actions"]] == ["1.1", "1.2"]
    joint, single = sorted(first["assignments"], key=lambda each: each["dueText"])
    assert joint["owner"] == ["post/head-of-signals", "post/lamp-officers"]
    assert (joint["dueKind"], joint["dueBy"], joint["edtf"]) == ("by", "2020-04-30", "2020-04")
    assert (single["dueKind"], single["certain"]) == ("ongoing", False)
    assert second["assignments"][0]["update"]["status"] == "closed"
    assert {"exact", "field", "rule", "row"} <= set(joint["evidence"][0])
    assert {"post/head-of-signals", "post/lamp-officers"} <= {node["id"] for node in others}


def test_a_plan_can_be_framed_by_a_processor_with_the_context(quads: bytes) -> None:
    """The frame asks for assignments within recommendations; whatever else the graph holds stays out."""
    frame = {
        "@context": {"@base": DEFAULT_BASE, **context()},
        "type": "Recommendation",
        "identifier": "10",
        "assignments": {"update": {}},
    }
    given = json.loads(written(quads, "jsonld"))
    nodes = [node for graph in given["@graph"] for node in graph["@graph"]]
    options = {"documentLoader": no_network, "requireAll": True}
    framed = jsonld.frame({"@context": given["@context"], "@graph": nodes}, frame, options)
    assert framed["description"] == "Buy a second pilot boat"
    assert framed["assignments"]["update"]["description"] == "The boat is afloat."


def meant() -> dict[str, str]:
    """The short address of every name that is not for the way upward."""
    held = {name: each if isinstance(each, dict) else {"@id": each} for name, each in context().items()}
    return {name: each["@id"] for name, each in held.items() if isinstance(each.get("@id"), str)}


def test_the_context_names_every_term_of_ours_and_means_it() -> None:
    for term in vocabulary():
        assert meant().get(term.name) == f"ap:{term.name}", f"ap:{term.name} has no name in ontology/context.jsonld"


def test_the_context_has_every_standard_property_that_a_graph_uses(quads: bytes) -> None:
    used = {quad.predicate.value for quad in as_quads(quads, pyoxigraph.RdfFormat.N_QUADS)}
    named = {
        terms.PREFIXES[prefix] + local
        for prefix, _, local in (each.partition(":") for each in meant().values())
        if prefix in terms.PREFIXES
    }
    beside = {terms.RDF_TYPE, terms.RDFS_LABEL}  # "type" is JSON-LD's own, and "label" a name of ours
    assert used - named - beside == set(), "name these in ontology/context.py"


def test_no_name_of_the_context_means_two_things() -> None:
    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        assert len({name for name, _ in items}) == len(items)
        return dict(items)

    json.loads(make_context(), object_pairs_hook=pairs)
    standard = {name for name, meant in context().items() if "ap:" not in json.dumps(meant)}
    assert not standard & {term.name for term in vocabulary()}
