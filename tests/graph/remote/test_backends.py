"""Every named question has the same answer, wherever the graph lies."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from answerable.graph import all_questions, ask
from answerable.graph.errors import QueryRefusedError
from answerable.graph.questions import quoted
from answerable.graph.remote.description import describe
from answerable.graph.remote.reach import reach_of
from answerable.graph.values import Iri, Rows, Triples, Truth

if TYPE_CHECKING:
    from answerable.graph import Store
    from answerable.graph.questions import Question
    from answerable.graph.remote import RemoteStore
    from answerable.graph.remote.endpoint import Endpoint

TOLD = {"as_at": "2024-06-30", "month": "2023-09", "name": "head"}
NAMED = {"promises": "CAS3", "mentions": "CAS3"}


def told(question: Question) -> dict[str, str]:
    values = {**TOLD, "name": NAMED.get(question.name, TOLD["name"])}
    return {one.name: values[one.name] for one in question.parameters if one.default is None}


def content(answer: object) -> Counter[tuple[tuple[str, ...], ...]]:
    """The rows as a set, each cell as its words.

    Virtuoso orders long texts by keys of its own, and what GROUP_CONCAT gathers of them likewise.
    """
    assert isinstance(answer, Rows)
    return Counter(tuple(tuple(sorted(str(cell).split())) for cell in row) for row in answer)


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_a_named_question_has_the_same_answer(
    question: Question, examples: Store, remote: RemoteStore, request: pytest.FixtureRequest
) -> None:
    here, there = (ask(graph, question, **told(question)) for graph in (examples, remote))
    assert isinstance(there, Rows)
    if "virtuoso" not in request.node.callspec.id:
        assert there == here
    else:
        assert content(there) == content(here)


@pytest.mark.parametrize("name", ["overdue", "joint", "plans", "owners"])
def test_the_words_behind_each_row_are_the_same(name: str, examples: Store, remote: RemoteStore) -> None:
    (question,) = (each for each in all_questions() if each.name == name)
    answer = ask(examples, question, **told(question))
    assert isinstance(answer, Rows)
    assert quoted(remote, question, answer) == quoted(examples, question, answer)


def test_it_knows_its_snapshot_its_base_and_its_graphs(examples: Store, remote: RemoteStore) -> None:
    assert (remote.name, remote.base, remote.graphs) == (examples.name, examples.base, examples.graphs)


def test_what_else_the_server_holds_is_left_out(remote: RemoteStore) -> None:
    assert remote.query("ASK { ?s <x:of> ?o }") == Truth(False)
    assert remote.query("ASK { GRAPH ?g { ?s <x:of> ?o } }") == Truth(False)
    assert remote.query("ASK { ?plan a ap:ActionPlan }") == Truth(True)


def test_a_query_about_anything_finds_nothing_that_the_server_says_of_itself(
    examples: Store, remote: RemoteStore
) -> None:
    query = "SELECT DISTINCT ?class WHERE { ?thing a ?class } ORDER BY STR(?class)"
    assert remote.query(query) == examples.query(query)


def test_a_server_that_holds_nothing_else_is_not_told_each_graph(
    remote: RemoteStore, published: Endpoint, request: pytest.FixtureRequest
) -> None:
    told = reach_of(published, describe(published, remote.base)).told("ASK { ?plan a ap:ActionPlan }")
    assert ("default-graph-uri" in told) is ("beside" in request.node.callspec.id)


def test_one_graph_can_be_named(examples: Store, remote: RemoteStore) -> None:
    (reference,) = (graph for graph in examples.graphs if graph.endswith("/reference"))
    query = "SELECT (COUNT(*) AS ?n) FROM <reference> WHERE { ?s ?p ?o }".replace("reference", reference)
    assert remote.query(query) == examples.query(query)


def test_triples_come_as_triples(examples: Store, remote: RemoteStore) -> None:
    query = "CONSTRUCT { ?post skos:prefLabel ?name } WHERE { ?post a org:Post ; skos:prefLabel ?name }"
    here = examples.query(query)
    assert isinstance(here, Triples)
    assert len(here) > 10
    assert remote.query(query) == here


def test_a_value_is_bound_as_a_term(examples: Store, remote: RemoteStore) -> None:
    (plan, *_) = examples.select("SELECT ?plan WHERE { ?plan a ap:ActionPlan } ORDER BY ?plan").rows[0]
    assert isinstance(plan, Iri)
    query = "SELECT ?title WHERE { ?plan dcterms:title ?title }"
    assert remote.select(query, {"plan": plan}) == examples.select(query, {"plan": plan})


@pytest.mark.parametrize(
    "query",
    [
        "DROP ALL",
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <https://elsewhere.example/graph> WHERE { ?s ?p ?o }",
        "SELECT * WHERE { ?s ?p }",
    ],
)
def test_what_does_more_than_read_is_refused(query: str, remote: RemoteStore) -> None:
    with pytest.raises(QueryRefusedError):
        remote.query(query)
