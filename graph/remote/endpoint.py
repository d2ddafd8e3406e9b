"""One SPARQL 1.1 endpoint elsewhere: a query goes out by POST, and its answer comes back as our own values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from answerable.graph.errors import EndpointError, QueryRefusedError
from answerable.graph.guard import query_form
from answerable.graph.notation import checked_iri
from answerable.graph.remote.connection import BAD_REQUEST, Connection, media_type, words
from answerable.graph.remote.dialect import with_prefixes
from answerable.graph.remote.results import answer_from_json
from answerable.graph.remote.triples import FORMATS, lines_from_rdf, triples_from_rdf
from answerable.graph.values import Rows, Truth

if TYPE_CHECKING:
    from answerable.graph.values import Answer

__all__ = ["NOTHING", "Endpoint", "Told"]

Told: TypeAlias = Mapping[str, str | Sequence[str]]
"""Parameters of a request, beside the query."""

NOTHING: Final[Told] = MappingProxyType({})
_RESULTS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples, text/turtle;q=0.9"
_GIVING_ROWS: Final = frozenset({"SELECT", "ASK"})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Puts queries as they are: whoever takes them from outside checks them first."""

    url: str
    connection: Connection

    def answer(self, sparql: str, told: Told = NOTHING) -> Answer:
        """Answer a query of any form; `told` are parameters beside it, such as which graphs it is about.

        Raises QueryRefusedError where the server finds fault with the query, EndpointError where it fails otherwise.
        """
        form = query_form(sparql)
        return self._read(form, *self._asked(sparql, told, _RESULTS if form in _GIVING_ROWS else _TRIPLES))

    def rows(self, sparql: str) -> Rows:
        """Answer a SELECT; raises as `answer` does."""
        answer = self.answer(sparql)
        if not isinstance(answer, Rows):
            raise EndpointError(f"{self.url} answered a SELECT with something else; is it a SPARQL 1.1 endpoint?")
        return answer

    def lines(self, graph: str) -> list[bytes]:
        """Give a named graph as sorted lines of N-Triples, as far as the server gives it; raises as `answer` does."""
        whole = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{checked_iri(graph)}> {{ ?s ?p ?o }} }}"
        data, kind = self._asked(whole, NOTHING, _TRIPLES)
        if kind not in FORMATS:
            raise self._no_results(kind)
        return lines_from_rdf(data, kind)

    def _asked(self, sparql: str, told: Told, accept: str) -> tuple[bytes, str]:
        sent = {"query": with_prefixes(sparql), **told}
        response = self.connection.send("POST", self.url, data=sent, headers={"Accept": accept}, passing={BAD_REQUEST})
        if response.status_code == BAD_REQUEST:
            raise QueryRefusedError(f"the query cannot be answered: {words(response) or 'the server refused it (400)'}")
        return response.content, media_type(response)

    def _read(self, form: str, data: bytes, kind: str) -> Answer:
        if form in _GIVING_ROWS and kind in {_RESULTS, "application/json"}:
            answer = answer_from_json(data)
            return _truth(answer) if form == "ASK" else answer
        if form not in _GIVING_ROWS and kind in FORMATS:
            return triples_from_rdf(data, kind)
        raise self._no_results(kind)

    def _no_results(self, kind: str) -> EndpointError:
        return EndpointError(
            f"{self.url} answers with {kind or 'nothing known'}, not with SPARQL results; is this the endpoint itself?"
        )


def _truth(answer: Answer) -> Answer:
    """Give what an ASK found; Virtuoso gives it as one cell that is 1 or 0 where the pattern is constant."""
    if isinstance(answer, Rows) and len(answer.columns) == 1:
        return Truth([str(cell) for row in answer for cell in row] == ["1"])
    return answer
