"""The whole server in a process of its own, as clients meet it: some slow, some hostile, some gone too early."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import httpx
import pytest

from answerable.graph import write_snapshot

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

TOOLS = Path(sys.executable).parent
ASK = {"query": "ASK { ?plan a ap:ActionPlan }"}
ENDLESS = {"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"}
PLANS = {"query": "SELECT ?plan { ?plan a ap:ActionPlan }", "format": "csv"}
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
SERVE = """
import sys
from pathlib import Path
from answerable import serving
from answerable.graph.endpoint import Limits
limits = Limits(timeout=2.0, idle=1.0, result=20_000_000, query=20_000, responses=40)
service = serving.pooled(Path(sys.argv[1]), workers=1, limits=limits)
serving.serve(service, serving.Address(port=0), say=lambda at: print(at, flush=True))
"""


class Running(NamedTuple):
    process: subprocess.Popen[str]
    port: int
    client: httpx.Client
    log: Path

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def says(self, data: bytes) -> bytes:
        """Send bytes and give all that comes until the server closes."""
        with self.connect() as connection:
            connection.sendall(data)
            return received(connection)


def received(connection: socket.socket) -> bytes:
    data = b""
    try:
        while piece := connection.recv(65536):
            data += piece
    except ConnectionResetError:
        pass
    return data


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    log = Path(tempfile.mkstemp(suffix=".log", dir=folder.parent)[1])
    with (
        log.open("w") as lines,
        subprocess.Popen(
            [sys.executable, "-c", SERVE, str(folder)], stdout=subprocess.PIPE, stderr=lines, text=True
        ) as process,
    ):
        assert process.stdout
        address = process.stdout.readline().strip()
        try:
            with httpx.Client(base_url=address, timeout=20) as client:
                yield Running(process, int(address.rstrip("/").rpartition(":")[2]), client, log)
        finally:
            process.terminate()
            try:
                process.wait(10)
            finally:
                process.kill()


@pytest.fixture(scope="module")
def folder(records: tuple[PlanRecord, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "sea"
    write_snapshot(records, folder)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Running]:
    with running(folder) as started:
        yield started


def test_it_answers_and_tells_how_it_stands(server: Running) -> None:
    assert server.client.get("/sparql", params=ASK).json()["boolean"] is True
    assert server.client.get("/healthz").text == "ok\n"
    ready = server.client.get("/readyz").json()
    assert (ready["ready"], ready["trouble"]) == (True, None)
    assert "answerable_queries_done_total" in server.client.get("/metrics").text


def test_a_query_that_takes_too_long_leaves_the_server_as_it_was(server: Running) -> None:
    answer = server.client.get("/sparql", params=ENDLESS)
    assert (answer.status_code, answer.text) == (503, "the query took longer than 2 s; ask for less, or add LIMIT\n")
    assert server.client.get("/sparql", params=ASK).status_code == 200


def test_an_answer_that_cannot_be_finished_is_cut_and_never_ended(server: Running) -> None:
    with server.client.stream("GET", "/sparql", params={"query": LONG}) as answer:
        assert answer.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
            list(answer.iter_raw())


def test_an_answer_that_was_cut_is_told_as_such(server: Running) -> None:
    def cut() -> float:
        found = re.search(
            r'(?m)^answerable_answers_cut_total{route="/sparql"} (\S+)', server.client.get("/metrics").text
        )
        return float(found[1]) if found else 0.0

    before = cut()
    server.client.get("/sparql", params=ASK)
    with server.client.stream("GET", "/sparql", params={"query": LONG}) as answer, pytest.raises(httpx.TransportError):
        list(answer.iter_raw())
    assert cut() == before + 1
    lines = [json.loads(line) for line in server.log.read_text("utf-8").splitlines()]
    told = [line.get("cut", False) for line in lines if line.get("path") == "/sparql"]
    assert told[-2:] == [False, True]


def test_a_second_request_on_its_heels_waits_for_its_turn(server: Running) -> None:
    asked = b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: localhost\r\n"
    answer = server.says(asked + b"\r\n" + asked.replace(b"ASK", b"WHAT") + b"Connection: close\r\n\r\n")
    assert re.findall(rb"HTTP/1.1 (\d+)", answer) == [b"200", b"400"]


def test_an_answer_that_cannot_be_finished_is_refused_to_who_could_not_tell(server: Running) -> None:
    query = LONG.replace(" ", "%20").replace("?", "%3F").replace("{", "%7B").replace("}", "%7D")
    answer = server.says(f"GET /sparql?query={query} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
    assert not answer.startswith(b"HTTP/1.1 200")


def test_a_client_that_never_reads_is_cut_and_holds_nobody(server: Running) -> None:
    query = "SELECT ?a ?b { ?a ?p ?o . ?b ?q ?r } LIMIT 60000"
    with server.connect() as idle:
        idle.sendall(f"GET /sparql?query={query.replace(' ', '%20')} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.3)
        assert server.client.get("/sparql", params=ASK).status_code == 200
        until = time.monotonic() + 6
        while '"status": 499' not in server.log.read_text("utf-8") and time.monotonic() < until:
            time.sleep(0.1)
        assert '"status": 499' in server.log.read_text("utf-8")


def test_a_head_that_comes_too_slowly_is_not_waited_for(server: Running) -> None:
    with server.connect() as slow:
        started = time.monotonic()
        slow.sendall(b"GET /sparql HTTP/1.1\r\n")
        with pytest.raises(OSError, match=r"reset|pipe"):  # noqa: PT012 - it breaks at some point on the way
            while time.monotonic() - started < 8:
                slow.sendall(b"X-A: b\r\n")
                time.sleep(0.2)
        assert time.monotonic() - started < 6


def test_a_body_that_comes_too_slowly_is_not_waited_for(server: Running) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    assert server.says(head + b"Content-Length: 99\r\n\r\nASK").startswith(b"HTTP/1.1 408 ")


def test_a_client_that_leaves_takes_its_query_along(server: Running) -> None:
    before = dropped(server)
    with server.connect() as leaving:
        leaving.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(ENDLESS["query"]), ENDLESS["query"].encode())
        )
        time.sleep(0.2)
    until = time.monotonic() + 5
    while dropped(server) == before and time.monotonic() < until:
        time.sleep(0.05)
    assert dropped(server) == before + 1


def dropped(server: Running) -> float:
    found = re.search(r"(?m)^answerable_queries_abandoned_total (\S+)", server.client.get("/metrics").text)
    assert found
    return float(found[1])


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /sparql HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET /sparql HTTP/1.1\r\n\r\n", b"400"),
        (b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", b"400"),
        (b"GET http://evil.example/sparql HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nA: b\n c\r\r\n\r\n", b"400"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"),
        (b"GET /" + b"a" * 400_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 400_000 + b"\r\n\r\n", b"431"),
        (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nASK {}", b"400"),
        (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: what\r\n\r\n", b"501"),
        (b"GET /../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"404"),
        (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"404"),
        (b"TRACE /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"405"),
    ],
)
def test_what_is_no_request_for_us_is_refused(server: Running, request_: bytes, status: bytes) -> None:
    answer = server.says(request_.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
    assert answer.split(b" ")[1:2] in ([status], [b"400"])
    assert b"Traceback" not in answer
    assert b"root:" not in answer
    assert server.client.get("/healthz").status_code == 200


@pytest.mark.parametrize("framing", ["length", "chunks"])
@pytest.mark.parametrize("pause", [0.0, 0.1])
def test_a_client_that_offers_http2_is_answered_in_ours(server: Running, framing: str, pause: float) -> None:
    # As Java's own client does with each request over plain HTTP, and with it the clients that stand on it.
    offer = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABk\r\n"
    body = {
        "length": (b"Content-Length: 6", b"ASK {}"),
        "chunks": (b"Transfer-Encoding: chunked", b"6\r\nASK {}\r\n0\r\n\r\n"),
    }
    announced, sent = body[framing]
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n" + offer
    with server.connect() as client:
        client.sendall(head + announced + b"\r\n\r\n" + (b"" if pause else sent))
        if pause:
            time.sleep(pause)
            client.sendall(sent + b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = received(client)
    assert re.findall(rb"HTTP/1.1 (\d+)", answer) == [b"200"]
    assert answer.endswith(b'{"head":{},"boolean":true}')


def test_more_connections_than_are_allowed_are_told_so(server: Running) -> None:
    opened = [server.connect() for _ in range(45)]
    try:
        answer = server.says(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 503")
        assert b"\r\nretry-after: 2\r\n" in answer.lower()
    finally:
        for each in opened:
            each.close()
    time.sleep(0.2)
    assert server.client.get("/healthz").status_code == 200


def test_what_has_begun_is_finished_before_it_stops(folder: Path) -> None:
    with running(folder) as server, server.connect() as waiting:
        query = b"SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
        waiting.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(query), query)
        )
        for _ in range(200):
            if "answerable_workers_busy 1.0" in server.client.get("/metrics").text:
                break
            time.sleep(0.01)
        os.kill(server.process.pid, signal.SIGTERM)
        assert received(waiting).startswith(b"HTTP/1.1 200 OK")
        assert server.process.wait(10) == 0
        lines = [json.loads(line) for line in server.log.read_text("utf-8").splitlines()]
        assert [line["status"] for line in lines if line.get("path") == "/sparql"] == [200]


def test_a_new_build_is_served_without_a_pause(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "sea")
    with running(tmp_path / "sea") as server:
        assert server.client.get("/sparql", params=PLANS).text.count("/plan/") == 2
        write_snapshot(records[:1], tmp_path / "sea")
        counts = set()
        until = time.monotonic() + 15
        while 1 not in counts and time.monotonic() < until:
            answer = server.client.get("/sparql", params=PLANS)
            assert answer.status_code == 200
            counts.add(answer.text.count("/plan/"))
        assert 1 in counts


def test_a_server_that_was_held_up_answers_what_came_meanwhile(server: Running) -> None:
    request = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with server.connect() as connection:
        for held_up in (False, True):
            if held_up:
                os.kill(server.process.pid, signal.SIGSTOP)
            connection.sendall(request)
            if held_up:
                time.sleep(1.5)  # longer than a connection may be idle here
                os.kill(server.process.pid, signal.SIGCONT)
            answer = b""
            while not answer.endswith(b"ok\n") and (piece := connection.recv(65536)):
                answer += piece
            assert answer.startswith(b"HTTP/1.1 200 OK")


def test_a_port_that_is_taken_is_one_clear_line(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [TOOLS / "answerable", "serve", "--store", folder, "--port", port],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"cannot listen on 127.0.0.1 port {port}" in done.stderr
    assert "--port" in done.stderr


def test_a_folder_that_is_no_store_is_one_clear_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [TOOLS / "answerable", "serve", "--store", tmp_path, "--port", "0"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "holds no snapshot" in done.stderr
