"""One clear line for each way in which a server elsewhere can fail, and no secret in any of them."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

import pytest

from answerable.graph.errors import AccessRefusedError, EndpointError, SettingsError
from answerable.graph.remote import Credentials, RemoteStore
from tests.servers import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

EMPTY = {"head": {"vars": ["base", "graph", "dataset"]}, "results": {"bindings": []}}
RESULTS = "application/sparql-results+json"


class Answering(BaseHTTPRequestHandler):
    """Gives what it was told to, and keeps what it was sent."""

    status: ClassVar[int] = 200
    sent: ClassVar[dict[str, str]] = {}
    body: ClassVar[bytes] = b""
    heard: ClassVar[list[dict[str, str]]] = []

    def do_POST(self) -> None:
        self.heard.append(dict(self.headers))
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        for name, value in {"Content-Length": str(len(self.body)), **self.sent}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: object) -> None:
        """Keep the tests quiet."""


@pytest.fixture
def url() -> Iterator[str]:
    Answering.heard.clear()
    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()
    server.server_close()


def answers(status: int, kind: str = "text/html", body: bytes = b"", **headers: str) -> None:
    Answering.status, Answering.body, Answering.sent = status, body, {"Content-Type": kind, **headers}


@pytest.mark.parametrize(
    ("status", "kind", "body", "line"),
    [
        (401, "text/html", b"<h1>No</h1>", r"asks who you are \(401\); set ANSWERABLE_ENDPOINT_TOKEN"),
        (403, "text/html", b"", r"does not allow this \(403\)"),
        (404, "text/html", b"", r"nothing at this address \(404\)"),
        (503, "text/html", b"", r"too busy \(503\); try again later"),
        (500, "text/plain", b"out of\nmemory", r"refused with 500: out of memory$"),
        (500, "text/html", b"<pre>trace</pre>", r"refused with 500$"),
        (200, "text/html", b"<html></html>", r"answers with text/html, not with SPARQL results"),
        (200, RESULTS, b'{"head": {"vars": ["base"', r"no SPARQL result in JSON: it is not JSON, or was cut off"),
        (
            200,
            RESULTS,
            json.dumps(EMPTY).encode(),
            r"holds no build of action plans; put one there: answerable publish",
        ),
    ],
)
def test_each_failure_has_its_line(status: int, kind: str, body: bytes, line: str, url: str) -> None:
    answers(status, kind, body)
    with pytest.raises(EndpointError, match=line) as caught:
        RemoteStore.open(url)
    assert "\n" not in str(caught.value)


def test_a_move_names_the_new_address_and_follows_nothing(url: str) -> None:
    answers(301, Location="https://elsewhere.example/sparql")
    with pytest.raises(EndpointError, match=r"has moved \(301\); give https://elsewhere.example/sparql"):
        RemoteStore.open(url)
    assert len(Answering.heard) == 1


def test_an_answer_shorter_than_promised_is_no_answer(url: str) -> None:
    answers(200, RESULTS, b'{"head": {}, "boolean": true}', **{"Content-Length": "400"})
    with pytest.raises(EndpointError, match="broke off in the middle of its answer"):
        RemoteStore.open(url)


def test_nobody_listening_is_said() -> None:
    with pytest.raises(EndpointError, match=r"cannot be reached .*; is the server running"):
        RemoteStore.open(f"http://127.0.0.1:{free_port()}/sparql")


def test_a_server_that_says_nothing_is_given_up() -> None:
    server = HTTPServer(("127.0.0.1", 0), Answering)  # it listens, and nothing ever accepts
    with pytest.raises(EndpointError, match=r"gave no answer within 0\.2 seconds"):
        RemoteStore.open(f"http://127.0.0.1:{server.server_port}/", timeout=0.2)
    server.server_close()


@pytest.mark.parametrize(
    "url", ["ftp://things.example/", "sparql", "http://", "http://things.example/a\nb", "file:///x"]
)
def test_an_address_that_is_none_is_said(url: str) -> None:
    with pytest.raises(EndpointError, match="no address of a server"):
        RemoteStore.open(url)


def test_a_token_is_sent_and_never_shown(url: str) -> None:
    answers(403)
    credentials = Credentials(token="s3cret-t0ken")  # noqa: S106 - made up
    with pytest.raises(AccessRefusedError) as caught:
        RemoteStore.open(url, credentials=credentials)
    assert Answering.heard[0]["Authorization"] == "Bearer s3cret-t0ken"
    assert "s3cret" not in f"{caught.value!s}{caught.value!r}{credentials!r}"


def test_a_password_leaves_only_where_it_is_asked_for(url: str) -> None:
    answers(401, **{"WWW-Authenticate": 'Basic realm="graphs"'})
    credentials = Credentials(user="ann", password="s3cret")  # noqa: S106 - made up
    with pytest.raises(AccessRefusedError) as caught:
        RemoteStore.open(url, credentials=credentials)
    assert [heard.get("Authorization") for heard in Answering.heard] == [None, "Basic YW5uOnMzY3JldA=="]
    assert "s3cret" not in f"{caught.value!s}{credentials!r}"


def test_a_password_in_an_address_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(EndpointError, match="give no password in an address") as caught:
        RemoteStore.open(url.replace("http://", "http://ann:s3cret@"))
    assert "s3cret" not in str(caught.value)
    assert not Answering.heard


def test_the_environment_says_who_we_are() -> None:
    assert Credentials.from_environment({}) == Credentials()
    assert Credentials.from_environment({"ANSWERABLE_ENDPOINT_TOKEN": "t"}) == Credentials(token="t")  # noqa: S106
    named = {"ANSWERABLE_ENDPOINT_USER": "ann", "ANSWERABLE_ENDPOINT_PASSWORD": "p"}
    assert Credentials.from_environment(named) == Credentials(user="ann", password="p")  # noqa: S106
    with pytest.raises(SettingsError, match="both ANSWERABLE_ENDPOINT_TOKEN and ANSWERABLE_ENDPOINT_USER are set"):
        Credentials.from_environment({"ANSWERABLE_ENDPOINT_TOKEN": "t", **named})
    with pytest.raises(SettingsError, match="ANSWERABLE_ENDPOINT_TOKEN holds a line break"):
        Credentials.from_environment({"ANSWERABLE_ENDPOINT_TOKEN": "t\r\nX-Evil: 1"})
