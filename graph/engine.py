"""The border to pyoxigraph: its results become our own values, so that nothing else knows which engine answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from answerable.graph.errors import QueryRefusedError
from answerable.graph.values import Answer, Blank, Iri, Literal, Rows, Term, Triple, Triples, Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph

    Engine: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
    Results: TypeAlias = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

__all__ = ["from_engine", "from_triples"]


def from_engine(results: Results) -> Answer:
    """Give the engine's results as our own values."""
    import pyoxigraph  # noqa: PLC0415 - loaded only where a query is answered

    if isinstance(results, pyoxigraph.QueryBoolean):
        return Truth(bool(results))
    if isinstance(results, pyoxigraph.QueryTriples):
        return from_triples(results)
    columns = tuple(variable.value for variable in results.variables)
    rows = tuple(tuple(None if term is None else _inward(term) for term in solution) for solution in results)
    return Rows(columns, rows)


def from_triples(statements: Iterable[pyoxigraph.Triple | pyoxigraph.Quad]) -> Triples:
    """Give the engine's statements as our own triples, sorted and each once."""
    triples = {Triple(_inward(t.subject), Iri(t.predicate.value), _inward(t.object)) for t in statements}
    return Triples(tuple(sorted(triples, key=lambda t: (str(t.subject), str(t.predicate), repr(t.object)))))


def _inward(term: Engine) -> Term:
    import pyoxigraph  # noqa: PLC0415 - loaded only where a query is answered

    if isinstance(term, pyoxigraph.NamedNode):
        return Iri(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return Blank(term.value)
    if isinstance(term, pyoxigraph.Literal):
        return Literal(term.value, term.datatype.value, term.language)
    raise QueryRefusedError("the query gives a quoted triple; ask for its subject, predicate and object instead")
