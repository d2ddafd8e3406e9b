"""Who is let through, and what every answer carries."""

from __future__ import annotations

import json
import logging
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from answerable.graph.endpoint import Service
from answerable.graph.endpoint.front import Access, Gate, Metrics
from answerable.graph.endpoint.front.access import LOOPBACK
from answerable.serving import application

if TYPE_CHECKING:
    from answerable.graph import Store

ASK = {"query": "ASK { ?plan a ap:ActionPlan }"}


def behind(store: Store, access: Access, *, host: str = "localhost:8000", with_queries: bool = False) -> TestClient:
    metrics = Metrics()
    gate = Gate(application(Service.of(store), metrics), access, metrics, with_queries)
    return TestClient(gate, base_url=f"http://{host}", raise_server_exceptions=False)


@pytest.mark.parametrize("path", ["/sparql", "/nothing", "/healthz", "/readyz", "/metrics"])
def test_every_answer_is_safe_to_show(store: Store, path: str) -> None:
    headers = behind(store, Access()).get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("shown", ["Bearer s3cret", "bearer  s3cret", "Basic " + b64encode(b"any:s3cret").decode()])
def test_the_token_lets_in(store: Store, shown: str) -> None:
    client = behind(store, Access("s3cret"))
    assert client.get("/sparql", params=ASK, headers={"authorization": shown}).status_code == 200


@pytest.mark.parametrize(
    "shown", ["", "Bearer", "Bearer wrong", "Bearer s3cret2", "Digest s3cret", "Basic !!", "Basic czNjcmV0", "Bearer é"]
)
@pytest.mark.parametrize("path", ["/sparql", "/metrics", "/nothing", "/healthz/../metrics"])
def test_nothing_else_does(store: Store, path: str, shown: str) -> None:
    headers = {"authorization": shown.encode("latin-1")} if shown else {}
    answer = behind(store, Access("s3cret")).get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_whoever_watches_the_server_needs_no_token(store: Store) -> None:
    client = behind(store, Access("s3cret"))
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").json() == {"ready": True, "snapshot": store.name, "trouble": None}


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "[::1]"])
def test_this_machine_is_known_by_its_own_names(store: Store, host: str) -> None:
    client = behind(store, Access(hosts=LOOPBACK))
    assert client.get("/sparql", params=ASK, headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "", "a b"])
def test_a_name_that_somebody_pointed_here_is_refused(store: Store, host: str) -> None:
    client = behind(store, Access(hosts=LOOPBACK))
    assert client.get("/sparql", params=ASK, headers={"host": host}).status_code == 421


def test_scripts_of_any_page_may_read_what_is_public(store: Store) -> None:
    answer = behind(store, Access()).get("/sparql", params=ASK, headers={"origin": "https://a.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "ETag" in answer.headers["access-control-expose-headers"]


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://localhost:3000", True),
        ("http://127.0.0.1", True),
        ("https://a.example", False),
        ("http://localhost.a.example", False),
        ("null", False),
    ],
)
def test_on_this_machine_only_its_own_pages_may(store: Store, origin: str, *, allowed: bool) -> None:
    client = behind(store, Access(any_origin=False))
    asked = {"origin": origin, "access-control-request-method": "POST"}
    for answer in (
        client.get("/sparql", params=ASK, headers={"origin": origin}),
        client.options("/sparql", headers=asked),
    ):
        assert answer.headers.get("access-control-allow-origin") == (origin if allowed else None)
        assert "Origin" in answer.headers["vary"]


def test_a_browser_asks_first_and_needs_no_token_for_that(store: Store) -> None:
    asked = {"origin": "https://a.example", "access-control-request-method": "POST"}
    answer = behind(store, Access("s3cret")).options("/sparql", headers=asked)
    assert (answer.status_code, answer.text) == (204, "")
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "Authorization" in answer.headers["access-control-allow-headers"]


def test_each_request_is_a_line_without_what_was_asked(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "answerable.access")
    headers = {"authorization": "Bearer s3cret"}
    behind(store, Access("s3cret")).get("/sparql", params=ASK, headers=headers)
    behind(store, Access("s3cret"), with_queries=True).get("/sparql", params=ASK, headers=headers)
    quiet, loud = (record.msg for record in caplog.records if record.name == "answerable.access")
    assert isinstance(quiet, dict)
    assert isinstance(loud, dict)
    assert (quiet["path"], quiet["status"], quiet["bytes"]) == ("/sparql", 200, 26)
    assert "ActionPlan" not in json.dumps(quiet)
    assert "ActionPlan" in json.dumps(loud)
    assert "s3cret" not in json.dumps([quiet, loud])


def test_requests_are_counted_by_route_and_status(store: Store) -> None:
    client = behind(store, Access())
    client.get("/sparql", params=ASK)
    for number in range(3):
        client.get(f"/made-up-{number}")
    counts = client.get("/metrics").text
    assert 'answerable_requests_total{route="/sparql",status="200"} 1.0' in counts
    assert 'answerable_requests_total{route="other",status="404"} 3.0' in counts
    assert 'answerable_request_seconds_count{route="/sparql"} 1.0' in counts
    assert "made-up" not in counts
