"""Finding a question by its name and putting it to a store."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from answerable.graph.questions.question import Question, parse_question
from answerable.graph.suggest import known_or_near

if TYPE_CHECKING:
    from answerable.graph.askable import Askable
    from answerable.graph.values import Answer, Scalar

__all__ = ["all_questions", "ask", "load_question"]

_ENDING = ".rq"


@cache
def load_question(name: str) -> Question:
    """Give the question of a name; raises QuestionError, which lists all names, where there is none."""
    known_or_near(name, _names(), "question")
    text = (files("answerable.graph.questions") / (name + _ENDING)).read_text(encoding="utf-8")
    return parse_question(name, text)


def all_questions() -> tuple[Question, ...]:
    """Give every question of the library, by name."""
    return tuple(load_question(name) for name in _names())


def ask(graph: Askable, question: str | Question, /, **values: Scalar) -> Answer:
    """Put a question, by name or as such, to a graph; `values` are its parameters."""
    asked = load_question(question) if isinstance(question, str) else question
    return graph.query(asked.sparql, asked.bind(values))


def _names() -> list[str]:
    here = files("answerable.graph.questions").iterdir()
    return sorted(entry.name.removesuffix(_ENDING) for entry in here if entry.name.endswith(_ENDING))
