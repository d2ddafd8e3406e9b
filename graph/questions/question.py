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

__all__ = ["Address", "Column", "Question", "parse_question"]

_FIELD = re.compile(r"#\s*(title|explanation|number|group)\s*:\s*(.+)")
_PARAMETER = re.compile(r"#\s*parameter\s+(\w+)\s+(\w+)(?:\s+\"([^\"]*)\")?\s*:\s*(.+)")
_COLUMN = re.compile(r"#\s*column\s+(\w+)\s*:\s*(.+)")
_ADDRESS = re.compile(r"#\s*address\s+(\w+)(?:\s+\(([\w, ]*)\))?\s*:\s*(.+)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer and what it holds."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Address:
    """A column that holds the address of what a row is about: for programs, and the way to the words behind the row.

    `fields` names the fields of its evidence that prove the row; none means all of them.
    """

    name: str
    fields: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name, what it asks in words, and the SPARQL that asks it.

    `number` is its place among the questions that the graph must answer, None for one beyond them; `group` is the
    heading it is listed under. `columns` are for people, `addresses` stand after them.
    """

    name: str
    title: str
    explanation: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sparql: str
    addresses: tuple[Address, ...] = ()
    number: int | None = None
    group: str = ""

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
        addresses=tuple(_address(match) for match in map(_ADDRESS.fullmatch, front) if match),
        number=_number(name, fields.get("number")),
        group=fields.get("group", ""),
    )


def _front(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.rstrip()


def _number(question: str, text: str | None) -> int | None:
    if text is not None and not text.isdecimal():
        raise QuestionError(f"{question}: number is {text!r}; write a whole number, or leave the line out")
    return None if text is None else int(text)


def _address(match: re.Match[str]) -> Address:
    name, fields, description = match.groups()
    return Address(name, tuple(re.findall(r"\w+", fields or "")), description)


def _parameter(question: str, match: re.Match[str]) -> Parameter:
    name, kind, default, description = match.groups()
    if kind not in TYPES:
        raise QuestionError(f"{question}: parameter {name} has type {kind}; use one of {', '.join(TYPES)}")
    return Parameter(name, kind, default, description)
