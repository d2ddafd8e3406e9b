"""Values for the variables of a query, as terms: written by the rules of SPARQL, where the variable stands.

The engine's own substitution asks that the variable be a column of the answer, which a parameter is not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from answerable.graph.errors import QuestionError
from answerable.graph.notation import checked_iri, escape
from answerable.graph.tokens import Token, tokens
from answerable.graph.values import Blank, Iri, Term
from answerable.ontology.terms import XSD_STRING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["bound"]


def bound(sparql: str, values: Mapping[str, Term]) -> str:
    """Give a query with each variable that has a value replaced by the term; such a variable cannot be a column."""
    written = {name: _written(name, term) for name, term in values.items()}
    return "".join(_replaced(token, written) for token in _cut(sparql)) if written else sparql


@lru_cache(maxsize=64)
def _cut(sparql: str) -> tuple[Token, ...]:
    """Cut a query once: the named questions are the same texts again and again, whatever they are told."""
    return tuple(tokens(sparql))


def _replaced(token: Token, written: Mapping[str, str]) -> str:
    return written.get(token.text[1:], token.text) if token.kind == "variable" else token.text


def _written(name: str, term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{checked_iri(term.value)}>"
    if isinstance(term, Blank):
        raise QuestionError(f"{name} is a blank node, which names nothing; give an address or a value")
    quoted = f'"{escape(term.value)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    # A plain literal is an xsd:string; older engines do not hold the two for the same where the type is written out.
    return quoted if term.datatype == XSD_STRING else f"{quoted}^^<{checked_iri(term.datatype)}>"
