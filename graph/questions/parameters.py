"""What a question may be told: a name, a type and a default, and how a given value becomes a term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.graph.errors import BadAddressError, QuestionError
from answerable.graph.notation import checked_iri
from answerable.graph.values import Iri, Literal, Scalar, Term
from answerable.ontology.terms import XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_G_YEAR_MONTH, XSD_INTEGER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["TYPES", "Parameter"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _boolean(text: str) -> str:
    if text.casefold() not in {"true", "false"}:
        raise ValueError(text)
    return text.casefold()


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):  # "20240331" and "2024-W13-7" are ISO days too, but no xsd:date
        raise ValueError(text)
    return date.fromisoformat(text).isoformat()


def _month(text: str) -> str:
    return _day(f"{text}-01").removesuffix("-01")


TYPES: Final[Mapping[str, Callable[[str], Term]]] = MappingProxyType(
    {
        "string": Literal,
        "integer": lambda text: Literal(str(int(text)), XSD_INTEGER),
        "decimal": lambda text: Literal(f"{Decimal(text):f}", XSD_DECIMAL),
        "boolean": lambda text: Literal(_boolean(text), XSD_BOOLEAN),
        "date": lambda text: Literal(_day(text), XSD_DATE),
        "month": lambda text: Literal(_month(text), XSD_G_YEAR_MONTH),
        "iri": lambda text: Iri(checked_iri(text)),
    }
)
"""How a text becomes a term of each type."""

_EXAMPLES: Final = {"date": "2024-03-31", "month": "2024-03"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a question may be told; `default` None means that it must be told."""

    name: str
    type: str
    default: str | None
    description: str

    @property
    def example(self) -> str:
        """What to write where there is no default, for the line that says it is missing."""
        return _EXAMPLES.get(self.type, "...")

    def term(self, value: Scalar) -> Term:
        """Give a value (the default for None) as a term; raises QuestionError where it is not of the type."""
        text = self.default if value is None else _text(value)
        if text is None:
            raise QuestionError(f"give {self.name}: {self.description} (--param {self.name}={self.example})")
        try:
            return TYPES[self.type](text)
        except (ValueError, InvalidOperation, BadAddressError) as error:
            raise QuestionError(f"{self.name} is {text!r}, but must be of type {self.type}{self._such_as}") from error

    @property
    def _such_as(self) -> str:
        return f", such as {self.example}" if self.type in _EXAMPLES else ""


def _text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
