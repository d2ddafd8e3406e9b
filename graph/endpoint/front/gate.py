"""The gate before all routes: who may pass, the headers that every answer has, a line in the log, a count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.endpoint.asked import RequestRefusedError
from answerable.graph.endpoint.front.access import Access
from answerable.graph.endpoint.front.logs import log_access
from answerable.graph.endpoint.front.metrics import Metrics
from answerable.graph.endpoint.leaving import is_gone
from answerable.graph.endpoint.limits import CROWDED
from answerable.graph.endpoint.protocol import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Gate"]

_CLIENT_LEFT: Final = 499
_SAFETY: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_POLICY: Final = (
    b"content-security-policy",
    b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
)
_EXPOSED: Final = b"ETag, Retry-After"
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "3600",
}


@dataclass
class _Passing:
    """One request on its way through."""

    scope: Scope
    headers: Mapping[bytes, str]
    allowed: str | None
    began: float = field(default_factory=perf_counter)
    status: int = 0
    size: int = 0
    whole: bool = False
    """Whether the last of the answer was sent."""


@dataclass(frozen=True)
class Gate:
    """An application behind its gate."""

    app: ASGIApp
    access: Access = field(default_factory=Access)
    metrics: Metrics = field(default_factory=Metrics)
    with_queries: bool = False
    """Whether the log says what was asked."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        passing = self._passing(scope)

        async def sending(message: Message) -> None:
            await send(_noted(message, passing))

        try:
            await self._let_through(passing, receive, sending)
        finally:
            self._tell(passing)

    async def _let_through(self, passing: _Passing, receive: Receive, send: Send) -> None:
        scope, headers = passing.scope, passing.headers
        try:
            if CROWDED in scope:
                raise _crowded()
            if scope["method"] == "OPTIONS" and b"access-control-request-method" in headers:
                raise _preflight(passing.allowed)
            self.access.check(scope["path"], headers.get(b"host", ""), headers.get(b"authorization", ""))
        except RequestRefusedError as error:
            await refuse(send, error)
            return
        await self.app(scope, receive, send)

    def _passing(self, scope: Scope) -> _Passing:
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        origin = headers.get(b"origin")
        return _Passing(scope, headers, self.access.allowed_origin(origin) if origin else None)

    def _tell(self, passing: _Passing) -> None:
        scope, took = passing.scope, perf_counter() - passing.began
        status = _CLIENT_LEFT if is_gone(scope) else passing.status or int(HTTPStatus.INTERNAL_SERVER_ERROR)
        cut = bool(passing.status) and not passing.whole
        self.metrics.count(scope["path"], status, took, cut=cut)
        log_access(scope, status, passing.size, took, cut=cut, with_query=self.with_queries)


def _crowded() -> RequestRefusedError:
    message = "too many connections at a time; try again in a moment"
    return RequestRefusedError(HTTPStatus.SERVICE_UNAVAILABLE, message, {"Retry-After": "2", "Connection": "close"})


def _preflight(allowed: str | None) -> RequestRefusedError:
    """Give the answer to a browser that asks before it lets a page ask."""
    return RequestRefusedError(HTTPStatus.NO_CONTENT, "", _PREFLIGHT if allowed else {})


def _noted(message: Message, passing: _Passing) -> Message:
    if message["type"] == "http.response.start":
        passing.status = message["status"]
        return {**message, "headers": [*message["headers"], *_added(message["headers"], passing)]}
    passing.size += len(message.get("body", b""))
    passing.whole = not message.get("more_body", False)
    return message


def _added(headers: Any, passing: _Passing) -> list[tuple[bytes, bytes]]:  # noqa: ANN401 - pairs, as ASGI has them
    added = list(_SAFETY)
    if not any(name == b"content-security-policy" for name, _ in headers):
        added.append(_POLICY)
    if passing.allowed:
        added += [(b"access-control-allow-origin", passing.allowed.encode("latin-1"))]
        added += [(b"access-control-expose-headers", _EXPOSED)]
    if passing.allowed != "*":
        added.append((b"vary", b"Origin"))
    return added
