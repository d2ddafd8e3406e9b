"""The example plans as a build of their own, here and on servers that were not written here."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from answerable import library
from answerable.graph.layout import GRAPH_FILE
from answerable.graph.publishing import Snapshot, publish
from answerable.graph.remote import RemoteStore
from answerable.graph.remote.connection import Connection
from answerable.graph.remote.endpoint import Endpoint
from tests import servers
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph import Store


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The examples, one of whose updates states no new date: some engines take nothing for a date that is later.

    One is there as it was first submitted as well, so that two documents make the same statements about its report.
    """
    folder = tmp_path_factory.mktemp("examples")
    plans = shutil.copytree(EXAMPLES, folder / "plans")
    words = (plans / "2023-somewhere-to-go.txt").read_text("utf-8")
    assert "\tApril 2024\n" in words
    (plans / "2023-somewhere-to-go.txt").write_text(words.replace("\tApril 2024\n", "\t\n"), "utf-8")
    first = words.replace("Updated Action Plan Submitted: 14 March 2024\n\n", "")
    assert first != words
    (plans / "2023-first.txt").write_text(first, "utf-8")
    library.build(plans, to=folder / "store")
    return library.open_store(folder / "store")


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    start = {"oxigraph": servers.oxigraph, "virtuoso": servers.virtuoso}[request.param]
    with start(tmp_path_factory.mktemp(request.param)) as started:
        yield started


@pytest.fixture(scope="session")
def published(server: servers.Server, examples: Store) -> Iterator[Endpoint]:
    """A server that holds the examples."""
    with Connection(server.credentials) as connection:
        endpoint = Endpoint(server.query, connection)
        publish(Snapshot(examples.name, examples.base, examples.directory / GRAPH_FILE), endpoint)
        yield endpoint


@pytest.fixture(scope="session", params=["alone", "beside others"])
def remote(
    request: pytest.FixtureRequest, server: servers.Server, published: Endpoint, examples: Store
) -> Iterator[RemoteStore]:
    """The examples on a server that holds nothing else, and on one that holds something of somebody else's too."""
    if request.param == "alone":
        yield RemoteStore(published)
        return
    send, graph = published.connection.send, {"graph": "https://elsewhere.example/graph"}
    theirs = f'<{examples.base}plan/x> a <https://w3id.org/answerable/def#ActionPlan> ; <x:of> "theirs" .'
    send("PUT", server.store, params=graph, content=theirs.encode(), headers={"Content-Type": "text/turtle"})
    yield RemoteStore(published)
    send("DELETE", server.store, params=graph)
