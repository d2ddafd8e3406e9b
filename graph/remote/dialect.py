"""A query as a server elsewhere takes it: with the prefixes that ours need no lines for, and the graphs it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from answerable.graph.tokens import in_context, tokens
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph.tokens import Token

__all__ = ["asks_of_anything", "names_its_graphs", "with_prefixes"]

_OBJECTS: Final = frozenset({"variable", "string", "blank"})
_NODES: Final = frozenset({"variable", "iri", "name", "blank"})
_BEFORE_PATHS: Final = frozenset({";", "]", "[", "/", "^"})
_LISTING: Final = frozenset({"SELECT", "DESCRIBE", "BY", "VALUES"})
"""Words after which variables stand in a row that make no triple."""


def with_prefixes(sparql: str) -> str:
    """Write the lines of our known prefixes before a query, but for those that it declares itself.

    Comments go: some servers take what stands in them for code.
    """
    code = list(tokens(sparql))
    declared = set(_declared(token for token in code if token.kind != "space"))
    lines = [f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items() if name not in declared]
    body = "".join("\n" if token.kind == "space" and token.text.startswith("#") else token.text for token in code)
    return "".join(lines) + body.lstrip()


def names_its_graphs(sparql: str) -> bool:
    """Whether a query says by FROM which graphs it is about."""
    return any(token.word == "FROM" for token in tokens(sparql))


def asks_of_anything(sparql: str) -> bool:
    """Whether a query leaves open what is said: by a variable for a predicate or a class, or "anything but" this one.

    >>> asks_of_anything("SELECT ?owner ?plan { ?plan ap:owner ?owner }")
    False
    >>> asks_of_anything("SELECT * { ?s ?p ?o }")
    True
    """
    listing = False
    for before, token, after in in_context([token for token in tokens(sparql) if token.kind != "space"]):
        listing = token.word in _LISTING or (listing and token.text not in {"{", "}"})
        if not listing and _is_open(before, token, after):
            return True
    return False


def _is_open(before: Token, token: Token, after: Token) -> bool:
    if token.kind == "variable":
        return after.kind in _OBJECTS or after.text == "["
    if token.text == "!":  # of a path, where no operator stands before it
        return after.text != "=" and (before.kind in _NODES or before.text in _BEFORE_PATHS)
    return token.text == "a" and after.kind == "variable"


def _declared(code: Iterator[Token]) -> Iterator[str]:
    for token in code:
        if token.word == "PREFIX":
            yield next(code, token).text.removesuffix(":")
