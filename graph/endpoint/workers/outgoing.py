"""An answer on its way to the server: gathered, so that a short one goes in one piece, and held to its limit."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from answerable.graph.endpoint.workers.wire import Kind, frame

__all__ = ["BrokenAnswerError", "Outgoing"]

_PIECE: Final = 60_000
"""Bytes in a piece; a frame of it fits in a pipe."""


class BrokenAnswerError(Exception):
    """An answer cannot be finished."""


class Outgoing:
    """Takes what the engine writes, as a file would."""

    def __init__(self, put: Callable[[bytes], None], most: int) -> None:
        """Send through `put` an answer of at most so many bytes."""
        self.media_type = ""
        self._put = put
        self._most = most
        self._held = bytearray()
        self._size = 0
        self._begun = False

    def write(self, data: bytes) -> int:
        """Take a piece; raises BrokenAnswerError where the answer grows too long."""
        self._size += len(data)
        if self._size > self._most:
            raise BrokenAnswerError(self._too_long)
        self._held += data
        if len(self._held) >= _PIECE:
            self._send(b"")
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is held goes when it is enough, or all."""

    def finish(self) -> None:
        """Send the rest, and that it is all."""
        if self._begun:
            self._send(frame(Kind.END))
        else:
            self._put(frame(Kind.WHOLE, self.media_type.encode() + b"\n" + self._held))

    def refuse(self, status: HTTPStatus, message: str) -> None:
        """Send why there is no answer, or no end to it."""
        if self._size > self._most:
            status, message = HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._too_long
        kind = Kind.BROKEN if self._begun else Kind.REFUSED
        self._put(frame(kind, {"status": int(status), "message": " ".join(message.split())}))

    @property
    def _too_long(self) -> str:
        return f"the answer has more than {self._most:,} bytes; ask for less, or add LIMIT"

    def _send(self, after: bytes) -> None:
        before = b"" if self._begun else frame(Kind.ANSWER, self.media_type.encode())
        data = frame(Kind.DATA, bytes(self._held)) if self._held else b""
        self._begun = True
        self._held.clear()
        self._put(before + data + after)
