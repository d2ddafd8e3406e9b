"""A request for a named question, checked: which question, which values, which format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.pages.questions.day import latest_day
from answerable.graph.errors import QuestionError

if TYPE_CHECKING:
    from starlette.datastructures import QueryParams

    from answerable.graph.askable import Askable
    from answerable.graph.questions import Parameter, Question

__all__ = ["LONGEST", "Told", "defaults", "single_values", "told"]

LONGEST: Final = 1_000
"""Characters that a value may have."""

_CONTROL: Final = re.compile("[\x00-\x1f\x7f\ufffd]")


@dataclass(frozen=True, slots=True)
class Told:
    """What a question was told: the values of the request, and with them those that hold where it gives none."""

    given: Mapping[str, str]
    values: Mapping[str, str]


def told(graph: Askable, question: Question, query: QueryParams) -> Told:
    """Check the values of a request; raises QuestionError, which says in one line what to do."""
    given = single_values(query, "format")
    values = {name: text for name, text in defaults(graph, question).items() if text is not None} | given
    question.bind(values)
    return Told(given, values)


def defaults(graph: Askable, question: Question) -> Mapping[str, str | None]:
    """Give what holds for each parameter that a request leaves out; None for those that it must give."""
    day = latest_day(graph) if any(map(_is_day, question.parameters)) else None
    return {one.name: day if _is_day(one) else one.default for one in question.parameters}


def single_values(query: QueryParams, *apart: str) -> dict[str, str]:
    """Give the parameters of a request, each once and of a length and kind that a value can have, but for `apart`."""
    names = [name for name, _ in query.multi_items()]
    for name, value in query.multi_items():
        if names.count(name) > 1:
            raise QuestionError(f"{name[:40]!r} is given {names.count(name)} times; give it once")
        if len(value) > LONGEST or _CONTROL.search(value):
            raise QuestionError(f"{name[:40]!r} is longer than {LONGEST} characters, or no text; give a shorter one")
    return {name: value for name, value in query.multi_items() if name not in apart}


def _is_day(parameter: Parameter) -> bool:
    return parameter.type == "date" and parameter.default is None
