"""A query as a server elsewhere takes it: with the prefixes that ours need no lines for, and the graphs it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.tokens import tokens
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph.tokens import Token

__all__ = ["names_its_graphs", "with_prefixes"]


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


def _declared(code: Iterator[Token]) -> Iterator[str]:
    for token in code:
        if token.word == "PREFIX":
            yield next(code, token).text.removesuffix(":")
