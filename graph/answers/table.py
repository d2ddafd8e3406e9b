"""A table in plain text: columns as wide as they need to be, prefixes for addresses, numbers to the right.

Where all columns together are wider than a page, the widest are narrowed and their cells go on in further lines:
nothing is cut off.
"""

from __future__ import annotations

from itertools import chain, zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from answerable.graph.answers.cells import columns_and_rows
from answerable.graph.values import Answer, Iri, Literal, Term
from answerable.ontology.terms import PREFIXES, XSD_DECIMAL, XSD_INTEGER

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["WIDTH", "shown", "to_table"]

WIDTH: Final = 100
"""How wide a table is at most, unless its words alone need more."""

_NUMBERS: Final = frozenset({XSD_INTEGER, XSD_DECIMAL})
_LONG_WORD: Final = 15
_GAP: Final = "  "


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


def to_table(answer: Answer, notes: Sequence[Sequence[str]] | None = None) -> str:
    """Give a table with a heading, a rule, and for each row one or more lines.

    `notes` gives for each row further lines, which are set in below it.
    """
    columns, rows = columns_and_rows(answer)
    kept = list(rows)
    texts = [[shown(term) for term in row] for row in kept]
    headings = [column.replace("_", " ") for column in columns]
    cells = [[heading, *(row[i] for row in texts)] for i, heading in enumerate(headings)]
    widths = _fitted([max(map(len, column)) for column in cells], [_longest_word(column) for column in cells])
    right = [all(_is_number(row[i]) for row in kept) for i in range(len(columns))]
    top = [*_lines(headings, widths, right), *_lines(["-" * width for width in widths], widths, right)]
    told = notes or [()] * len(kept)
    body = [[*_lines(row, widths, right), *_set_in(more)] for row, more in zip(texts, told, strict=True)]
    return "".join(f"{line}\n" for line in (*top, *chain.from_iterable(body)))


def _fitted(widths: Sequence[int], narrowest: Sequence[int]) -> list[int]:
    """Narrow the widest columns, one after the other, until the line fits or every column is at its narrowest."""
    fitted = list(widths)
    while sum(fitted) + len(_GAP) * (len(fitted) - 1) > WIDTH:
        place = max(range(len(fitted)), key=lambda i: (fitted[i] > narrowest[i], fitted[i]))
        if fitted[place] <= narrowest[place]:
            break
        fitted[place] -= 1
    return fitted


def _longest_word(cells: Sequence[str]) -> int:
    return min(_LONG_WORD, max((len(word) for cell in cells for word in cell.split()), default=0))


def _lines(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    """Lay one row out, in as many lines as its longest cell needs."""
    folded = [wrap(cell, width) if len(cell) > width else [cell] for cell, width in zip(cells, widths, strict=True)]
    return [
        _GAP.join(
            part.rjust(width) if to_right else part.ljust(width)
            for part, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in zip_longest(*folded, fillvalue="")
    ] or [""]


def _set_in(notes: Sequence[str]) -> list[str]:
    indent = " " * 4
    return [line for note in notes for line in wrap(note, WIDTH, initial_indent=indent, subsequent_indent=indent + " ")]


def _is_number(term: Term | None) -> bool:
    return term is None or (isinstance(term, Literal) and term.datatype in _NUMBERS)
