"""What a question may be told: a name, a type and a default, and how a given value becomes a term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.graph.errors import BadAddressError, QuestionError
from answerable.graph.notation import checked_iri
from answerable.graph.values import Iri, Literal, Scalar, Term
from answerable.ontology.terms import XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INTEGER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["TYPES", "Parameter"]


def _boolean(text: str) -> str:
    if text.casefold() not in {"true", "false"}:
        raise ValueError(text)
    return text.casefold()


TYPES: Final[Mapping[str, Callable[[str], Term]]] = MappingProxyType(
    {
        "string": Literal,
        "integer": lambda text: Literal(str(int(text)), XSD_INTEGER),
        "decimal": lambda text: Literal(f"{Decimal(text):f}", XSD_DECIMAL),
        "boolean": lambda text: Literal(_boolean(text), XSD_BOOLEAN),
        "date": lambda text: Literal(date.fromisoformat(text).isoformat(), XSD_DATE),
        "iri": lambda text: Iri(checked_iri(text)),
    }
)
"""How a text becomes a term of each type."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a question may be told; `default` None means that it must be told."""

    name: str
    type: str
    default: str | None
    description: str

    def term(self, value: Scalar) -> Term:
        """Give a value (the default for None) as a term; raises QuestionError where it is not of the type."""
        text = self.default if value is None else _text(value)
        if text is None:
            raise QuestionError(f"give {self.name}: {self.description} (--param {self.name}=...)")
        try:
            return TYPES[self.type](text)
        except (ValueError, InvalidOperation, BadAddressError) as error:
            raise QuestionError(f"{self.name} is {text!r}, but must be of type {self.type}") from error


def _text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
