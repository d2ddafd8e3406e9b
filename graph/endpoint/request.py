"""The query operation of the SPARQL 1.1 Protocol: what a request asks, read strictly."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from answerable.graph.endpoint.asked import Asked, RequestRefusedError
from answerable.graph.endpoint.media import GRAPH_FORMATS, RESULT_FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from starlette.types import Receive, Scope

    from answerable.graph.endpoint.limits import Limits

__all__ = ["FORMS", "METHODS", "header", "read_request"]

METHODS: Final = "GET, HEAD, POST, OPTIONS"
"""What an endpoint may be asked with."""

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_FIELDS: Final = 64

FORMS: Final = {
    "json": "application/sparql-results+json, application/ld+json",
    "xml": "application/sparql-results+xml, application/rdf+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "html": "text/html",
}
"""What `format` may say instead of an Accept header, for links in a page."""


def header(scope: Scope, name: bytes) -> str:
    """Give a header of the request, several of one name joined; nothing where there is none."""
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


async def read_request(scope: Scope, receive: Receive, limits: Limits) -> Asked | None:
    """Read what is asked; None where a GET asks nothing, which is to ask what the service is.

    Raises RequestRefusedError with the status that the protocol has for what is wrong.
    """
    method, accept = scope["method"], header(scope, b"accept") or "*/*"
    given = _fields(scope["query_string"])
    if method in {"GET", "HEAD"}:
        return _asked(given, accept, limits, HTTPStatus.REQUEST_URI_TOO_LONG, demanded=False)
    if method != "POST":
        raise RequestRefusedError(HTTPStatus.METHOD_NOT_ALLOWED, f"use one of {METHODS}", {"Allow": METHODS})
    kind = _content_type(scope)
    body = await _body(scope, receive, limits)
    if kind == _QUERY:
        if any(name == "query" for name, _ in given):
            raise _bad("the query stands in the body; leave it out of the address")
        given = (*given, ("query", _decoded(body)))
    else:
        given = (*given, *_fields(body))
    return _asked(given, accept, limits, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, demanded=True)


def _asked(
    given: Sequence[tuple[str, str]], accept: str, limits: Limits, too_long: HTTPStatus, *, demanded: bool
) -> Asked | None:
    if any(name == "update" for name, _ in given):
        raise _bad("this service only reads; it takes no update")
    queries = _all(given, "query")
    if not queries:
        if demanded or given:
            raise _bad("give a query: query=SELECT ...")
        return None
    if len(queries) > 1:
        raise _bad("give one query at a time")
    if len(queries[0].encode()) > limits.query:
        raise RequestRefusedError(too_long, f"a query has at most {limits.query:,} bytes")
    forms = _all(given, "format")
    return Asked(
        queries[0],
        _accepted(forms[0]) if forms else accept,
        tuple(_all(given, "default-graph-uri")),
        tuple(_all(given, "named-graph-uri")),
    )


def _accepted(form: str) -> str:
    if form in FORMS:
        return FORMS[form]
    if form in RESULT_FORMATS or form in GRAPH_FORMATS:
        return form
    raise _bad(f"format is one of {', '.join(FORMS)}, or a media type")


def _all(given: Iterable[tuple[str, str]], wanted: str) -> list[str]:
    return [value for name, value in given if name == wanted]


def _fields(text: bytes) -> tuple[tuple[str, str], ...]:
    try:
        # Whatever is no ASCII here was not encoded as a form has it, and might be read in two ways.
        pairs = parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except UnicodeDecodeError as error:
        raise _bad("the request is not UTF-8, percent-encoded") from error
    except ValueError as error:
        raise _bad(f"a request has at most {_FIELDS} fields") from error
    return tuple(pairs)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _bad("the query is not UTF-8") from error


def _content_type(scope: Scope) -> str:
    kind, *parameters = (part.strip().lower() for part in header(scope, b"content-type").split(";"))
    if kind == _UPDATE:
        raise RequestRefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "this service only reads; it takes no update")
    if kind not in {_FORM, _QUERY}:
        raise RequestRefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send a query as {_FORM} or {_QUERY}")
    if any(each.startswith("charset=") and each.strip('charset="') not in {"utf-8", "utf8"} for each in parameters):
        raise RequestRefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send a query as UTF-8")
    return kind


async def _body(scope: Scope, receive: Receive, limits: Limits) -> bytes:
    most = 3 * limits.query + 10_000  # percent-encoding may make three characters of one
    length, chunked = header(scope, b"content-length"), header(scope, b"transfer-encoding")
    if not length and not chunked:
        raise RequestRefusedError(HTTPStatus.LENGTH_REQUIRED, "say how long the request is: Content-Length")
    announced = int(length) if length.isdecimal() and length.isascii() else 0
    try:
        async with asyncio.timeout(limits.idle):
            return await _received(receive, announced, most)
    except TimeoutError as error:
        late = "the rest of the request did not come in time"
        raise RequestRefusedError(HTTPStatus.REQUEST_TIMEOUT, late, {"Connection": "close"}) from error


async def _received(receive: Receive, announced: int, most: int) -> bytes:
    body, more = bytearray(), True
    while more:
        if max(len(body), announced) > most:
            message = f"a request has at most {most:,} bytes"
            raise RequestRefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message, {"Connection": "close"})
        part = await receive()
        if part["type"] == "http.disconnect":
            raise asyncio.CancelledError
        body += part.get("body", b"")
        more = part.get("more_body", False)
    return bytes(body)


def _bad(message: str) -> RequestRefusedError:
    return RequestRefusedError(HTTPStatus.BAD_REQUEST, message)
