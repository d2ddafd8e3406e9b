"""The border to pyoxigraph: its results become our own values, so that nothing else knows which engine answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

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
    inward = _Inward().__getitem__
    return Rows(columns, tuple(tuple(map(inward, solution)) for solution in results))


def from_triples(statements: Iterable[pyoxigraph.Triple | pyoxigraph.Quad]) -> Triples:
    """Give the engine's statements as our own triples, sorted and each once."""
    inward = _Inward().__getitem__
    triples = {Triple(inward(t.subject), Iri(t.predicate.value), inward(t.object)) for t in statements}
    return Triples(tuple(sorted(triples, key=lambda t: (str(t.subject), str(t.predicate), repr(t.object)))))


class _Inward(dict[Any, Any]):
    """Our own value of each of the engine's terms in one answer, made once: most columns say the same thing often."""

    def __init__(self) -> None:
        import pyoxigraph  # noqa: PLC0415 - loaded only where a query is answered

        self._literal, self._iri, self._blank = pyoxigraph.Literal, pyoxigraph.NamedNode, pyoxigraph.BlankNode

    def __missing__(self, term: Engine | None) -> Term | None:
        made = self[term] = None if term is None else self._made(term)
        return made

    def _made(self, term: Engine) -> Term:
        if isinstance(term, self._literal):
            return Literal(term.value, term.datatype.value, term.language)
        if isinstance(term, self._iri):
            return Iri(term.value)
        if isinstance(term, self._blank):
            return Blank(term.value)
        raise QueryRefusedError("the query gives a quoted triple; ask for its subject, predicate and object instead")
