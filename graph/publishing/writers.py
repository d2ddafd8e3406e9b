"""The two ways in which a server takes graphs: whole, by the Graph Store Protocol, or in batches, by SPARQL Update."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from answerable.graph.notation import checked_iri

if TYPE_CHECKING:
    from answerable.graph.remote.connection import Connection

__all__ = ["GraphStore", "Update", "Writer"]

_TURTLE: Final = {"Content-Type": "text/turtle"}  # N-Triples are Turtle, and every server takes that
_UPDATE: Final = {"Content-Type": "application/sparql-update"}
_BATCH: Final = 500
"""Triples of one INSERT: some servers refuse texts of many thousands."""
_NOT_FOUND: Final = 404


class Writer(Protocol):
    """Writes single graphs; lines are N-Triples. Every method raises EndpointError where the server refuses."""

    @property
    def url(self) -> str:
        """Where it writes to."""

    @property
    def method(self) -> str:
        """How it writes, in a word for reports."""

    def put(self, graph: str, lines: Sequence[bytes]) -> None:
        """Make a graph hold these triples and no others."""

    def add(self, graph: str, lines: Sequence[bytes]) -> None:
        """Add triples to a graph."""

    def drop(self, graph: str) -> None:
        """Remove a graph; one that is not there is no error."""


@dataclass(frozen=True, slots=True)
class GraphStore:
    """The SPARQL 1.1 Graph Store HTTP Protocol."""

    connection: Connection
    url: str
    method: str = "graph-store"

    def put(self, graph: str, lines: Sequence[bytes]) -> None:
        """Replace a graph by one request."""
        self._send("PUT", graph, lines)

    def add(self, graph: str, lines: Sequence[bytes]) -> None:
        """Merge triples into a graph."""
        self._send("POST", graph, lines)

    def drop(self, graph: str) -> None:
        """Delete a graph."""
        self.connection.send("DELETE", self.url, params={"graph": graph}, passing={_NOT_FOUND})

    def _send(self, verb: str, graph: str, lines: Sequence[bytes]) -> None:
        self.connection.send(verb, self.url, params={"graph": graph}, content=b"".join(lines), headers=_TURTLE)


@dataclass(frozen=True, slots=True)
class Update:
    """SPARQL 1.1 Update."""

    connection: Connection
    url: str
    method: str = "update"

    def put(self, graph: str, lines: Sequence[bytes]) -> None:
        """Replace a graph in one request: by what it carries, or by a graph beside it that was filled in batches."""
        if len(lines) <= _BATCH:
            self._update(b"%s ;\n%s" % (_drop(graph), _insert(graph, lines)))
            return
        arriving = f"{graph}/arriving"
        self.drop(arriving)
        self.add(arriving, lines)
        self._update(b"MOVE GRAPH <%s> TO GRAPH <%s>" % (arriving.encode(), checked_iri(graph).encode()))

    def add(self, graph: str, lines: Sequence[bytes]) -> None:
        """Insert triples in batches."""
        for batch in _batches(lines):
            self._update(_insert(graph, batch))

    def drop(self, graph: str) -> None:
        """Drop a graph."""
        self._update(_drop(graph))

    def _update(self, update: bytes) -> None:
        self.connection.send("POST", self.url, content=update, headers=_UPDATE)


def _drop(graph: str) -> bytes:
    return b"DROP SILENT GRAPH <%s>" % checked_iri(graph).encode()


def _insert(graph: str, lines: Sequence[bytes]) -> bytes:
    return b"INSERT DATA { GRAPH <%s> {\n%s} }" % (checked_iri(graph).encode(), b"".join(lines))


def _batches(lines: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (lines[start : start + _BATCH] for start in range(0, len(lines), _BATCH))
