"""A connection that cannot be held open by doing nothing: a request must come in time, an answer must be taken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any, ClassVar, Final

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from answerable.graph.endpoint.front.body import body_parser, has_body
from answerable.graph.endpoint.leaving import tell_gone
from answerable.graph.endpoint.limits import CROWDED

__all__ = ["GuardedConnection"]

_LAST_LOOK: Final = 0.05
"""Seconds from the end of a wait to the cut: a loop that was held up finds its timers before what came meanwhile."""


class GuardedConnection(HttpToolsProtocol):
    """Uvicorn's connection with limits of its own; uvicorn has one only for a connection without any request."""

    idle: ClassVar[float] = 20.0
    """Seconds for the head of a request to come, and for a client to take 64 kB of what waits for it."""
    longest: ClassVar[int] = 320_000
    """Bytes of a head."""
    most: ClassVar[int] = 512
    """Connections that are answered at a time; whoever has another is told to come again."""

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - as asyncio has it
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._head = 0
        self._in_head = False
        self._answering: RequestResponseCycle | None = None
        self._coming = _Deadline(self.idle, transport.abort)
        self._taking = _Deadline(self.idle, transport.abort)
        self._coming.start()

    def data_received(self, data: bytes) -> None:
        """Take some of a request, and wait for the rest of its head only so long from its first byte."""
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as offer:
            self._stay_with_http(data[offer.args[0] :])
        except httptools.HttpParserError:
            self.send_400_response("this is no HTTP request that can be answered")
        self._head = self._head + len(data) if self._in_head else 0
        if self._head > self.longest and not self.transport.is_closing():
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the head of the request is too long")
        elif self._is_answering:
            self._coming.stop()
        else:
            self._coming.start()

    def on_message_begin(self) -> None:
        """Begin to read a request."""
        super().on_message_begin()
        self._in_head = True
        if len(self.connections) > self.most:
            self.scope[CROWDED] = True  # type: ignore[typeddict-unknown-key]  # a key of our own in the scope

    def on_headers_complete(self) -> None:
        """Have the request answered, in its turn; raises ValueError where its head can be read in two ways."""
        self._in_head = False
        _check_head(self.headers, self.parser.get_http_version())
        super().on_headers_complete()
        if not self._is_answering:
            self._answering = self.cycle

    def on_message_complete(self) -> None:
        """Know that the request is all here, unless the parser only took an offer of another protocol for its end."""
        if not (self.parser.should_upgrade() and has_body(self.headers)):
            super().on_message_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request, which may have begun or be here already."""
        self._answering = self.pipeline[-1][0] if self.pipeline else None
        super().on_response_complete()
        if self._in_head:
            self._coming.start()

    def pause_writing(self) -> None:
        """Wait for the client to take what waits for it, but only so long."""
        super().pause_writing()
        self._taking.start()

    def resume_writing(self) -> None:
        """Go on: the client takes what it asked for."""
        self._taking.stop()
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection without requests, unless one is found to be here already."""
        self.timeout_keep_alive_task = self.loop.call_later(_LAST_LOOK, self._close_unused)

    def _close_unused(self) -> None:
        """Close, and do not wait long for a client that takes nothing."""
        super().timeout_keep_alive_handler()
        if self.transport.get_write_buffer_size():
            self._taking.start()

    def connection_lost(self, exc: Exception | None) -> None:
        """End what is being done for a client that is gone."""
        self._coming.stop()
        self._taking.stop()
        cycle = self._answering
        super().connection_lost(exc)
        if cycle and not cycle.response_complete:
            cycle.disconnected = True
            cycle.message_event.set()
            tell_gone(cycle.scope)  # type: ignore[arg-type] # a dictionary, as every scope is

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP."""
        self._refuse(HTTPStatus.BAD_REQUEST, msg)

    @property
    def _is_answering(self) -> bool:
        return self._answering is not None and not self._answering.response_complete

    def _stay_with_http(self, rest: bytes) -> None:
        """Do not take up an offer to speak HTTP/2, which some clients make with each request: read on without it.

        The parser gives up at such an offer, so one that knows only this body goes on, and the connection ends with it.
        """
        if has_body(self.headers):
            self.cycle.keep_alive = False
            self.parser = body_parser(self.headers, self)
            self.data_received(rest)

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        """Say why no more is read, unless an answer is on its way, which may not be mixed with that."""
        if not self._is_answering:
            self.transport.write(
                f"HTTP/1.1 {status.value} {status.phrase}\r\ncontent-type: text/plain; charset=utf-8\r\n"
                f"connection: close\r\ncontent-length: {len(message) + 1}\r\nx-content-type-options: nosniff\r\n\r\n"
                f"{message}\n".encode("ascii")
            )
        self.transport.close()


def _check_head(headers: Iterable[tuple[bytes, bytes]], version: str) -> None:
    hosts = sum(name == b"host" for name, _ in headers)
    if hosts > 1 or (not hosts and version == "1.1"):
        raise ValueError("a request has one Host")
    if any(name == b"transfer-encoding" and value.lower() != b"chunked" for name, value in headers):
        raise ValueError("a request comes in chunks or as it is")


class _Deadline:
    """A time by which something has to happen, else the connection is cut; begun once, until it is stopped."""

    def __init__(self, seconds: float, cut: Callable[[], None]) -> None:
        self._seconds = seconds
        self._cut = cut
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._seconds, self._look_again)

    def _look_again(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(_LAST_LOOK, self._cut)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
