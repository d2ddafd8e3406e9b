"""The query operation, case by case, as section 2.1 of the SPARQL 1.1 Protocol has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

ASK = "ASK { ?plan a ap:ActionPlan }"
PLANS = "SELECT ?plan { ?plan a ap:ActionPlan }"
FORM = "application/x-www-form-urlencoded"
DIRECT = {"content-type": "application/sparql-query"}


def test_a_query_by_get(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": ASK})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.json()["boolean"] is True


def test_a_query_by_post_of_a_form(client: TestClient) -> None:
    answer = client.post("/sparql", data={"query": ASK})
    assert answer.status_code == 200
    assert answer.json()["boolean"] is True


def test_a_query_by_post_of_itself(client: TestClient) -> None:
    answer = client.post("/sparql", content=ASK, headers=DIRECT)
    assert answer.status_code == 200
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize(
    ("accept", "kind", "beginning"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", '{"head":'),
        ("application/json", "application/json", '{"head":'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "plan\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?plan\n"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.9, */*;q=0.1", "application/sparql-results+xml", "<?xml"),
        ("*/*", "application/sparql-results+json", "{"),
    ],
)
def test_rows_come_as_the_client_prefers_them(client: TestClient, accept: str, kind: str, beginning: str) -> None:
    answer = client.get("/sparql", params={"query": PLANS}, headers={"accept": accept})
    assert answer.headers["content-type"] == kind
    assert answer.text.startswith(beginning)


def test_nothing_is_given_that_the_client_does_not_take(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": PLANS}, headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "application/sparql-results+json" in answer.text
