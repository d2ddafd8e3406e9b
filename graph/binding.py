"""Values for the variables of a query, as terms: written by the rules of SPARQL, where the variable stands.

The engine's own substitution asks that the variable be a column of the answer, which a parameter is not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from answerable.graph.errors import QuestionError
from answerable.graph.notation import checked_iri, escape
from answerable.graph.tokens import tokens
from answerable.graph.values import Blank, Iri, Term
from answerable.ontology.terms import XSD_STRING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = ["bound"]


def bound(sparql: str, values: Mapping[str, Term]) -> str:
    """Give a query with each variable that has a value replaced by the term; such a variable cannot be a column."""
    if not values:
        return sparql
    parts = list(_parted(sparql, frozenset(values)))
    parts[1::2] = [_written(name, values[name]) for name in parts[1::2]]
    return "".join(parts)


@lru_cache(maxsize=64)
def _parted(sparql: str, names: Collection[str]) -> Sequence[str]:
    """Part a query at these variables: text and name in turns, text at both ends.

    Done once: the named questions are the same texts again and again, whatever they are told.
    """
    parts = [""]
    for token in tokens(sparql):
        if token.kind == "variable" and token.text[1:] in names:
            parts += [token.text[1:], ""]
        else:
            parts[-1] += token.text
    return parts


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
