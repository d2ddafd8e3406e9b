"""What a query gives: terms and answers as plain frozen values, whatever engine gave them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from answerable.ontology.terms import XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INTEGER, XSD_STRING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Answer", "Blank", "Iri", "Literal", "Rows", "Scalar", "Term", "Triple", "Triples", "Truth", "scalar"]

Scalar: TypeAlias = str | int | bool | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Iri:
    """The address of a thing."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: its lexical form, its datatype, and its language where it has one."""

    value: str
    datatype: str = XSD_STRING
    language: str | None = None

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Blank:
    """A node without an address. Our graphs hold none; a query can still make some."""

    value: str

    def __str__(self) -> str:
        return f"_:{self.value}"


Term: TypeAlias = Iri | Literal | Blank


@dataclass(frozen=True, slots=True)
class Triple:
    """One statement."""

    subject: Term
    predicate: Iri
    object: Term


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: one row per solution, one place per column, None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def only(self, places: Sequence[int]) -> Rows:
        """Give the answer with only the columns at these places, in this order."""
        return Rows(tuple(self.columns[i] for i in places), tuple(tuple(row[i] for i in places) for row in self.rows))

    def records(self) -> Iterator[dict[str, Scalar]]:
        """Give each row as plain Python values by column."""
        return ({column: scalar(term) for column, term in zip(self.columns, row, strict=True)} for row in self.rows)


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer to an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE, sorted and each triple once."""

    triples: tuple[Triple, ...]

    def __len__(self) -> int:
        return len(self.triples)

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)


Answer: TypeAlias = Rows | Truth | Triples


def scalar(term: Term | None) -> Scalar:
    """Give the plain Python value of a term: numbers, truth values and days as such, all else as text.

    >>> scalar(Literal("3", XSD_INTEGER))
    3
    """
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    if term.datatype == XSD_INTEGER:
        return int(term.value)
    if term.datatype == XSD_DECIMAL:
        return Decimal(term.value)
    if term.datatype == XSD_BOOLEAN:
        return term.value in {"true", "1"}
    if term.datatype == XSD_DATE:
        return date.fromisoformat(term.value)
    return term.value
