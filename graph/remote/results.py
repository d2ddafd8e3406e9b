"""SPARQL 1.1 Query Results JSON, read: the rows or the truth value that an engine elsewhere gave.

Whatever is not as the recommendation has it is refused in one line: half an answer never passes for a whole one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.errors import EndpointError
from answerable.graph.values import Answer, Blank, Iri, Literal, Rows, Term, Truth
from answerable.ontology.terms import RDF_LANG_STRING, XSD_STRING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["answer_from_json"]


def answer_from_json(data: bytes) -> Answer:
    """Read the answer to a SELECT or an ASK; raises EndpointError for what is cut off or no such answer.

    >>> answer_from_json(b'{"head": {}, "boolean": true}')
    Truth(value=True)
    """
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _unreadable("it is not JSON, or was cut off") from error
    if not isinstance(body, dict) or not isinstance(body.get("head"), dict):
        raise _unreadable("it has no head")
    if "boolean" in body:
        return _truth(body)
    return _rows(_columns(body["head"]), _bindings(body.get("results")))


def _truth(body: Mapping[str, Any]) -> Truth:
    if not isinstance(body["boolean"], bool) or "results" in body:
        raise _unreadable("its truth value is neither true nor false")
    return Truth(body["boolean"])


def _columns(head: Mapping[str, Any]) -> tuple[str, ...]:
    columns = head.get("vars")
    if not isinstance(columns, list) or not all(isinstance(column, str) for column in columns):
        raise _unreadable("its head names no variables")
    if len(set(columns)) < len(columns):
        raise _unreadable("its head names a variable twice")
    return tuple(columns)


def _bindings(results: object) -> Sequence[Mapping[str, Any]]:
    bindings = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(bindings, list) or not all(isinstance(binding, dict) for binding in bindings):
        raise _unreadable("it has neither rows nor a truth value")
    return bindings


def _rows(columns: tuple[str, ...], bindings: Sequence[Mapping[str, Any]]) -> Rows:
    known = set(columns)
    for binding in bindings:
        if not known.issuperset(binding):
            raise _unreadable(f"a row binds {', '.join(sorted(set(binding) - known))}, which its head does not name")
    return Rows(columns, tuple(tuple(_term(binding.get(column)) for column in columns) for binding in bindings))


def _term(written: object) -> Term | None:
    if written is None:
        return None
    if not isinstance(written, dict) or written.get("type") not in _TERMS:
        raise _unreadable("a value in it is no RDF term")
    return _TERMS[written["type"]](written)


def _literal(written: Mapping[str, Any]) -> Literal:
    language = _text(written, "xml:lang") if "xml:lang" in written else None
    if language:
        return Literal(_text(written, "value"), RDF_LANG_STRING, language)
    return Literal(_text(written, "value"), _text(written, "datatype") if "datatype" in written else XSD_STRING)


def _text(written: Mapping[str, Any], key: str) -> str:
    text = written.get(key)
    if not isinstance(text, str):
        raise _unreadable(f"a term in it has no {key}")
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise _unreadable("a text in it holds half a character")
    return text


def _unreadable(why: str) -> EndpointError:
    return EndpointError(f"the answer is no SPARQL result in JSON: {why}")


_TERMS: Final[Mapping[str, Callable[[Mapping[str, Any]], Term]]] = {
    "uri": lambda written: Iri(_text(written, "value")),
    "bnode": lambda written: Blank(_text(written, "value")),
    "literal": _literal,
    "typed-literal": _literal,  # as drafts of the recommendation wrote it, and Virtuoso still does
}
