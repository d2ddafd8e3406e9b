"""The endpoint itself: a request in, an answer out, as plain ASGI, because every query passes through here."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, Protocol

from answerable.graph.endpoint.asked import Asked, Reply, RequestRefusedError
from answerable.graph.endpoint.description import described
from answerable.graph.endpoint.leaving import cancel_when_gone
from answerable.graph.endpoint.media import GRAPH_FORMATS, RESULT_FORMATS, preferred, utf8
from answerable.graph.endpoint.packing import packed, packed_stream, takes_gzip
from answerable.graph.endpoint.request import METHODS, header, read_request
from answerable.graph.endpoint.validity import is_current, is_lasting, tag

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from answerable.graph.endpoint.service import Service

__all__ = ["CutAnswerError", "QueryPage", "SparqlEndpoint", "refuse"]

_HTML: Final = "text/html"
_WORTH_PACKING: Final = 1_000
_MOST_AT_ONCE: Final = 16_000_000
_HOST: Final = re.compile(r"[\w.-]+(?::\d{1,5})?|\[[0-9A-Fa-f:]+\](?::\d{1,5})?", re.ASCII)
_VARY: Final = "Accept, Accept-Encoding"


class CutAnswerError(Exception):
    """An answer ended before it was whole, and part of it is sent already."""


class QueryPage(Protocol):
    """The endpoint as people see it in a browser."""

    def __call__(self, service: Service, request: Request, asked: Asked | None) -> Response:
        """Give the page with the answer to what is asked, if anything; runs in a thread."""


@dataclass(frozen=True)
class SparqlEndpoint:
    """Answers queries by the SPARQL 1.1 Protocol; where nothing is asked, says what the service is."""

    service: Service
    page: QueryPage | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] == "OPTIONS":
            await _send(send, HTTPStatus.NO_CONTENT, {"Allow": METHODS}, b"")
            return
        leaving = cancel_when_gone(scope)
        try:
            asked = await read_request(scope, receive, self.service.limits)
            await self._answer(scope, receive, send, asked)
        except RequestRefusedError as error:
            await refuse(send, error)
        except asyncio.CancelledError:
            if not leaving.is_set():
                raise

    async def _answer(self, scope: Scope, receive: Receive, send: Send, asked: Asked | None) -> None:
        accept = asked.accept if asked else header(scope, b"accept") or "*/*"
        offered = (*RESULT_FORMATS, *GRAPH_FORMATS) if asked else tuple(GRAPH_FORMATS)
        if self.page and preferred(accept, (*offered, _HTML)) == _HTML:
            await self._show(scope, receive, send, asked)
        elif asked is None:
            media_type, body = await asyncio.to_thread(described, self.service, _endpoint(scope), accept)
            await _send(send, HTTPStatus.OK, {"Content-Type": utf8(media_type), "Vary": _VARY}, body)
        else:
            await self._query(scope, send, asked)

    async def _show(self, scope: Scope, receive: Receive, send: Send, asked: Asked | None) -> None:
        from starlette.requests import Request  # noqa: PLC0415 - only for people, not for each query

        assert self.page, "asked for only where there is one"
        response = await asyncio.to_thread(self.page, self.service, Request(scope), asked)
        response.headers.update({"Vary": _VARY, "Cache-Control": "no-cache"})
        await response(scope, receive, send)

    async def _query(self, scope: Scope, send: Send, asked: Asked) -> None:
        headers = {"Vary": _VARY, "Cache-Control": "no-store"}
        if is_lasting(asked.sparql):
            entity_tag = tag(self.service.snapshot, asked)
            headers |= {"ETag": entity_tag, "Cache-Control": "no-cache"}
            if is_current(header(scope, b"if-none-match"), entity_tag):
                await _send(send, HTTPStatus.NOT_MODIFIED, headers, b"")
                return
        reply = await self.service.source.answer(asked)
        headers["Content-Type"] = utf8(reply.media_type)
        try:
            await _deliver(scope, send, reply, headers)
        finally:
            if reply.rest:
                reply.rest.close()


async def refuse(send: Send, error: RequestRefusedError) -> None:
    """Tell a client in one line why there is no answer."""
    headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", **error.headers}
    await _send(send, error.status, headers, f"{error.message}\n".encode() if error.message else b"")


async def _deliver(scope: Scope, send: Send, reply: Reply, headers: dict[str, str]) -> None:
    gzip = takes_gzip(header(scope, b"accept-encoding"))
    if reply.rest is None or scope["http_version"] == "1.0":
        body = reply.first if reply.rest is None else await _gathered(reply)
        if gzip and len(body) > _WORTH_PACKING:
            headers["Content-Encoding"], body = "gzip", await asyncio.to_thread(packed, body)
        await _send(send, HTTPStatus.OK, headers, body)
        return
    if gzip:
        headers["Content-Encoding"] = "gzip"
    await send(_start(HTTPStatus.OK, headers))
    try:
        async for chunk in packed_stream(_all_of(reply)) if gzip else _all_of(reply):
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
    except RequestRefusedError as error:
        # The server cuts the connection then, so that no client takes a part for the whole.
        raise CutAnswerError(error.message) from error
    await send({"type": "http.response.body", "body": b""})


async def _all_of(reply: Reply) -> AsyncIterator[bytes]:
    assert reply.rest is not None, "a short answer is sent at once"
    yield reply.first
    async for chunk in reply.rest.read():
        yield chunk


async def _gathered(reply: Reply) -> bytes:
    """Hold a long answer for a client of HTTP/1.0, which could not tell where it was cut."""
    body = bytearray()
    async for chunk in _all_of(reply):
        body += chunk
        if len(body) > _MOST_AT_ONCE:
            message = "the answer is too long for HTTP/1.0; ask with HTTP/1.1"
            raise RequestRefusedError(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, message)
    return bytes(body)


async def _send(send: Send, status: HTTPStatus, headers: Mapping[str, str], body: bytes) -> None:
    length = {} if status in {HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED} else {"Content-Length": str(len(body))}
    await send(_start(status, {**headers, **length}))
    await send({"type": "http.response.body", "body": body})


def _start(status: HTTPStatus, headers: Mapping[str, str]) -> dict[str, object]:
    written = [(name.lower().encode("ascii"), value.encode("latin-1")) for name, value in headers.items()]
    return {"type": "http.response.start", "status": int(status), "headers": written}


def _endpoint(scope: Scope) -> str:
    """Give the address that the client asked."""
    host = header(scope, b"host")
    if not _HOST.fullmatch(host):
        raise RequestRefusedError(HTTPStatus.BAD_REQUEST, "the request names no host")
    return f"{scope['scheme']}://{host}/sparql"
