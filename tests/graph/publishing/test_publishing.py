"""A build put on servers that were not written here: what travels, what stays, and what happens after a break."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answerable.graph.errors import AccessRefusedError, EndpointError
from answerable.graph.publishing import Published, Snapshot, publish
from answerable.graph.publishing.standing import triples_of
from answerable.graph.remote import Credentials, RemoteStore
from answerable.graph.remote.connection import Connection
from answerable.graph.remote.endpoint import Endpoint
from answerable.graph.values import Truth
from tests import servers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from answerable.graph.publishing.parts import Part

OURS = "https://plans.example/id/"
THEIRS = "https://elsewhere.example/graph"


def snapshot(folder: Path, name: str, **graphs: Sequence[str]) -> Snapshot:
    """A build whose graphs hold a statement for each word."""
    described = [
        f"<{OURS}dataset> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://rdfs.org/ns/void#Dataset>",
        f'<{OURS}dataset> <http://rdfs.org/ns/void#uriSpace> "{OURS}"',
        f"<{OURS}dataset> <http://purl.org/dc/terms/conformsTo> <https://w3id.org/answerable/def>",
    ]
    lines = [f"{line} <{OURS}graph/dataset> .\n" for line in described]
    lines += [
        f'<{OURS}{word}> <x:says> "{word} \\"quoted\\" – é" <{OURS}graph/{graph}> .\n'
        for graph, words in graphs.items()
        for word in words
    ]
    path = folder / f"{name}.nq"
    path.write_text("".join(sorted(lines)), "utf-8")
    return Snapshot(name, OURS, path)


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    start = {"oxigraph": servers.oxigraph, "virtuoso": servers.virtuoso}[request.param]
    with start(tmp_path_factory.mktemp(request.param)) as started:
        yield started


@pytest.fixture
def endpoint(server: servers.Server) -> Iterator[Endpoint]:
    """A server that holds nothing but a graph of somebody else's."""
    with Connection(server.credentials) as connection:
        for graph in ("dataset", "a", "b", "c", "large", "published"):
            update = f"DROP SILENT GRAPH <{OURS}graph/{graph}>"
            sparql = {"Content-Type": "application/sparql-update"}
            connection.send("POST", server.update, content=update.encode(), headers=sparql)
        turtle = {"Content-Type": "text/turtle"}
        connection.send("PUT", server.store, params={"graph": THEIRS}, content=b"<x:a> <x:b> <x:c> .", headers=turtle)
        yield Endpoint(server.query, connection)


def names(graphs: Iterable[str]) -> list[str]:
    return [graph.rpartition("/")[2] for graph in graphs]


def told(done: Published) -> tuple[list[str], ...]:
    return names(done.added), names(done.changed), names(done.unchanged), names(done.removed)


@pytest.mark.parametrize("method", ["graph-store", "update"])
def test_only_what_changed_travels(method: str, endpoint: Endpoint, tmp_path: Path) -> None:
    how = {"graph-store": "graph-store", "update": "update"}[method]
    first = publish(snapshot(tmp_path, "one", a=["p"], b=["q", "r"]), endpoint, method=how)  # type: ignore[arg-type]
    assert told(first) == (["a", "b", "dataset"], [], [], [])
    assert (first.before, first.triples, first.method) == (None, 6, method)
    second = publish(snapshot(tmp_path, "two", b=["q", "s"], c=["t"]), endpoint, method=how)  # type: ignore[arg-type]
    assert told(second) == (["c"], ["b"], ["dataset"], ["a"])
    assert (second.before, second.triples) == ("one", 3)
    remote = RemoteStore(endpoint)
    assert remote.name == "two"
    said = remote.select("SELECT ?g ?said WHERE { GRAPH ?g { ?s <x:says> ?said } } ORDER BY ?said")
    assert [(names([str(graph)])[0], str(words)) for graph, words in said] == [
        ("b", 'q "quoted" – é'),
        ("b", 's "quoted" – é'),
        ("c", 't "quoted" – é'),
    ]


def test_a_second_time_nothing_is_sent(endpoint: Endpoint, tmp_path: Path) -> None:
    build = snapshot(tmp_path, "one", a=["p"])
    publish(build, endpoint)
    again = publish(build, endpoint)
    assert again.is_current
    assert (again.triples, again.method) == (0, None)


def test_a_graph_of_somebody_else_is_left_alone(endpoint: Endpoint, tmp_path: Path) -> None:
    publish(snapshot(tmp_path, "one", a=["p"]), endpoint)
    publish(snapshot(tmp_path, "two"), endpoint)
    assert triples_of(endpoint, THEIRS) == 1


def test_a_dry_run_sends_nothing(endpoint: Endpoint, tmp_path: Path) -> None:
    planned = publish(snapshot(tmp_path, "one", a=["p"]), endpoint, dry_run=True)
    assert told(planned) == (["a", "dataset"], [], [], [])
    assert endpoint.answer(f"ASK {{ GRAPH <{OURS}graph/a> {{ ?s ?p ?o }} }}") == Truth(False)


class BrokenOffError(Exception):
    pass


def stops_after(count: int) -> object:
    def watched(parts: Sequence[Part]) -> Iterator[Part]:
        yield from parts[:count]
        raise BrokenOffError

    return watched


@pytest.mark.parametrize("method", ["graph-store", "update"])
def test_a_run_that_was_broken_off_goes_on(method: str, endpoint: Endpoint, tmp_path: Path) -> None:
    publish(snapshot(tmp_path, "one", a=["p"]), endpoint)
    build = snapshot(tmp_path, "two", a=["p"], b=["q"], c=["r"])
    with pytest.raises(BrokenOffError):
        publish(build, endpoint, method=method, watched=stops_after(1))  # type: ignore[arg-type]
    assert endpoint.answer('ASK { GRAPH ?g { ?d dcterms:identifier "one" } }') == Truth(False)
    rest = publish(build, endpoint)
    assert told(rest) == (["c"], [], ["a", "b", "dataset"], [])
    assert rest.before is None
    assert RemoteStore(endpoint).name == "two"


def test_what_somebody_changed_there_is_sent_again(server: servers.Server, endpoint: Endpoint, tmp_path: Path) -> None:
    build = snapshot(tmp_path, "one", a=["p"], b=["q"])
    publish(build, endpoint)
    update = f"INSERT DATA {{ GRAPH <{OURS}graph/a> {{ <x:a> <x:b> <x:c> }} }}"
    endpoint.connection.send(
        "POST", server.update, content=update.encode(), headers={"Content-Type": "application/sparql-update"}
    )
    assert told(publish(build, endpoint)) == ([], ["a"], ["b", "dataset"], [])
    assert triples_of(endpoint, f"{OURS}graph/a") == 1


def test_a_graph_of_many_batches_arrives_whole(endpoint: Endpoint, tmp_path: Path) -> None:
    build = snapshot(tmp_path, "one", large=[f"word{n}" for n in range(1201)])
    assert publish(build, endpoint, method="update").triples == 1204
    assert triples_of(endpoint, f"{OURS}graph/large") == 1201


def test_a_place_that_takes_no_graphs_is_said(endpoint: Endpoint, tmp_path: Path) -> None:
    with pytest.raises(EndpointError, match="no graph can be written; say where with --to URL"):
        publish(snapshot(tmp_path, "one", a=["p"]), endpoint, method="update", url=f"{endpoint.url}/nowhere")


def test_a_wrong_password_is_said(tmp_path: Path, server: servers.Server) -> None:
    if not server.credentials.user:
        pytest.skip("this server asks nobody who they are")
    wrong = Credentials(user="dba", password="wr0ng")  # noqa: S106 - made up
    with Connection(wrong) as connection, pytest.raises(AccessRefusedError, match="asks who you are") as caught:
        publish(snapshot(tmp_path, "one", a=["p"]), Endpoint(server.query, connection), url=server.store)
    assert "wr0ng" not in str(caught.value)
