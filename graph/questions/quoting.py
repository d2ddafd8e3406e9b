"""The words behind an answer: one further query over what its rows are about, the same for every question.

A question names the columns that hold addresses, and which fields of their evidence prove a row. So no question has
to fetch quotes itself, rows stay as many as they are, and whoever wants no quotes does not pay for them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.graph.notation import checked_iri
from answerable.graph.values import Iri, Literal, Rows, Term
from answerable.ontology.terms import XSD_INTEGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from answerable.graph.askable import Askable
    from answerable.graph.questions.question import Address, Question

__all__ = ["Quote", "Quoted", "quoted"]

COLUMNS: Final = ("quote", "document", "page", "table", "row")
"""What the words of a row are told in where an answer has one line to a row."""

_AT_ONCE: Final = 500
_EVIDENCE: Final = """
SELECT ?subject ?field ?quote ?document ?page ?table ?row
WHERE {{
  VALUES ?subject {{ {subjects} }}
  ?subject ap:evidence? ?evidence .
  ?evidence a ap:Evidence ; ap:field ?field ; oa:exact ?quote .
  OPTIONAL {{ ?evidence dcterms:source ?source OPTIONAL {{ ?source ap:fileName ?document }} }}
  OPTIONAL {{ ?evidence ap:page ?page }}
  OPTIONAL {{ ?evidence ap:table ?table }}
  OPTIONAL {{ ?evidence ap:row ?row }}
  OPTIONAL {{ ?evidence oa:start ?start }}
  OPTIONAL {{ ?evidence ap:column ?column }}
}}
ORDER BY ?subject ?document ?page ?start ?table ?row ?column ?evidence
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document and where they stand; page, table and row count from 1, and are None where there are none."""

    text: str
    document: str
    page: int | None
    table: int | None
    row: int | None

    @property
    def place(self) -> str:
        """Where the words stand, for people."""
        parts = [("page", self.page), ("table", self.table), ("row", self.row)]
        return ", ".join([self.document, *(f"{name} {number}" for name, number in parts if number is not None)])


@dataclass(frozen=True, slots=True)
class Quoted:
    """An answer with, for each of its rows, the words that prove it, each once and in the order of the documents."""

    rows: Rows
    quotes: tuple[tuple[Quote, ...], ...]

    def as_columns(self) -> Rows:
        """Give the answer with all words and documents of a row in five more columns, with the place of the first."""
        columns = tuple(f"{name}_of_quote" if name in self.rows.columns else name for name in COLUMNS)
        return Rows(
            (*self.rows.columns, *columns),
            tuple((*row, *_cells(words)) for row, words in zip(self.rows.rows, self.quotes, strict=True)),
        )


def quoted(graph: Askable, question: Question, rows: Rows) -> Quoted:
    """Find the words behind each row of a question's answer; a row about nothing that is quoted has none."""
    sought = [address for address in question.addresses if address.fields]
    places = [(rows.columns.index(address.name), address) for address in sought]
    about = [[(row[place], address) for place, address in places] for row in rows.rows]
    known = _evidence(graph, {term.value for row in about for term, _ in row if isinstance(term, Iri)})
    return Quoted(rows, tuple(tuple(dict.fromkeys(_words(row, known))) for row in about))


def _words(
    row: Iterable[tuple[Term | None, Address]], known: Mapping[str, Sequence[tuple[str, Quote]]]
) -> Iterator[Quote]:
    for term, address in row:
        if isinstance(term, Iri):
            yield from (quote for field, quote in known.get(term.value, ()) if field in address.fields)


def _evidence(graph: Askable, subjects: Iterable[str]) -> Mapping[str, Sequence[tuple[str, Quote]]]:
    found: defaultdict[str, list[tuple[str, Quote]]] = defaultdict(list)
    ordered = sorted(subjects)
    for start in range(0, len(ordered), _AT_ONCE):
        listed = " ".join(f"<{checked_iri(subject)}>" for subject in ordered[start : start + _AT_ONCE])
        for subject, field, *words in graph.select(_EVIDENCE.format(subjects=listed)):
            found[str(subject)].append((str(field), _quote(*words)))
    return found


def _quote(text: Term | None, document: Term | None, *numbers: Term | None) -> Quote:
    page, table, row = (None if number is None else int(str(number)) for number in numbers)
    return Quote(str(text), "" if document is None else str(document), page, table, row)


def _cells(words: Sequence[Quote]) -> tuple[Term | None, ...]:
    if not words:
        return (None,) * len(COLUMNS)
    first = words[0]
    texts = " … ".join(dict.fromkeys(quote.text for quote in words))
    numbers = (first.page, first.table, first.row)
    return (
        Literal(texts),
        Literal(" … ".join(dict.fromkeys(quote.document for quote in words))),
        *(None if number is None else Literal(str(number), XSD_INTEGER) for number in numbers),
    )
