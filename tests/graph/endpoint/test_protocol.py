"""The query operation, case by case, as section 2.1 of the SPARQL 1.1 Protocol has it."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
import rdflib

if TYPE_CHECKING:
    from httpx import Response
    from starlette.testclient import TestClient

    from answerable.graph import Store

ASK = "ASK { ?plan a ap:ActionPlan }"
PLANS = "SELECT ?plan { ?plan a ap:ActionPlan } ORDER BY ?plan"
COPY = "CONSTRUCT { ?plan a ap:ActionPlan } WHERE { ?plan a ap:ActionPlan }"
FORM = "application/x-www-form-urlencoded"
DIRECT = {"content-type": "application/sparql-query"}
COUNT = "SELECT (COUNT(*) AS ?n) { ?plan a ap:ActionPlan }"


def inferred(store: Store) -> str:
    return f"{store.base}graph/inferred"


def number(answer: Response) -> int:
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_a_query_by_get(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": ASK})
    assert (answer.status_code, answer.json()["boolean"]) == (200, True)
    assert answer.headers["content-type"] == "application/sparql-results+json"


def test_a_query_by_post_of_a_form(client: TestClient) -> None:
    answer = client.post("/sparql", data={"query": ASK})
    assert (answer.status_code, answer.json()["boolean"]) == (200, True)


def test_a_query_by_post_of_itself(client: TestClient) -> None:
    answer = client.post("/sparql", content=ASK, headers=DIRECT)
    assert (answer.status_code, answer.json()["boolean"]) == (200, True)


@pytest.mark.parametrize("charset", ["utf-8", '"UTF-8"'])
def test_a_query_may_say_its_character_set(client: TestClient, charset: str) -> None:
    headers = {"content-type": f"application/sparql-query; charset={charset}"}
    answer = client.post("/sparql", content='SELECT ("é" AS ?e) {}'.encode(), headers=headers)
    assert answer.json()["results"]["bindings"][0]["e"]["value"] == "é"
    other = {"content-type": "application/sparql-query; charset=iso-8859-1"}
    assert client.post("/sparql", content=ASK, headers=other).status_code == 415


@pytest.mark.parametrize(
    ("accept", "kind", "beginning"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", '{"head":'),
        ("application/json", "application/json", '{"head":'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "plan\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?plan\n"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.9, */*;q=0.1", "application/sparql-results+xml", "<?xml"),
        ("text/*", "text/csv; charset=utf-8", "plan\r\n"),
        ("*/*", "application/sparql-results+json", "{"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/json", "{"),
    ],
)
def test_rows_come_as_the_client_prefers_them(client: TestClient, accept: str, kind: str, beginning: str) -> None:
    answer = client.get("/sparql", params={"query": PLANS}, headers={"accept": accept})
    assert answer.headers["content-type"] == kind
    assert answer.text.startswith(beginning)


@pytest.mark.parametrize(
    ("accept", "kind", "reader"),
    [
        ("*/*", "text/turtle; charset=utf-8", "turtle"),
        ("text/turtle", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/trig", "application/trig", "trig"),
        ("application/n-quads", "application/n-quads", "nquads"),
    ],
)
@pytest.mark.parametrize("query", [COPY, "DESCRIBE ap:agreed"])
def test_triples_come_as_the_client_prefers_them(
    client: TestClient, query: str, accept: str, kind: str, reader: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.headers["content-type"] == kind
    graph = rdflib.Dataset(default_union=True).parse(data=answer.text, format=reader)
    assert len(list(graph)) >= 2


def test_a_truth_value_in_each_format(client: TestClient) -> None:
    xml = client.get("/sparql", params={"query": ASK}, headers={"accept": "application/sparql-results+xml"})
    assert ET.fromstring(xml.text)[1].text == "true"  # noqa: S314 - our own answer
    assert client.get("/sparql", params={"query": ASK, "format": "csv"}).text.strip() == "true"


def test_each_triple_is_given_once(client: TestClient) -> None:
    query = "CONSTRUCT { ap:agreed a ap:Found } WHERE { ?s ?p ?o }"
    lines = client.get("/sparql", params={"query": query, "format": "ntriples"}).text.splitlines()
    assert len(lines) == 1


def test_nothing_is_given_that_the_client_does_not_take(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": PLANS}, headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "application/sparql-results+json" in answer.text


@pytest.mark.parametrize(
    ("method", "options", "status", "reason"),
    [
        ("GET", {"params": {"query": "SELECT nothing"}}, 400, "cannot be answered"),
        ("GET", {"params": {"query": ""}}, 400, "a query starts with"),
        ("GET", {"params": {"other": "x"}}, 400, "give a query"),
        ("GET", {"params": [("query", ASK), ("query", ASK)]}, 400, "one query at a time"),
        ("GET", {"params": {"update": "CLEAR ALL"}}, 400, "takes no update"),
        ("GET", {"params": {"query": "CLEAR ALL"}}, 400, "a query starts with"),
        (
            "GET",
            {"params": {"query": ASK, "default-graph-uri": "urn:other"}},
            400,
            "no graph of this snapshot",
        ),
        ("GET", {"params": {"query": ASK, "named-graph-uri": "x> } INSERT"}}, 400, "no graph of this snapshot"),
        ("GET", {"params": {"query": ASK, "format": "../../etc/passwd"}}, 400, "format is one of"),
        ("POST", {"data": {}}, 415, "send a query as"),
        ("POST", {"data": {"other": "x"}}, 400, "give a query"),
        ("POST", {"data": {"query": [ASK, ASK]}}, 400, "one query at a time"),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 400, "takes no update"),
        ("POST", {"data": {"query": ASK, "update": "CLEAR ALL"}}, 400, "takes no update"),
        ("POST", {"content": b"query=%ff%fe", "headers": {"content-type": FORM}}, 400, "not UTF-8"),
        ("POST", {"content": b"query=\xff", "headers": {"content-type": FORM}}, 400, "not UTF-8"),
        ("POST", {"content": b"&".join([b"a=1"] * 100), "headers": {"content-type": FORM}}, 400, "at most 64 fields"),
        ("POST", {"content": b"ASK { \xff }", "headers": DIRECT}, 400, "not UTF-8"),
        ("POST", {"content": b"", "headers": DIRECT}, 400, "a query starts with"),
        ("POST", {"content": ASK, "headers": {"content-type": "application/sparql-update"}}, 415, "takes no update"),
        ("POST", {"content": ASK, "headers": {"content-type": "text/plain"}}, 415, "send a query as"),
        ("POST", {"content": ASK, "headers": DIRECT, "params": {"query": ASK}}, 400, "stands in the body"),
        ("GET", {"params": {"query": ASK + "#" * 20_000}}, 414, "at most 20,000 bytes"),
        ("POST", {"data": {"query": ASK + "#" * 20_000}}, 413, "at most 20,000 bytes"),
        ("POST", {"content": b"#" * 400_000, "headers": DIRECT}, 413, "at most"),
        ("PUT", {"content": ASK}, 405, "use one of GET"),
        ("DELETE", {}, 405, "use one of GET"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    client: TestClient, method: str, options: dict[str, Any], status: int, reason: str
) -> None:
    answer = client.request(method, "/sparql", **options)
    assert answer.status_code == status
    assert reason in answer.text
    assert answer.text.count("\n") == 1
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Traceback" not in answer.text


def test_a_length_is_needed(client: TestClient) -> None:
    request = client.build_request("POST", "/sparql", content=b"", headers=DIRECT)
    del request.headers["content-length"]
    assert client.send(request).status_code == 411


def test_a_refusal_names_what_is_allowed(client: TestClient) -> None:
    assert client.put("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("how", ["get", "form", "direct"])
def test_the_request_names_the_default_graph(client: TestClient, store: Store, how: str) -> None:
    graph = {"default-graph-uri": inferred(store)}
    if how == "get":
        answer = client.get("/sparql", params={"query": COUNT, **graph})
    elif how == "form":
        answer = client.post("/sparql", data={"query": COUNT, **graph})
    else:
        answer = client.post("/sparql", content=COUNT, headers=DIRECT, params=graph)
    assert number(answer) == 0


def test_several_default_graphs_are_one(client: TestClient, store: Store) -> None:
    every = [("default-graph-uri", graph) for graph in sorted(store.graphs)]
    assert number(client.get("/sparql", params=[("query", COUNT), *every])) == 2


def test_the_request_names_the_named_graphs(client: TestClient, store: Store) -> None:
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    answer = client.get("/sparql", params={"query": query, "named-graph-uri": inferred(store), "format": "csv"})
    assert answer.text.split() == ["g", inferred(store)]


def test_the_default_graph_is_empty_where_only_named_graphs_are_given(client: TestClient, store: Store) -> None:
    assert number(client.get("/sparql", params={"query": COUNT, "named-graph-uri": inferred(store)})) == 0


def test_no_graph_is_named_where_only_a_default_graph_is_given(client: TestClient, store: Store) -> None:
    query = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert number(client.get("/sparql", params={"query": query, "default-graph-uri": inferred(store)})) == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) FROM <{0}> WHERE {{ ?plan a ap:ActionPlan }}",
        "SELECT (COUNT(*) AS ?n) FROM <{0}> FROM NAMED <{0}> {{ ?plan a ap:ActionPlan }}",
        "SELECT (COUNT(*) AS ?n) (EXISTS {{ ?x a ap:ActionPlan }} AS ?e) FROM <{0}> {{ ?plan a ap:ActionPlan }}",
        "SELECT (COUNT(*) AS ?n) # FROM <x>\nFROM <{0}> {{ ?plan a ap:ActionPlan }}",
    ],
)
def test_the_request_overrides_the_graphs_of_the_query(client: TestClient, store: Store, query: str) -> None:
    text = query.format(inferred(store))
    assert number(client.get("/sparql", params={"query": text})) == 0
    every = [("default-graph-uri", graph) for graph in sorted(store.graphs)]
    assert number(client.get("/sparql", params=[("query", text), *every])) == 2


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT WHERE { ?p a ap:ActionPlan }",
        "CONSTRUCT { ?p a ap:ActionPlan } { ?p a ap:ActionPlan }",
        "DESCRIBE ap:agreed",
        "DESCRIBE ?p { ?p a ap:ActionPlan } ORDER BY ?p LIMIT 1",
        "DESCRIBE ap:agreed LIMIT 1",
        "ASK { ?p a ap:ActionPlan }",
        "SELECT * { ?p a ap:ActionPlan }",
    ],
)
def test_graphs_are_named_to_every_form_of_query(client: TestClient, store: Store, query: str) -> None:
    every = [("default-graph-uri", graph) for graph in sorted(store.graphs)]
    with_graphs = client.get("/sparql", params=[("query", query), *every])
    assert with_graphs.status_code == 200, with_graphs.text
    assert len(with_graphs.text) == len(client.get("/sparql", params={"query": query}).text)


def test_a_head_has_no_body(client: TestClient) -> None:
    answer = client.head("/sparql", params={"query": ASK})
    assert (answer.status_code, answer.headers["content-length"]) == (200, "26")


def test_a_long_answer_is_compressed_for_who_takes_that(client: TestClient) -> None:
    long = {"query": "SELECT * { ?s ?p ?o }"}
    with client.stream("GET", "/sparql", params=long, headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    plain = client.get("/sparql", params=long, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert json.loads(gzip.decompress(raw)) == plain.json()


def test_an_answer_stays_as_long_as_its_snapshot(client: TestClient) -> None:
    first = client.get("/sparql", params={"query": PLANS})
    tag = first.headers["etag"]
    again = client.get("/sparql", params={"query": PLANS}, headers={"if-none-match": f'"x", {tag}'})
    assert (again.status_code, again.text, again.headers["etag"]) == (304, "", tag)
    assert client.get("/sparql", params={"query": COUNT}, headers={"if-none-match": tag}).status_code == 200
    other = client.get("/sparql", params={"query": PLANS}, headers={"if-none-match": tag, "accept": "text/csv"})
    assert other.status_code == 200


@pytest.mark.parametrize("call", ["NOW()", "rand ( )", "UUID()", "STRUUID()"])
def test_what_changes_by_itself_is_not_kept(client: TestClient, call: str) -> None:
    answer = client.get("/sparql", params={"query": f"SELECT ({call} AS ?x) {{}}"})
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("accept", "reader"), [("text/turtle", "turtle"), ("application/ld+json", "json-ld")])
def test_without_a_query_the_service_says_what_it_is(
    client: TestClient, store: Store, accept: str, reader: str
) -> None:
    answer = client.get("/sparql", headers={"accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    graph = rdflib.Graph().parse(data=answer.text, format=reader)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert {str(name) for name in graph.objects(None, sd.name)} == set(store.graphs)
    assert (None, sd.endpoint, rdflib.URIRef("http://testserver/sparql")) in graph
    assert (None, sd.supportedLanguage, sd.SPARQL11Query) in graph
    assert not [node for node in graph.all_nodes() if isinstance(node, rdflib.BNode)]


def test_a_description_is_not_given_as_rows(client: TestClient) -> None:
    assert client.get("/sparql", headers={"accept": "text/csv"}).status_code == 406


@pytest.mark.parametrize("host", ['a"b', "<a>", "a b", "a/b"])
def test_a_host_that_is_none_is_not_repeated(client: TestClient, host: str) -> None:
    answer = client.get("/sparql", headers={"host": host})
    assert answer.status_code == 400
    assert host not in answer.text


def test_prefixes_of_ours_need_no_declaration_and_others_do(client: TestClient) -> None:
    assert client.get(f"/sparql?query={quote('ASK { ?s a ap:ActionPlan }')}").status_code == 200
    assert client.get(f"/sparql?query={quote('ASK { ?s a other:Thing }')}").status_code == 400
