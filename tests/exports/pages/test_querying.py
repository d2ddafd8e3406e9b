"""The endpoint in a browser: a box, an answer as a table, one line for a mistake; programs get what they always get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("httpx")

from starlette.testclient import TestClient

from answerable.graph.endpoint import Service
from answerable.serving import application

if TYPE_CHECKING:
    from answerable.graph.store import Store

PAGE = {"Accept": "text/html"}
PLANS = "SELECT ?plan ?title { ?plan a ap:ActionPlan ; dcterms:title ?title }"


@pytest.fixture(scope="module")
def served(store: Store) -> TestClient:
    return TestClient(application(Service.of(store)))


def test_a_browser_gets_a_box_and_questions_to_start_from(served: TestClient) -> None:
    page = served.get("/sparql", headers=PAGE)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "<textarea" in page.text
    assert "/questions/owners" in page.text


def test_an_answer_is_a_table_whose_things_lead_to_their_pages(served: TestClient, store: Store) -> None:
    page = served.get("/sparql", params={"query": PLANS}, headers=PAGE)
    plans = store.select(PLANS).rows
    assert page.text.count("<tr>") == 1 + len(plans)
    assert all(f'href="/id/{str(plan).removeprefix(store.base)}"' in page.text for plan, _ in plans)


def test_a_mistake_is_one_line_and_keeps_what_was_typed(served: TestClient) -> None:
    page = served.get("/sparql", params={"query": "SELECT <script>alert(1)</script>"}, headers=PAGE)
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    assert "&lt;script&gt;" in page.text
    assert "<script" not in page.text


def test_programs_get_results_and_no_page(served: TestClient) -> None:
    answer = served.get("/sparql", params={"query": PLANS}, headers={"Accept": "application/sparql-results+json, */*"})
    assert answer.headers["content-type"].startswith("application/sparql-results+json")


def test_an_address_that_leads_nowhere_has_a_page_in_the_same_look(served: TestClient) -> None:
    page = served.get("/nowhere", headers=PAGE)
    assert page.status_code == 404
    assert "No such page here" in page.text
