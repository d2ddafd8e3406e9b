"""The client that loads servers: it counts what it gets, fails nothing silently, and takes servers in turns."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from benchmarks.load import Target, asked, in_turns

TEXTS = {"one": "ASK {}", "two": "ASK { ?s ?p ?o }"}


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    got: list[bytes]

    def do_POST(self) -> None:
        query = self.rfile.read(int(self.headers["content-length"]))
        self.got.append(query)
        self.send_response(503 if b"?s" in query else 200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def answering() -> Iterator[tuple[int, list[bytes]]]:
    got: list[bytes] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Answering,), {"got": got}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port, got
    finally:
        server.shutdown()
        server.server_close()


def test_every_answer_is_counted_by_its_status() -> None:
    with answering() as (port, got):
        came = asked(Target(port, "/query"), TEXTS, 2, 0.2)
    assert set(came.statuses) == {200, 503}
    assert sum(came.statuses.values()) == len(got) == sum(map(len, came.times.values()))
    assert not came.failures
    assert len(set(got)) == len(got)


def test_a_server_that_is_gone_is_a_failure() -> None:
    with answering() as (port, _):
        pass
    came = asked(Target(port, "/query"), TEXTS, 1, 0.05)
    assert came.failures
    assert not came.statuses


def test_servers_take_turns_and_the_first_round_does_not_count() -> None:
    with answering() as (first, _), answering() as (second, got):
        came = in_turns({"a": Target(first, "/"), "b": Target(second, "/", anew=False)}, TEXTS, 0.0)
    assert {name: len(times) for name, times in came["a"].times.items()} == {"one": 5, "two": 5}
    assert len(got) == 12
    assert set(got) == {text.encode() for text in TEXTS.values()}
