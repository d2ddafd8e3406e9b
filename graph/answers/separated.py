"""Comma- and tab-separated values, as SPARQL 1.1 writes query results in them."""

from __future__ import annotations

import csv
from io import StringIO

from answerable.graph.answers.cells import columns_and_rows
from answerable.graph.notation import escape
from answerable.graph.values import Answer, Blank, Iri, Term
from answerable.ontology.terms import XSD_BOOLEAN, XSD_INTEGER, XSD_STRING

__all__ = ["to_csv", "to_tsv"]


def to_csv(answer: Answer) -> str:
    """Give plain values, quoted where they need it, with a heading; lines end as RFC 4180 has it."""
    columns, rows = columns_and_rows(answer)
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows(["" if term is None else str(term) for term in row] for row in rows)
    return stream.getvalue()


def to_tsv(answer: Answer) -> str:
    """Give terms as Turtle writes them, so that nothing of their type is lost."""
    columns, rows = columns_and_rows(answer)
    lines = ["\t".join("?" + column for column in columns), *("\t".join(map(_turtle, row)) for row in rows)]
    return "\n".join(lines) + "\n"


def _turtle(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, Iri):
        return f"<{term.value}>"
    if isinstance(term, Blank):
        return str(term)
    if term.datatype in {XSD_INTEGER, XSD_BOOLEAN}:
        return term.value
    quoted = f'"{escape(term.value)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == XSD_STRING else f"{quoted}^^<{term.datatype}>"
