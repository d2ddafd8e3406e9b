"""Answering a query from a copy of a graph in the engine: checked first, errors in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from answerable.graph.binding import bound
from answerable.graph.engine import from_engine
from answerable.graph.errors import QueryRefusedError
from answerable.graph.guard import check_query
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.engine import Results
    from answerable.graph.values import Answer, Term

__all__ = ["Answering", "answered", "rows_of", "streamed"]

_REFUSALS: Final = (SyntaxError, ValueError, RuntimeError, OSError)
"""What the engine raises for a query that it does not understand or cannot finish."""


class Answering(Protocol):
    """The engine's copy of a graph, in memory or on disk."""

    @property
    def graphs(self) -> frozenset[str]:
        """The addresses of the named graphs."""

    def query(self, sparql: str, asked: str | None = None) -> Results:
        """Put a query to the engine, as it was `asked` before values were written into it."""


def answered(dataset: Answering, sparql: str, substitutions: Mapping[str, Term] | None) -> Answer:
    """Answer a SPARQL query that only reads; raises QueryRefusedError for anything else."""
    check_query(sparql, graphs=dataset.graphs)
    try:
        return from_engine(dataset.query(bound(sparql, substitutions or {}), sparql))
    except _REFUSALS as error:
        raise _refusal(error) from error


def streamed(dataset: Answering, sparql: str) -> Results:
    """Answer as `answered` does, in the engine's own results, which are found as they are read."""
    check_query(sparql, graphs=dataset.graphs)
    try:
        return dataset.query(sparql)
    except _REFUSALS as error:
        raise _refusal(error) from error


def _refusal(error: Exception) -> QueryRefusedError:
    return QueryRefusedError(f"the query cannot be answered: {' '.join(str(error).split())}")


def rows_of(answer: Answer) -> Rows:
    """Give the rows of an answer; raises QueryRefusedError for that of another form of query than a SELECT."""
    if not isinstance(answer, Rows):
        raise QueryRefusedError("this asks for rows, so write it as a SELECT")
    return answer
