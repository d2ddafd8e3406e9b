"""Any answer as columns and rows of terms, for the formats that know nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.values import Answer, Literal, Term, Triples, Truth
from answerable.ontology.terms import XSD_BOOLEAN

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["columns_and_rows"]


def columns_and_rows(answer: Answer) -> tuple[tuple[str, ...], Iterable[tuple[Term | None, ...]]]:
    """Give the columns and rows of an answer: an ASK has one cell, a triple has three."""
    if isinstance(answer, Truth):
        return ("answer",), [(Literal("true" if answer else "false", XSD_BOOLEAN),)]
    if isinstance(answer, Triples):
        return ("subject", "predicate", "object"), [(t.subject, t.predicate, t.object) for t in answer]
    return answer.columns, answer.rows
