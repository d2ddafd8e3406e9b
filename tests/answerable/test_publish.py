"""`answerable publish` and `query --endpoint`, as people type them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from typer.testing import CliRunner

from answerable import library
from answerable.cli import app
from answerable.graph.remote.note import published_graph
from answerable.outcome import Outcome
from tests import servers
from tests.places import EXAMPLES
from tests.relay import relay

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("published") / "store"
    library.build(EXAMPLES, to=place)
    return place


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as started:
        yield started


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    return done.exit_code, done.output


def test_a_build_is_published_and_asked_there(folder: Path, server: servers.Server) -> None:
    told = ("publish", "--store", folder, "--endpoint", server.query)
    code, planned = run(*told, "--dry-run")
    assert code == Outcome.DONE
    assert "would send       6 graphs new, 0 changed" in planned
    code, sent = run(*told, "--json")
    assert (code, json.loads(sent)["method"]) == (Outcome.DONE, "graph-store")
    code, again = run(*told)
    assert again.rstrip().endswith("is there already: 6 graphs, nothing sent")
    here = run("query", "joint", "--store", folder, "--quotes")
    assert here[0] == Outcome.DONE
    assert run("query", "joint", "--endpoint", server.query, "--quotes") == here


def test_a_build_is_checked_where_it_was_published(folder: Path, server: servers.Server) -> None:
    run("publish", "--store", folder, "--endpoint", server.query)
    code, said = run("check", "--endpoint", server.query, "--documents", EXAMPLES)
    assert said == (
        "published, rdf, shapes, evidence, ledger, totals, quotes of 6 graphs, "
        f"{len(library.open_store(folder))} quads: nothing wrong\n"
    )
    assert code == Outcome.DONE


COUNTS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


def counted(query: str) -> dict[str, int]:
    """Count the triples of each graph on a server."""
    rows = httpx.get(query, params={"query": COUNTS}, headers={"Accept": "application/sparql-results+json"}).json()
    return {row["g"]["value"]: int(row["n"]["value"]) for row in rows["results"]["bindings"]}


@pytest.mark.parametrize(("method", "last"), [("graph-store", 7), ("update", 15)])
def test_a_publication_that_is_killed_leaves_whole_graphs_and_the_next_one_ends_it(
    method: str, last: int, folder: Path, tmp_path: Path
) -> None:
    told = ["publish", "--store", str(folder), "--method", method]
    writes: list[str] = []

    def seen(verb: str, path: str) -> None:
        if verb == "PUT" or "/query" not in path:
            writes.append(path)
            if len(writes) == last:
                process.kill()

    with servers.oxigraph(tmp_path) as server:
        root = server.query.removesuffix("/query")
        with relay(root, seen) as through:
            command = [sys.executable, "-m", "answerable", *told, "--endpoint", f"{through}/query"]
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            assert process.wait(60) == -signal.SIGKILL
        store = library.open_store(folder)
        whole = {str(g): int(str(n)) for g, n in store.select(COUNTS)}
        time.sleep(0.2)  # the server may still be at the last request
        broken = counted(server.query)
        arrived = {graph: n for graph, n in broken.items() if graph in whole}
        assert 0 < len(arrived) < len(whole)
        assert arrived == {graph: whole[graph] for graph in arrived}
        published = published_graph(store.base)
        assert f'identifier> "{store.name}"' not in httpx.get(server.store, params={"graph": published}).text
        code, said = run(*told, "--endpoint", server.query, "--json")
        done = json.loads(said)
        assert code == Outcome.DONE
        assert 0 < len(done["unchanged"]) < len(whole)
        assert {graph: n for graph, n in counted(server.query).items() if graph != published} == whole


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("query", "joint", "--endpoint", "http://127.0.0.1:1/"), "is the server running?"),
        (("query", "joint", "--endpoint", "http://127.0.0.1:1/", "--snapshot", "ab"), "leave --snapshot out"),
        (("query", "joint", "--endpoint", "http://127.0.0.1:1/", "--store", "x"), "either --store or --endpoint"),
        (("check", "--endpoint", "http://127.0.0.1:1/"), "is the server running?"),
        (("check", "--endpoint", "http://127.0.0.1:1/", "--store", "x"), "either --store or --endpoint"),
        (("check",), "or a server by --endpoint"),
        (("serve", "--endpoint", "somewhere"), "is no address of a server"),
        (("serve", "--endpoint", "http://x/", "--profile", "publishable"), "names are removed from a --store only"),
        (("serve", "--store", "x", "--documents", "x", "--profile", "publishable"), "--documents shows all"),
    ],
)
def test_each_mistake_is_one_line(arguments: tuple[str, ...], line: str) -> None:
    code, said = run(*arguments)
    assert code in {Outcome.FAILED, Outcome.WRONG_USAGE}
    assert line in said
    assert said.count("\n") == 1
