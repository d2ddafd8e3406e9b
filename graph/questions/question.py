"""One question: its SPARQL and what its opening comment lines say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.graph.errors import QuestionError
from answerable.graph.questions.parameters import TYPES, Parameter
from answerable.graph.suggest import known_or_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerable.graph.values import Scalar, Term

__all__ = ["Column", "Question", "parse_question"]

_FIELD = re.compile(r"#\s*(title|explanation)\s*:\s*(.+)")
_PARAMETER = re.compile(r"#\s*parameter\s+(\w+)\s+(\w+)(?:\s+\"([^\"]*)\")?\s*:\s*(.+)")
_COLUMN = re.compile(r"#\s*column\s+(\w+)\s*:\s*(.+)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer and what it holds."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name, what it asks in words, and the SPARQL that asks it."""

    name: str
    title: str
    explanation: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sparql: str

    def bind(self, values: Mapping[str, Scalar]) -> Mapping[str, Term]:
        """Give every parameter's value as a term; raises QuestionError for one that is unknown or of a wrong type."""
        known = [parameter.name for parameter in self.parameters]
        for name in values:
            known_or_near(name, known, f"parameter of {self.name}")
        return {parameter.name: parameter.term(values.get(parameter.name)) for parameter in self.parameters}


def parse_question(name: str, text: str) -> Question:
    """Read a question from the text of an `.rq` file; a file without opening lines is a question without parameters."""
    front = tuple(_front(text))
    fields = {match[1]: match[2] for match in map(_FIELD.fullmatch, front) if match}
    return Question(
        name=name,
        title=fields.get("title", name),
        explanation=fields.get("explanation", ""),
        parameters=tuple(_parameter(name, match) for match in map(_PARAMETER.fullmatch, front) if match),
        columns=tuple(Column(*match.groups()) for match in map(_COLUMN.fullmatch, front) if match),
        sparql=text,
    )


def _front(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.rstrip()


def _parameter(question: str, match: re.Match[str]) -> Parameter:
    name, kind, default, description = match.groups()
    if kind not in TYPES:
        raise QuestionError(f"{question}: parameter {name} has type {kind}; use one of {', '.join(TYPES)}")
    return Parameter(name, kind, default, description)
