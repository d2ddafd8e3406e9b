"""A build on a server elsewhere, asked over the SPARQL 1.1 protocol as if it lay here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.binding import bound
from answerable.graph.errors import QueryRefusedError
from answerable.graph.guard import check_query, query_form
from answerable.graph.remote.connection import TIMEOUT, Connection
from answerable.graph.remote.description import describe
from answerable.graph.remote.endpoint import Endpoint
from answerable.graph.remote.reach import reach_of
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.remote.credentials import Credentials
    from answerable.graph.values import Answer, Term

__all__ = ["RemoteStore"]


class RemoteStore:
    """The graphs of one build on a server; whatever else the server holds is left out of every answer."""

    def __init__(self, endpoint: Endpoint, base: str | None = None) -> None:
        """Look at what lies there; `base` chooses one of several builds. Raises EndpointError as `open` does."""
        self._endpoint = endpoint
        self._described = describe(endpoint, base)
        self._reach = reach_of(endpoint, self._described)

    @classmethod
    def open(
        cls, url: str, *, base: str | None = None, credentials: Credentials | None = None, timeout: float = TIMEOUT
    ) -> RemoteStore:
        """Open the build that a SPARQL 1.1 endpoint holds; credentials are those of the environment unless given.

        Raises EndpointError where the server cannot be reached, refuses, does not speak SPARQL, or holds no build.
        """
        return cls(Endpoint(url, Connection(credentials, timeout=timeout)), base)

    @property
    def name(self) -> str:
        """The name of the snapshot."""
        return self._described.name

    @property
    def base(self) -> str:
        """The address that all things of this snapshot are named under."""
        return self._described.base

    @property
    def graphs(self) -> frozenset[str]:
        """The addresses of the named graphs of the build."""
        return self._described.graphs

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Answer a SPARQL query that only reads; nothing else leaves this machine.

        Raises QueryRefusedError for what the guard or the server refuses, EndpointError where the server fails.
        """
        check_query(sparql, graphs=self.graphs)
        return self._endpoint.answer(bound(sparql, substitutions or {}), self._reach.told(sparql))

    def select(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Rows:
        """Answer a SELECT; raises QueryRefusedError for any other form of query, else as `query` does."""
        answer = self.query(sparql, substitutions) if query_form(sparql) == "SELECT" else None
        if not isinstance(answer, Rows):
            raise QueryRefusedError("this asks for rows, so write it as a SELECT")
        return answer

    def close(self) -> None:
        """Let the server go."""
        self._endpoint.connection.close()
