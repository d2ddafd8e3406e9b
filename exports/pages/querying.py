"""The endpoint as people see it in a browser: a box for a query, its answer as a table, and questions to start from."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from answerable.exports.pages.rendering import render
from answerable.graph.answers.cells import columns_and_rows
from answerable.graph.endpoint.asked import RequestRefusedError
from answerable.graph.errors import EndpointError, QueryRefusedError
from answerable.graph.questions import all_questions
from answerable.graph.values import Iri

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.graph.endpoint.asked import Asked
    from answerable.graph.endpoint.service import Service
    from answerable.graph.values import Term

__all__ = ["query_page"]

_SHOWN: Final = 500
"""Rows of a page; CSV and JSON have all."""
_FIRST: Final = """\
SELECT ?title ?submitted
WHERE {
  ?plan a ap:ActionPlan ; dcterms:title ?title .
  OPTIONAL { ?plan dcterms:dateSubmitted ?submitted }
}
ORDER BY ?submitted"""


def query_page(service: Service, request: Request, asked: Asked | None) -> Response:
    """Show the box, and below it what is asked and its answer, or in one line why there is none."""
    graph = service.graph()
    problem, status = None, HTTPStatus.OK
    columns: tuple[str, ...] = ()
    rows: list[tuple[Term | None, ...]] = []
    try:
        if asked:
            columns, found = columns_and_rows(graph.query(asked.sparql))
            rows = list(found)
    except (QueryRefusedError, RequestRefusedError, EndpointError) as error:
        problem, status = str(error), getattr(error, "status", HTTPStatus.BAD_REQUEST)
    return render(
        graph,
        request,
        "query.html",
        status=int(status),
        title="Ask in SPARQL",
        crumbs=[("Plans", "/")],
        query=asked.sparql if asked else _FIRST,
        asked=urlencode({"query": asked.sparql}) if asked and not problem else None,
        problem=problem,
        columns=columns,
        rows=[[_cell(term) for term in row] for row in rows[:_SHOWN]],
        count_all=len(rows),
        questions=all_questions(),
    )


def _cell(term: Term | None) -> tuple[str, bool]:
    """Give a term as text, and whether it is the address of a thing."""
    return ("" if term is None else str(term), isinstance(term, Iri))
