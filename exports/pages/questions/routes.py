"""Where the named questions stand on a server, and how each request is answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from answerable.exports.pages.questions.answers import as_csv, as_json, quotes_as_json
from answerable.exports.pages.questions.asked import defaults, single_values, told
from answerable.exports.pages.questions.delivery import (
    CSV,
    HTML,
    JSON,
    delivered,
    entity_tag,
    form_meant,
    unchanged,
)
from answerable.exports.pages.questions.openapi import openapi
from answerable.exports.pages.questions.pages import api_page, evidence_page, list_page, question_page
from answerable.exports.pages.rendering import message
from answerable.graph.endpoint.media import preferred
from answerable.graph.errors import BadAddressError, QuestionError
from answerable.graph.notation import checked_iri
from answerable.graph.questions import all_questions, ask, load_question, quoted
from answerable.graph.values import Iri, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from answerable.exports.pages.site import Site
    from answerable.graph.askable import Askable
    from answerable.graph.questions import Question

    Handler = Callable[[Askable, Request], Response]

__all__ = ["question_routes"]


class NoSuchPageError(QuestionError):
    """A path names no question."""


def question_routes(site: Site) -> list[BaseRoute]:
    """Give `/questions` and all below it, and the description for programs at `/openapi.json` and `/openapi`."""
    from starlette.routing import Route  # noqa: PLC0415 - only a server needs it

    def over(handler: Handler) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            graph = site.graph()
            try:
                return handler(graph, request)
            except QuestionError as error:
                return _refused(graph, request, error)

        return answer

    return [
        Route("/questions", over(_list)),
        Route("/questions/{name}", over(_question)),
        Route("/questions/{name}/evidence", over(_evidence)),
        Route("/openapi.json", over(_described)),
        Route("/openapi", over(lambda graph, request: api_page(graph, request, openapi(_prefix(request))))),
    ]


def _list(graph: Askable, request: Request) -> Response:
    kind = form_meant(request, JSON, HTML)
    if kind is None:
        return _not_acceptable(request)
    if kind == HTML:
        return list_page(graph, request)
    questions = [
        {"name": one.name, "title": one.title, "path": f"{_prefix(request)}/questions/{one.name}"}
        for one in all_questions()
    ]
    body = json.dumps({"snapshot": graph.name, "questions": questions}, ensure_ascii=False, indent=1) + "\n"
    tag = entity_tag(request, graph.name, JSON)
    return unchanged(request, tag) or delivered(request, body.encode(), JSON, tag)


def _question(graph: Askable, request: Request) -> Response:
    question, kind = _named(request), form_meant(request, JSON, HTML, CSV)
    if kind is None:
        return _not_acceptable(request)
    if kind == HTML:
        return _as_page(graph, request, question)
    values = told(graph, question, request.query_params)
    tag = entity_tag(request, graph.name, kind)
    if short := unchanged(request, tag):
        return short
    rows, prefix = _rows(graph, question, values.values), _prefix(request)
    if kind == CSV:
        return delivered(request, as_csv(question, rows, prefix), kind, tag)
    return delivered(request, as_json(question, values.values, graph.name, rows, prefix), kind, tag)


def _as_page(graph: Askable, request: Request, question: Question) -> Response:
    holding = defaults(graph, question)
    try:
        values = told(graph, question, request.query_params)
    except QuestionError as error:
        first = not set(request.query_params) - {"format"}
        return question_page(
            graph, request, question, None, None, defaults=holding, problem=None if first else _plainly(error)
        )
    tag = entity_tag(request, graph.name, HTML)
    if short := unchanged(request, tag):
        return short
    rows = _rows(graph, question, values.values)
    return question_page(graph, request, question, values, rows, defaults=holding, tag=tag)


def _evidence(graph: Askable, request: Request) -> Response:
    question, kind = _named(request), form_meant(request, JSON, HTML)
    if kind is None:
        return _not_acceptable(request)
    about = _addresses(question, single_values(request.query_params, "format"))
    tag = entity_tag(request, graph.name, kind)
    if short := unchanged(request, tag):
        return short
    row = Rows(tuple(about), (tuple(Iri(address) if address else None for address in about.values()),))
    (quotes,) = quoted(graph, question, row).quotes
    if kind == HTML:
        return evidence_page(graph, request, question, [address for address in about.values() if address], quotes)
    return delivered(request, quotes_as_json(question, about, graph.name, quotes), kind, tag)


def _described(graph: Askable, request: Request) -> Response:
    tag = entity_tag(request, graph.name, JSON)
    body = json.dumps(openapi(_prefix(request)), ensure_ascii=False, indent=1) + "\n"
    return unchanged(request, tag) or delivered(request, body.encode(), JSON, tag)


def _named(request: Request) -> Question:
    name = str(request.path_params["name"])
    if name not in {one.name for one in all_questions()}:
        raise NoSuchPageError(f"no question is called {name[:40]!r}; they are listed at /questions")
    return load_question(name)


def _rows(graph: Askable, question: Question, values: Mapping[str, str]) -> Rows:
    answer = ask(graph, question, **values)
    assert isinstance(answer, Rows), "every question of the library is a SELECT"
    return answer


def _addresses(question: Question, given: dict[str, str]) -> dict[str, str]:
    known = [one.name for one in question.addresses if one.fields]
    if not given or not set(given) <= set(known):
        raise QuestionError(
            f"name what a row of {question.name} is about, by {' or '.join(known) or 'nothing: it quotes none'}"
        )
    try:
        return {name: checked_iri(given[name]) if name in given else "" for name in known}
    except BadAddressError as error:
        raise QuestionError(f"{error}".partition(";")[0] + "; take the address from a row of the answer") from error


def _refused(graph: Askable, request: Request, error: QuestionError) -> Response:
    """Say in one line what is wrong, as a page or as JSON."""
    status = 404 if isinstance(error, NoSuchPageError) else 400
    if preferred(request.headers.get("accept", "*/*"), (JSON, HTML)) == HTML:
        return message(graph, request, "This cannot be asked", _plainly(error), status)
    return delivered(
        request, (json.dumps({"error": _plainly(error)}, ensure_ascii=False) + "\n").encode(), JSON, status=status
    )


def _not_acceptable(request: Request) -> Response:
    body = {"error": "this can be given as application/json, text/html or text/csv; accept one of these"}
    return delivered(request, (json.dumps(body) + "\n").encode(), JSON, status=406)


def _plainly(error: QuestionError) -> str:
    """Give the line without what only a command line has."""
    return f"{error}".partition(" (--param")[0]


def _prefix(request: Request) -> str:
    return str(request.scope.get("root_path", "")).rstrip("/")
