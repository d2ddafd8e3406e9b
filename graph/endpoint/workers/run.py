"""One query in one worker, from the moment it is put until the worker is free again or ended."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from answerable.graph.endpoint.asked import Asked, Reply, RequestRefusedError
from answerable.graph.endpoint.limits import Limits
from answerable.graph.endpoint.workers.spool import Room, Spool
from answerable.graph.endpoint.workers.wire import Kind, told
from answerable.graph.endpoint.workers.worker import GoneError, Worker

__all__ = ["Run"]

_LOG: Final = logging.getLogger(__name__)
_SHORT: Final = 250_000
"""Bytes of an answer that is whole before its first byte is sent, so that whatever goes wrong has a status."""
_LAST: Final = frozenset({Kind.WHOLE, Kind.END, Kind.REFUSED, Kind.BROKEN})
_GRACE: Final = 1.0
"""Seconds a worker has to finish for a client that is gone: to end it costs more."""


@dataclass(frozen=True)
class _Rest:
    """What a worker goes on writing into a spool while the client reads from it."""

    spool: Spool
    filling: asyncio.Task[None]

    def read(self) -> AsyncIterator[bytes]:
        return self.spool.read()

    def close(self) -> None:
        self.filling.cancel()
        self.spool.close()


class Run:
    """Reads the answer to one query; `release` is told in the end whether the worker can go on working."""

    def __init__(self, worker: Worker, limits: Limits, room: Room, release: Callable[[str], None]) -> None:
        self._worker = worker
        self._limits = limits
        self._room = room
        self._release = release
        self._deadline = asyncio.get_running_loop().time() + limits.timeout

    async def begin(self, asked: Asked) -> Reply:
        """Put the query and give its answer; raises RequestRefusedError where it has none."""
        try:
            async with asyncio.timeout_at(self._deadline):
                self._worker.ask(asked)
                return await self._reply()
        except TimeoutError as error:
            raise self._ended("timed out") from error
        except GoneError as error:
            raise self._ended("died") from error
        except asyncio.CancelledError:
            self._abandon()
            raise

    async def _reply(self) -> Reply:
        kind, body = await self._worker.read()
        if kind is Kind.ANSWER:
            return await self._long(body.decode())
        self._release("done")
        if kind is Kind.REFUSED:
            raise _refusal(body)
        media_type, _, answer = body.partition(b"\n")
        return Reply(media_type.decode(), answer)

    async def _long(self, media_type: str) -> Reply:
        held = bytearray()
        while len(held) < _SHORT:
            kind, body = await self._worker.read()
            if kind is not Kind.DATA:
                self._release("done")
                if kind is Kind.BROKEN:
                    raise _refusal(body)
                return Reply(media_type, bytes(held))
            held += body
        spool = Spool(self._room)
        return Reply(media_type, bytes(held), _Rest(spool, asyncio.get_running_loop().create_task(self._fill(spool))))

    async def _fill(self, spool: Spool) -> None:
        try:
            async with asyncio.timeout_at(self._deadline):
                while (read := await self._worker.read())[0] is Kind.DATA:
                    spool.add(read[1])
        except TimeoutError:
            spool.finish(self._ended("timed out"))
        except GoneError:
            spool.finish(self._ended("died"))
        except RequestRefusedError as error:
            self._abandon()
            spool.finish(error)
        except asyncio.CancelledError:
            self._abandon()
            raise
        else:
            self._release("done")
            spool.finish(None if read[0] is Kind.END else _refusal(read[1]))

    def _ended(self, how: str) -> RequestRefusedError:
        self._release(how)
        _LOG.warning("a query %s; its worker is replaced", how)
        if how == "timed out":
            message = f"the query took longer than {self._limits.timeout:g} s; ask for less, or add LIMIT"
            return RequestRefusedError(HTTPStatus.SERVICE_UNAVAILABLE, message)
        message = "the query needs more than a query may have here: more memory, or a simpler form"
        return RequestRefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, message)

    def _abandon(self) -> None:
        """Nobody waits any more: let the worker come to its end, or end it."""
        task = asyncio.get_running_loop().create_task(self._drain())
        _RUNNING.add(task)
        task.add_done_callback(_RUNNING.discard)

    async def _drain(self) -> None:
        try:
            async with asyncio.timeout(_GRACE):
                while (await self._worker.read())[0] not in _LAST:
                    pass
        except (TimeoutError, GoneError):
            self._release("abandoned")
        else:
            self._release("done")


_RUNNING: Final[set[asyncio.Task[None]]] = set()
"""Holds what runs on by itself: the loop alone would let it be collected."""


def _refusal(body: bytes) -> RequestRefusedError:
    facts = told(body)
    return RequestRefusedError(HTTPStatus(facts["status"]), str(facts["message"]))
