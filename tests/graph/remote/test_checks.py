"""A build on a server is checked as one here is, and compared with what was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

import answerable
from answerable.graph.checking import PUBLISHED, by_graph, check_graphs
from answerable.graph.errors import EndpointError
from answerable.graph.layout import GRAPH_FILE
from answerable.graph.publishing import Snapshot, fetch, publish
from answerable.graph.publishing.parts import parts
from answerable.graph.remote.endpoint import Endpoint
from answerable.graph.remote.note import published_graph
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from answerable.graph import Store
    from answerable.graph.checking import Finding
    from tests.servers import Server

STRAY: Final = "<x:a> <x:b> <x:c>"


@pytest.fixture(scope="module")
def lost(examples: Store) -> str:
    """The line of the words of one action."""
    lines = examples.quads().decode().splitlines()
    return next(line for line in lines if "/action/" in line and f"<{terms.DCTERMS_DESCRIPTION}>" in line)


@pytest.fixture(scope="module")
def found_here(examples: Store, lost: str) -> Sequence[Finding]:
    """What is found in the build here where it is damaged as the one on the server is."""
    base = f"{examples.base}graph/"
    groups = {**by_graph(examples.quads()), f"{base}stray": [f"{STRAY} <{base}stray> ."]}
    del groups[f"{base}inferred"]
    return [*check_graphs({graph: [line for line in lines if line != lost] for graph, lines in groups.items()})]


@pytest.fixture
def damaged(server: Server, published: Endpoint, examples: Store, lost: str) -> Iterator[Endpoint]:
    """A server that lost words, a graph and the name of the snapshot, and got a graph of somebody else."""
    notes, (action, _, rest) = published_graph(examples.base), lost.partition(" ")
    document = rest.rpartition(" <")[2].removesuffix("> .")
    for update in (
        f"DELETE WHERE {{ GRAPH <{document}> {{ {action} <{terms.DCTERMS_DESCRIPTION}> ?words }} }}",
        f"DROP SILENT GRAPH <{examples.base}graph/inferred>",
        f"DELETE WHERE {{ GRAPH <{notes}> {{ ?dataset <{terms.DCTERMS_IDENTIFIER}> ?name }} }}",
        f"INSERT DATA {{ GRAPH <{examples.base}graph/stray> {{ {STRAY} }} }}",
    ):
        send(server, published, update)
    yield published
    send(server, published, f"DROP SILENT GRAPH <{notes}>")
    publish(Snapshot(examples.name, examples.base, examples.directory / GRAPH_FILE), published)


def send(server: Server, published: Endpoint, update: str) -> None:
    told = {"Content-Type": "application/sparql-update"}
    published.connection.send("POST", server.update, content=update.encode(), headers=told)


def test_what_is_fetched_is_what_was_sent(published: Endpoint, examples: Store) -> None:
    there, here = fetch(published).parts, parts(examples.directory / GRAPH_FILE)
    assert {graph: (part.triples, part.digest) for graph, part in there.items()} == {
        graph: (part.triples, part.digest) for graph, part in here.items()
    }


def test_what_was_lost_there_is_found_as_it_is_here(
    damaged: Endpoint, found_here: Sequence[Finding], lost: str
) -> None:
    found = answerable.check(endpoint=damaged.url)
    assert [finding for finding in found if finding.check != PUBLISHED] == found_here
    assert "action-words" in {finding.rule for finding in found}
    assert {(finding.rule, str(finding.subject).rpartition("/")[2]) for finding in found[:4]} == {
        ("the whole is there", "None"),
        ("every graph is there", "inferred"),
        ("nothing else is there", "stray"),
        ("each graph is as it was sent", lost.rpartition("/")[2].removesuffix("> .")),
    }


def test_a_graph_that_comes_in_part_is_not_taken_for_the_whole(
    published: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Endpoint.lines
    monkeypatch.setattr(Endpoint, "lines", lambda self, graph: whole(self, graph)[:-1])
    with pytest.raises(EndpointError, match=r"gave \d+ of the \d+ triples of <.*>; let it give as many at once"):
        fetch(published)
