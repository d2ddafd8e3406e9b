"""Every address of the graph answers: as a page, as Turtle, as JSON-LD, and says the same in each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from answerable.exports.pages.addresses import path_of
from answerable.graph.lookup import Lookup
from answerable.ontology import terms

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from answerable.graph.store import Store

rdflib = pytest.importorskip("rdflib")


def addresses(store: Store) -> list[str]:
    """Give the addresses that the graph states something of or leads to, and the terms of ours that it uses."""
    query = """SELECT DISTINCT ?iri WHERE {
      { ?iri ?p ?o } UNION { ?s ?p ?iri FILTER(isIRI(?iri)) }
      UNION { ?s ?iri ?o FILTER(STRSTARTS(STR(?iri), "https://w3id.org/answerable/def#")) } } ORDER BY ?iri"""
    seen: Counter[str] = Counter()
    return [iri for row in store.select(query) if (iri := str(row[0])) and _few(iri, seen)]


def _few(iri: str, seen: Counter[str]) -> bool:
    """Of evidence and measures, which are all alike, a few stand for all."""
    kind = next((kind for kind in ("/evidence/", "/measure/") if kind in iri), "")
    seen[kind] += 1
    return not kind or seen[kind] < 4


def post(store: Store) -> str:
    return path_of(Lookup.of(store).one("Director of Operations", kinds=("post",)).iri, store.base)


def test_every_address_of_the_graph_answers_as_page_and_as_data(client: TestClient, store: Store) -> None:
    for iri in addresses(store):
        path = path_of(iri, store.base)
        page = client.get(path, headers={"Accept": "text/html"})
        assert page.status_code == 200, iri
        assert "<h1>" in page.text
        turtle = client.get(path, headers={"Accept": "text/turtle"})
        assert turtle.status_code == 200, iri
        assert turtle.headers["content-type"].startswith("text/turtle")
        linked = client.get(path, headers={"Accept": "application/ld+json"})
        assert linked.status_code == 200, iri
        assert linked.json() is not None


def test_turtle_json_ld_and_n_triples_say_exactly_what_the_graph_says(client: TestClient, store: Store) -> None:
    iri = Lookup.of(store).one("Director of Operations", kinds=("post",)).iri
    answer = store.query(
        f"CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }} WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }}"
    )
    path = path_of(iri, store.base)
    graphs = [
        rdflib.Graph().parse(data=client.get(path, headers={"Accept": kind}).content, format=form)
        for kind, form in (
            ("text/turtle", "turtle"),
            ("application/ld+json", "json-ld"),
            ("application/n-triples", "nt"),
            ("application/rdf+xml", "xml"),
        )
    ]
    assert {len(graph) for graph in graphs} == {len(answer)}  # type: ignore[arg-type] # a CONSTRUCT gives triples
    assert all(set(graph) == set(graphs[0]) for graph in graphs)


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "text/html"),
        ("", "text/html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("text/turtle;q=0.9, application/ld+json", "application/ld+json"),
        ("text/turtle, text/html;q=0", "text/turtle"),
        ("application/*", "application/ld+json"),
    ],
)
def test_the_client_decides_the_form(client: TestClient, store: Store, accept: str, given: str) -> None:
    answer = client.get(post(store), headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(given)
    assert answer.headers["vary"] == "Accept"


def test_a_form_that_there_is_none_of_is_refused_and_a_name_chooses_one(client: TestClient, store: Store) -> None:
    assert client.get(post(store), headers={"Accept": "image/png"}).status_code == 406
    assert client.get(f"{post(store)}?format=ttl").headers["content-type"].startswith("text/turtle")
    assert client.get(f"{post(store)}?format=docx").status_code == 406


def test_an_answer_that_a_client_holds_is_not_sent_again(client: TestClient, store: Store) -> None:
    first = client.get(post(store))
    again = client.get(post(store), headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    data = client.get(post(store), headers={"If-None-Match": first.headers["etag"], "Accept": "text/turtle"})
    assert data.status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/id/post/nobody",
        "/id/",
        "/id/%00",
        "/id/%3E%20%7D%20DROP%20ALL%20%23",
        "/id/..%2f..%2fetc%2fpasswd",
        "/thing",
        "/thing?iri=%3Cscript%3Ealert(1)%3C/script%3E",
        "/thing?iri=file:///etc/passwd",
        "/def/NoSuchTerm",
        "/documents/..%2f..%2fetc%2fpasswd",
        "/documents/0000000000000000",
        "/static/..%2f..%2fpyproject.toml",
        "/static/other.css",
        "/id/" + "a" * 5000,
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    if answer.headers["content-type"].startswith("text/html"):
        assert "<script" not in answer.text


def test_a_wrong_address_is_met_with_what_it_may_have_meant(client: TestClient) -> None:
    answer = client.get("/id/post/northmoor/director-operations")
    assert answer.status_code == 404
    assert "Director of Operations" in answer.text


def test_a_term_of_ours_has_its_definition_and_what_uses_it(client: TestClient) -> None:
    page = client.get("/def/agreed").text
    assert "All of the recommendation is accepted" in page
    assert "Recommendations answered so" in page
    assert client.get("/def").text.count("<dt>") > 100


def test_a_page_shows_the_words_behind_a_fact_with_a_link_to_their_place(client: TestClient, store: Store) -> None:
    page = client.get(post(store)).text
    assert "&ldquo;Director of Operations&rdquo;" in page
    assert "/documents/" in page
    assert "inferred:" in page
    assert store.base in page
    assert f'href="{store.base}' not in page


def test_types_of_the_graph_are_pages_too(client: TestClient) -> None:
    page = client.get("/thing", params={"iri": terms.ORG_POST}).text
    assert "Of this kind" in page
