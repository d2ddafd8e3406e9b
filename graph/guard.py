r"""What a query may say: it reads, it stays in this graph, it asks no other machine.

None of the engines has a switch for that, so the query's text is cut into tokens here, and only words that are code
count: a keyword inside a string, an IRI, a comment, a variable or a prefixed name is harmless.

Two traits of engines make that harder than it looks, and each has a rule below:
* Some need no space after a keyword: `SERVICEex:x {` asks `ex:x`, `FROMex:g` names `ex:g`, `trueSERVICE<x>` is two
  tokens. So a bare word may not even contain a forbidden one, and a prefix that does may not stand where the engine
  could take it for a keyword.
* Some resolve escapes such as \u0053 before they read the query and some do not. So both readings are checked.

`<` can open an IRI or mean "less than". Taking `<...>` for an IRI hides no keyword that does harm, because an IRI holds
neither space, brace nor a second `<`, and both SERVICE and FROM need one of these before the next `>`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerable.graph.errors import QueryRefusedError
from answerable.graph.tokens import Token, code_words, in_context, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

__all__ = ["check_closely", "check_query", "is_plain", "query_form"]

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH", "USING"})
_PLAIN_BEGINNING = re.compile(
    r"""(?:\s+|\#[^\r\n]*|(?:BASE|PREFIX\s+(?:[A-Z][\w.-]*)?:)\s*<[^<>"{}|^`\x00-\x20]*>)*+
        (?:SELECT|ASK|CONSTRUCT|DESCRIBE)(?=[\s{])""",
    re.VERBOSE | re.IGNORECASE,
)
_HIGHEST = 0x10FFFF


def check_query(sparql: str, *, graphs: Collection[str]) -> None:
    """Raise QueryRefusedError unless a query only reads `graphs` (their IRIs) and makes no request."""
    for reading in dict.fromkeys((sparql, _unescaped(sparql))):
        if not is_plain(reading):
            check_closely(reading, graphs)


def is_plain(sparql: str) -> bool:
    """Whether a query holds none of the words that are looked at more closely: as nearly all do, and seen soonest."""
    if not _PLAIN_BEGINNING.match(sparql):
        return False
    return not any(word in _UPDATES or "SERVICE" in word or "FROM" in word for word in code_words(sparql))


def check_closely(sparql: str, graphs: Collection[str]) -> None:
    """Check one reading of a query token by token, and raise QueryRefusedError with the reason."""
    code = _code(sparql)
    _check_form(code)
    _check_words(code)
    _check_names(code)
    _check_from(code, graphs)


def _unescaped(sparql: str) -> str:
    return _ESCAPE.sub(lambda match: _character(int(match[1] or match[2], 16), match[0]), sparql)


def _character(code: int, written: str) -> str:
    return chr(code) if code <= _HIGHEST else written


def query_form(sparql: str) -> str:
    """Give the form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE; raises QueryRefusedError where it has none.

    >>> query_form("PREFIX ask: <http://things.example/> SELECT * { ?s ask:a ?o }")
    'SELECT'
    """
    return _check_form(_code(sparql))


def _code(sparql: str) -> tuple[Token, ...]:
    return tuple(token for token in tokens(sparql) if token.kind != "space")


def _check_form(code: Sequence[Token]) -> str:
    first = next((token.word for token in _after_prologue(code)), "")
    form = next((form for form in _FORMS if first.startswith(form)), None)
    if form is None:
        raise QueryRefusedError("a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE (after any PREFIX lines)")
    return form


def _after_prologue(code: Iterable[Token]) -> Iterator[Token]:
    """Skip `BASE <iri>` and `PREFIX name: <iri>`."""
    declaring = False
    for token in code:
        if token.word in {"BASE", "PREFIX"} or (declaring and token.kind in {"name", "iri"}):
            declaring = token.kind != "iri"
            continue
        declaring = False
        yield token


def _check_words(code: Iterable[Token]) -> None:
    for word in (token.word for token in code):
        if word in _UPDATES:
            raise QueryRefusedError(f"{word} changes a graph; a query here only reads")
        if "SERVICE" in word:
            raise QueryRefusedError("SERVICE asks another machine; a query here stays in this graph")
        if "FROM" in word and word != "FROM":
            raise QueryRefusedError("write FROM as a word of its own, before the address of a graph in < >")


def _check_names(code: Sequence[Token]) -> None:
    """Refuse a prefix that an engine could take for a keyword with a name behind it."""
    depth = 0
    for before, token, after in in_context(code):
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if "SERVICE" in token.prefix and after.text == "{" and before.word != "GRAPH":
            raise QueryRefusedError(f"{token.text} reads as SERVICE, which asks another machine; use another prefix")
        if "FROM" in token.prefix and depth == 0 and before.word != "PREFIX":
            raise QueryRefusedError(f"{token.text} reads as FROM; use another prefix")


def _check_from(code: Sequence[Token], graphs: Collection[str]) -> None:
    for index, token in enumerate(code):
        if token.word != "FROM":
            continue
        rest = [each for each in code[index + 1 : index + 3] if each.word != "NAMED"]
        if not rest or rest[0].kind != "iri" or rest[0].text[1:-1] not in graphs:
            named = rest[0].text if rest and rest[0].kind == "iri" else "something other than <...>"
            raise QueryRefusedError(f"FROM names {named}, which is no graph of this snapshot (list them with GRAPH ?g)")
