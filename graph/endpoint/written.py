"""A query's answer in the format that its client prefers, written as it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from answerable.graph.answers import to_json
from answerable.graph.endpoint.asked import Asked, RequestRefusedError
from answerable.graph.endpoint.clause import with_dataset
from answerable.graph.endpoint.media import GRAPH_FORMATS, RESULT_FORMATS, preferred
from answerable.graph.values import Iri, Literal, Triples
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

    from answerable.graph.askable import Askable
    from answerable.graph.engine import Results
    from answerable.graph.profiles import Publishable
    from answerable.graph.store import Store
    from answerable.graph.values import Answer, Term

__all__ = ["Written", "answered", "streamed"]


class Written(NamedTuple):
    """An answer that is ready to be written."""

    media_type: str
    write: Callable[[IO[bytes]], None]


def streamed(store: Store | Publishable, asked: Asked) -> Written:
    """Answer from an opened store, or its copy for a profile, row by row.

    Raises RequestRefusedError for a graph that there is not or where no format will do, QueryRefusedError as the store.
    """
    return _written(store.stream(with_dataset(asked, store.graphs)), asked.accept, store.base)


def answered(graph: Askable, asked: Asked) -> Written:
    """Answer from any graph; the whole answer is held. Raises as `streamed` does."""
    return _written(_as_results(graph.query(with_dataset(asked, graph.graphs))), asked.accept, graph.base)


def _written(results: Results | Iterator[pyoxigraph.Triple], accept: str, base: str) -> Written:
    import pyoxigraph  # noqa: PLC0415 - loaded only where a query is answered

    if isinstance(results, pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean):
        media_type = _chosen(accept, RESULT_FORMATS)
        form = getattr(pyoxigraph.QueryResultsFormat, RESULT_FORMATS[media_type])
        return Written(media_type, lambda output: cast("None", results.serialize(output, form)))
    media_type = _chosen(accept, GRAPH_FORMATS)
    form = getattr(pyoxigraph.RdfFormat, GRAPH_FORMATS[media_type])
    prefixes = {**PREFIXES, "": base}
    return Written(
        media_type,
        lambda output: cast("None", pyoxigraph.serialize(_once(results), output, form, prefixes=prefixes)),
    )


def _once(triples: Any) -> Iterator[Any]:  # noqa: ANN401 - the engine's own triples, whatever gave them
    """Give each triple once, as a graph has it; the engine repeats those that several solutions make."""
    seen = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


def _chosen(accept: str, formats: dict[str, str]) -> str:
    media_type = preferred(accept, tuple(formats))
    if media_type is None:
        given = ", ".join(formats)
        raise RequestRefusedError(
            HTTPStatus.NOT_ACCEPTABLE, f"this answer can be given as {given}; accept one of these"
        )
    return media_type


def _as_results(answer: Answer) -> Results | Iterator[pyoxigraph.Triple]:
    import pyoxigraph  # noqa: PLC0415 - loaded only where a query is answered

    if isinstance(answer, Triples):
        return (pyoxigraph.Triple(_term(t.subject), _term(t.predicate), _term(t.object)) for t in answer)
    return pyoxigraph.parse_query_results(to_json(answer).encode(), pyoxigraph.QueryResultsFormat.JSON)


def _term(term: Term) -> Any:  # noqa: ANN401 - a node or a literal of the engine, as its place in a triple asks
    import pyoxigraph  # noqa: PLC0415 - loaded only where a query is answered

    if isinstance(term, Iri):
        return pyoxigraph.NamedNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return pyoxigraph.Literal(term.value, language=term.language)
        return pyoxigraph.Literal(term.value, datatype=pyoxigraph.NamedNode(term.datatype))
    return pyoxigraph.BlankNode(term.value)
