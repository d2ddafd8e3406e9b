"""The workers of one snapshot: as many as may work at a time, and one to spare for when one has to be ended."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Mapping
from typing import Any, Final

from answerable.extract.errors import AnswerableError
from answerable.graph.endpoint.workers.worker import Worker

__all__ = ["Crew", "RetiredError"]

_LOG: Final = logging.getLogger(__name__)
_SPARE: Final = 1
_LONGEST_PAUSE: Final = 30.0


class RetiredError(Exception):
    """A crew serves no more; another has taken its place."""


class Crew:
    """Workers that hold the same snapshot. One that is ended is replaced, for as long as the crew serves."""

    def __init__(self, task: Mapping[str, Any], size: int) -> None:
        self._task = task
        self._size = size
        self._idle: deque[Worker] = deque()
        self._out: set[Worker] = set()
        self._waiting: deque[asyncio.Future[Worker]] = deque()
        self._starting: set[asyncio.Task[None]] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._serves = True
        self.trouble: str | None = None
        self.name = ""
        self.base = ""
        self.graphs: frozenset[str] = frozenset()

    async def start(self) -> None:
        """Start all workers and wait for those that may work at a time; raises NotAStoreError where none can."""
        first = await Worker.start(self._task)
        self.name, self.base, self.graphs = first.name, first.base, first.graphs
        self._put(first)
        started = await asyncio.gather(*(Worker.start(self._task) for _ in range(self._size - 1)))
        for worker in started:
            self._put(worker)
        self._start_another()

    @property
    def serves(self) -> bool:
        """Whether it may still be asked."""
        return self._serves

    @property
    def snapshot(self) -> str:
        """Which snapshot of the store it holds; its name says under which profile, too."""
        return str(self._task["snapshot"])

    @property
    def count(self) -> int:
        """How many workers there are."""
        return len(self._idle) + len(self._out)

    @property
    def has_idle(self) -> bool:
        """Whether a worker is free to be taken at once."""
        return any(worker.is_alive for worker in self._idle)

    @property
    def busy(self) -> int:
        """How many workers are at work."""
        return len(self._out)

    async def take(self) -> Worker:
        """Take a worker that is free, or wait for one; raises RetiredError where there will be none."""
        while self._idle:
            worker = self._idle.popleft()
            if worker.is_alive:
                self._out.add(worker)
                return worker
            self._start_another()
        if not self._serves:
            raise RetiredError
        waiter: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and not waiter.exception():
                self.give_back(waiter.result())
            raise

    def give_back(self, worker: Worker) -> None:
        """Give back a worker that has finished."""
        self._out.discard(worker)
        self._put(worker)

    def drop(self, worker: Worker) -> None:
        """End a worker, and start another in its place."""
        self._out.discard(worker)
        self._end(worker)
        if self._serves:
            self._start_another()

    def retire(self) -> None:
        """End the workers that are free; those that work end when they have finished."""
        self._serves = False
        for start in self._starting:
            start.cancel()
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_exception(RetiredError())
        self._waiting.clear()
        while self._idle:
            self._end(self._idle.popleft())

    async def end(self) -> None:
        """End all workers at once, and wait until they are gone."""
        self.retire()
        for worker in self._out:
            self._end(worker)
        await asyncio.gather(*self._ending, *self._starting, return_exceptions=True)

    def _end(self, worker: Worker) -> None:
        worker.end()
        ending = asyncio.get_running_loop().create_task(worker.gone())
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)

    def _put(self, worker: Worker) -> None:
        if not self._serves:
            self._end(worker)
            return
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                self._out.add(worker)
                waiter.set_result(worker)
                return
        # The one that worked last is asked first: what it needs is still at hand, and the spare stays untouched.
        self._idle.appendleft(worker)

    def _start_another(self) -> None:
        if self.count + len(self._starting) < self._size + _SPARE:
            start = asyncio.get_running_loop().create_task(self._add_one())
            self._starting.add(start)
            start.add_done_callback(self._starting.discard)

    async def _add_one(self) -> None:
        pause = 1.0
        while self._serves:
            try:
                worker = await Worker.start(self._task)
            except (AnswerableError, OSError) as error:
                self.trouble = f"a worker cannot be started: {error}"
                _LOG.error("%s", self.trouble)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                self.trouble = None
                self._put(worker)
                return
