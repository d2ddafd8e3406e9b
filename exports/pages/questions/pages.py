"""The named questions as people see them: a list, a form with its answer as a table, and the words behind one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from answerable.exports.pages.questions.answers import evidence_path
from answerable.exports.pages.rendering import render
from answerable.graph.questions import all_questions
from answerable.graph.values import Iri, Literal
from answerable.ontology.terms import XSD_DECIMAL, XSD_INTEGER

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.exports.pages.questions.asked import Told
    from answerable.graph.askable import Askable
    from answerable.graph.questions import Question, Quote
    from answerable.graph.values import Rows, Term

__all__ = ["ShownRow", "api_page", "evidence_page", "list_page", "question_page"]

_SHOWN: Final = 500
"""Rows of a page; CSV and JSON have all."""
_INPUTS: Final = {"date": "date", "month": "month", "integer": "number", "iri": "url"}
_LAST: Final = 1_000
_HOME: Final = (("Plans", "/"), ("Questions", "/questions"))


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row for people: its texts, the thing it is about, and the way to the words that prove it."""

    cells: tuple[str, ...]
    about: str | None
    evidence: str | None


def list_page(graph: Askable, request: Request) -> Response:
    """Show every question under its heading."""
    ordered = sorted(all_questions(), key=lambda one: (one.group or "~", one.number or _LAST, one.name))
    groups = [(group or "Further", list(some)) for group, some in groupby(ordered, lambda one: one.group)]
    return render(
        graph, request, "questions.html", title="Questions", groups=groups, crumbs=_HOME[:1], headers=_no_cache()
    )


def question_page(
    graph: Askable,
    request: Request,
    question: Question,
    told: Told | None,
    rows: Rows | None,
    *,
    defaults: Mapping[str, str | None],
    problem: str | None = None,
    tag: str | None = None,
) -> Response:
    """Show a question's form, and below it the answer, where it was told all that it must be."""
    given = told.values if told else {name: request.query_params.get(name) or text for name, text in defaults.items()}
    return render(
        graph,
        request,
        "question.html",
        status=400 if problem else 200,
        headers=({"ETag": tag} if tag else {}) | _no_cache(),
        title=question.title,
        crumbs=_HOME,
        crumb=question.title,
        question=question,
        inputs=[(one, _INPUTS.get(one.type, "text"), given.get(one.name) or "") for one in question.parameters],
        problem=problem,
        asked=urlencode(told.given) if told else "",
        **_answer(question, rows),
    )


def _answer(question: Question, rows: Rows | None) -> dict[str, Any]:
    """Give what the page shows of an answer: its columns but for addresses, its first rows, and how many it has."""
    if rows is None:
        return {"columns": [], "rows": None, "count_all": 0}
    addresses = {one.name for one in question.addresses}
    shown = [column for column in rows.columns if column not in addresses]
    return {
        "columns": [(name, name.replace("_", " "), _is_number(rows, name)) for name in shown],
        "rows": list(_shown(question, rows, shown)),
        "count_all": len(rows),
    }


def evidence_page(
    graph: Askable, request: Request, question: Question, about: Sequence[str], quotes: tuple[Quote, ...]
) -> Response:
    """Show the words behind one row."""
    return render(
        graph,
        request,
        "question-evidence.html",
        headers=_no_cache(),
        title="Where it says so",
        crumbs=(*_HOME, (question.title, f"/questions/{question.name}")),
        question=question,
        about=about,
        quotes=quotes,
    )


def api_page(graph: Askable, request: Request, described: Mapping[str, object]) -> Response:
    """Show what programs may ask, for the people who write them."""
    return render(
        graph, request, "api.html", title="For programs", crumbs=_HOME, described=described, headers=_no_cache()
    )


def _shown(question: Question, rows: Rows, columns: Iterable[str]) -> Iterable[ShownRow]:
    places = [rows.columns.index(column) for column in columns]
    about = next((rows.columns.index(one.name) for one in question.addresses), None)
    for row in rows.rows[:_SHOWN]:
        thing = row[about] if about is not None else None
        yield ShownRow(
            tuple(_text(row[place]) for place in places),
            thing.value if isinstance(thing, Iri) else None,
            evidence_path(question, rows.columns, row),
        )


def _text(term: Term | None) -> str:
    return "" if term is None else str(term)


def _is_number(rows: Rows, column: str) -> bool:
    place = rows.columns.index(column)
    cells = [row[place] for row in rows if row[place] is not None]
    return bool(cells) and all(isinstance(c, Literal) and c.datatype in {XSD_INTEGER, XSD_DECIMAL} for c in cells)


def _no_cache() -> dict[str, str]:
    return {"Cache-Control": "no-cache", "Vary": "Accept, Accept-Encoding"}
