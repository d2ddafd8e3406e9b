"""A connection that cannot be held open by doing nothing: a request must come in time, an answer must be taken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from answerable.graph.endpoint.leaving import tell_gone

__all__ = ["GuardedConnection"]


class GuardedConnection(H11Protocol):
    """Uvicorn's connection with limits of its own; uvicorn has one only for a connection without any request."""

    idle: ClassVar[float] = 20.0
    """Seconds for the head of a request to come, and for a client to take 64 kB of what waits for it."""
    longest: ClassVar[int] = 320_000
    """Bytes of a head."""

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - as asyncio has it
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._coming = _Deadline(self.idle, transport.abort)
        self._taking = _Deadline(self.idle, transport.abort)
        self._coming.start()

    def data_received(self, data: bytes) -> None:
        """Take some of a request, and wait for the rest of its head only so long from its first byte."""
        super().data_received(data)
        self._wait_for_head()

    def on_response_complete(self) -> None:
        """Wait for the next request, which may have begun already."""
        super().on_response_complete()
        self._wait_for_head()

    def pause_writing(self) -> None:
        """Wait for the client to take what waits for it, but only so long."""
        super().pause_writing()
        self._taking.start()

    def resume_writing(self) -> None:
        """Go on: the client takes what it asked for."""
        self._taking.stop()
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection without requests, and do not wait long for a client that takes nothing."""
        super().timeout_keep_alive_handler()
        if self.transport.get_write_buffer_size():
            self._taking.start()

    def connection_lost(self, exc: Exception | None) -> None:
        """End what is being done for a client that is gone."""
        self._coming.stop()
        self._taking.stop()
        unanswered = self.cycle is not None and not self.cycle.response_complete
        super().connection_lost(exc)
        if unanswered:
            tell_gone(self.scope)  # type: ignore[arg-type] # a dictionary, as every scope is

    def _wait_for_head(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._coming.stop()
        elif self.conn.trailing_data[0]:
            self._coming.start()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, or has too long a head."""
        too_long = len(self.conn.trailing_data[0]) > self.longest
        status = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE if too_long else HTTPStatus.BAD_REQUEST
        body = b"the head of the request is too long\n" if too_long else f"{msg}\n".encode()
        headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
        headers += [("content-length", str(len(body))), ("x-content-type-options", "nosniff")]
        for event in (
            h11.Response(status_code=int(status), headers=headers, reason=status.phrase.encode()),
            h11.Data(data=body),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


class _Deadline:
    """A time by which something has to happen, else the connection is cut; begun once, until it is stopped."""

    def __init__(self, seconds: float, cut: Callable[[], None]) -> None:
        self._seconds = seconds
        self._cut = cut
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._seconds, self._cut)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
