"""Long answers between a worker, which is to be free again soon, and a client, which may be slow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from http import HTTPStatus
from tempfile import SpooledTemporaryFile
from typing import Final

from answerable.graph.endpoint.asked import RequestRefusedError

__all__ = ["Room", "Spool"]

_IN_MEMORY: Final = 1_000_000
_PIECE: Final = 64_000


class Room:
    """How much may lie in all spools together, in bytes."""

    def __init__(self, most: int) -> None:
        self._left = most

    def take(self, size: int) -> None:
        """Take room; raises RequestRefusedError where there is none left."""
        if size > self._left:
            message = "too many long answers are waiting to be read; try again later"
            raise RequestRefusedError(HTTPStatus.SERVICE_UNAVAILABLE, message, {"Retry-After": "30"})
        self._left -= size

    def give(self, size: int) -> None:
        """Give room back."""
        self._left += size


class Spool:
    """One answer: written as fast as it comes, read as fast as it goes. A long one lies in a file without a name."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._size = 0
        self._whole = False
        self._trouble: Exception | None = None
        self._more = asyncio.Event()

    def add(self, data: bytes) -> None:
        """Take a piece; raises RequestRefusedError where there is no room."""
        self._room.take(len(data))
        self._file.seek(self._size)
        self._file.write(data)
        self._size += len(data)
        self._more.set()

    def finish(self, trouble: Exception | None = None) -> None:
        """Say that this is all, or why there will be no more."""
        self._whole, self._trouble = trouble is None, trouble
        self._more.set()

    async def read(self) -> AsyncIterator[bytes]:
        """Give the pieces; raises what ended the answer, where it is not whole."""
        place = 0
        while True:
            if place < self._size:
                self._file.seek(place)
                data = self._file.read(_PIECE)
                place += len(data)
                yield data
            elif self._trouble:
                raise self._trouble
            elif self._whole:
                return
            else:
                self._more.clear()
                await self._more.wait()

    def close(self) -> None:
        """Let go of all that was taken."""
        self._file.close()
        self._room.give(self._size)
        self._size = 0
