"""A worker as the server sees it: a process that is ready, is asked, and can be ended at any time."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from answerable.graph.endpoint.asked import Asked
from answerable.graph.endpoint.workers.wire import HEAD, Kind, frame, told
from answerable.graph.errors import NotAStoreError

__all__ = ["GoneError", "Worker"]

_COMMAND: Final = (sys.executable, "-P", "-m", "answerable.graph.endpoint.workers.process")
_BUFFER: Final = 256_000


class GoneError(Exception):
    """A worker ended while it was needed."""


class Worker:
    """One process with its snapshot open."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._head: tuple[Kind, int] | None = None
        self.name = ""
        """The name of its snapshot."""
        self.base = ""
        self.graphs: frozenset[str] = frozenset()

    @classmethod
    async def start(cls, task: Mapping[str, Any]) -> Worker:
        """Start a process and wait until its snapshot is open; raises NotAStoreError where it cannot be."""
        # A session of its own keeps a Ctrl-C meant for the server from ending the workers under it.
        process = await asyncio.create_subprocess_exec(
            *_COMMAND, stdin=PIPE, stdout=PIPE, limit=_BUFFER, start_new_session=True
        )
        worker = cls(process)
        try:
            worker._input.write(frame(Kind.TASK, task))
            worker._take(told((await worker.read())[1]))
        except GoneError as error:
            worker.end()
            raise NotAStoreError("a worker ended before its snapshot was open; is there enough memory?") from error
        except BaseException:
            worker.end()
            raise
        return worker

    def _take(self, ready: Mapping[str, Any]) -> None:
        if "trouble" in ready:
            raise NotAStoreError(str(ready["trouble"]))
        self.name, self.base, self.graphs = str(ready["name"]), str(ready["base"]), frozenset(ready["graphs"])

    def ask(self, asked: Asked) -> None:
        """Put a query to it; what it answers is read frame by frame, to the last."""
        facts = {
            "sparql": asked.sparql,
            "accept": asked.accept,
            "default": asked.default_graphs,
            "named": asked.named_graphs,
        }
        self._input.write(frame(Kind.QUERY, facts))

    async def read(self) -> tuple[Kind, bytes]:
        """Read one frame of its answer; raises GoneError where it has ended.

        A read that is cancelled loses nothing: the next goes on where it was.
        """
        output = self._process.stdout
        assert output, "started with a pipe"
        try:
            if self._head is None:
                kind, length = HEAD.unpack(await output.readexactly(HEAD.size))
                self._head = Kind(kind), length
            kind, length = self._head
            body = await output.readexactly(length) if length else b""
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise GoneError from error
        self._head = None
        return kind, body

    @property
    def process_id(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether its process runs."""
        output = self._process.stdout
        return self._process.returncode is None and not (output and output.at_eof())

    def end(self) -> None:
        """End it at once, whatever it does."""
        with suppress(ProcessLookupError):
            self._process.kill()
        # asyncio closes the pipes by itself only once all that a process has written is read.
        self._process._transport.close()  # type: ignore[attr-defined] # noqa: SLF001 - there is no public way

    async def gone(self) -> None:
        """Wait until its process has ended."""
        await self._process.wait()

    @property
    def _input(self) -> asyncio.StreamWriter:
        assert self._process.stdin, "started with a pipe"
        return self._process.stdin
