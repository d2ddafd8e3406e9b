"""The snapshot that a pool holds, as everything else reads a graph: asked from a thread, answered by a worker."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from answerable.graph.binding import bound
from answerable.graph.endpoint.asked import Asked, RequestRefusedError
from answerable.graph.engine import from_engine
from answerable.graph.errors import QueryRefusedError
from answerable.graph.remote.results import answer_from_json
from answerable.graph.values import Answer, Rows, Term

__all__ = ["AskedGraph", "Whole"]

_ACCEPT: Final = "application/sparql-results+json, application/n-triples"

Whole = Callable[[Asked], Coroutine[Any, Any, tuple[str, bytes]]]
"""Answers a query in the loop of the server: the media type, and the whole of the answer."""


@dataclass(frozen=True)
class AskedGraph:
    """An `Askable` over workers. Raises RequestRefusedError where a limit is met or no worker is free in time."""

    name: str
    base: str
    graphs: frozenset[str]
    whole: Whole
    loop: asyncio.AbstractEventLoop

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Answer a query of any form; as `Store.query`."""
        asked = Asked(bound(sparql, substitutions or {}), _ACCEPT)
        try:
            media_type, body = asyncio.run_coroutine_threadsafe(self.whole(asked), self.loop).result()
        except RequestRefusedError as error:
            if error.status is HTTPStatus.BAD_REQUEST:
                raise QueryRefusedError(error.message) from error
            raise
        return answer_from_json(body) if media_type.endswith("json") else _triples(body)

    def select(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Rows:
        """Answer a SELECT; as `Store.select`."""
        answer = self.query(sparql, substitutions)
        if not isinstance(answer, Rows):
            raise QueryRefusedError("this asks for rows, so write it as a SELECT")
        return answer


def _triples(body: bytes) -> Answer:
    import pyoxigraph  # noqa: PLC0415 - only where triples are asked for

    store = pyoxigraph.Store()
    store.bulk_load(input=body, format=pyoxigraph.RdfFormat.N_TRIPLES)
    results = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    return from_engine(results)
