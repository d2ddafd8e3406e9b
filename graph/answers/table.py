"""A table in plain text: columns as wide as they need to be, prefixes for addresses, numbers to the right."""

from __future__ import annotations

from answerable.graph.answers.cells import columns_and_rows
from answerable.graph.values import Answer, Iri, Literal, Term
from answerable.ontology.terms import PREFIXES, XSD_DECIMAL, XSD_INTEGER

__all__ = ["shown", "to_table"]

_NUMBERS = frozenset({XSD_INTEGER, XSD_DECIMAL})


def shown(term: Term | None) -> str:
    """Give a term as people read it, on one line.

    >>> shown(Iri("http://www.w3.org/ns/org#Post"))
    'org:Post'
    """
    if isinstance(term, Iri):
        for prefix, namespace in PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
    return "" if term is None else " ".join(str(term).split())


def to_table(answer: Answer) -> str:
    """Give a table with a heading, a rule and one line for each row."""
    columns, rows = columns_and_rows(answer)
    kept = list(rows)
    texts = [[shown(term) for term in row] for row in kept]
    widths = [max(len(column), *(len(row[i]) for row in texts), 0) for i, column in enumerate(columns)]
    right = [all(_is_number(row[i]) for row in kept) for i in range(len(columns))]
    lines = [columns, ["-" * width for width in widths], *texts]
    return "".join(
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )


def _is_number(term: Term | None) -> bool:
    return term is None or (isinstance(term, Literal) and term.datatype in _NUMBERS)
