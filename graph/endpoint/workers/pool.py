"""A pool of workers behind an endpoint: who may ask when, and which snapshot answers."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from answerable.extract.errors import AnswerableError
from answerable.graph.endpoint.asked import Asked, Reply, RequestRefusedError
from answerable.graph.endpoint.limits import Limits
from answerable.graph.endpoint.validity import is_lasting
from answerable.graph.endpoint.workers.asking import AskedGraph
from answerable.graph.endpoint.workers.crew import Crew, RetiredError
from answerable.graph.endpoint.workers.kept import KeptAnswers
from answerable.graph.endpoint.workers.run import Run
from answerable.graph.endpoint.workers.spool import Room
from answerable.graph.endpoint.workers.worker import Worker
from answerable.graph.layout import Layout
from answerable.graph.snapshots.listing import chosen
from answerable.graph.snapshots.pointer import current_name
from answerable.graph.store import IN_MEMORY

if TYPE_CHECKING:
    from answerable.graph.askable import Askable
    from answerable.graph.profiles import Profile

__all__ = ["Pool"]

_LOG: Final = logging.getLogger(__name__)
_LOOK: Final = 0.5
"""Seconds between two looks at which snapshot is current."""
_LINGER: Final = 5.0
"""Seconds for which the crew of an older snapshot still answers requests that began with it."""
_HAPPENINGS: Final = ("done", "kept", "timed_out", "died", "abandoned", "turned_away")
_TRY_AGAIN: Final = 30.0
"""Seconds until a snapshot that could not be opened is tried again."""


class Pool:
    """Answers from the current snapshot of a store, or from one that is named and then stays."""

    def __init__(
        self,
        directory: Path,
        snapshot: str | None = None,
        *,
        workers: int = 2,
        limits: Limits | None = None,
        memory: int = IN_MEMORY,
        profile: Profile = "internal",
    ) -> None:
        """Prepare to answer with so many workers at a time; nothing is opened before `start`."""
        self._layout = Layout(directory)
        self._pinned = snapshot
        self._size = workers
        self._limits = limits or Limits()
        self._in_memory = memory
        self._profile = profile
        self._free = asyncio.Semaphore(workers)
        self._room = Room(self._limits.spool)
        self._kept = KeptAnswers(self._limits.kept)
        self._tasks: set[asyncio.Task[None]] = set()
        self._crew: Crew | None = None
        self._failed: tuple[str, float] = ("", 0.0)
        self._trouble: str | None = None
        self.waiting = 0
        self.happened: Counter[str] = Counter()
        """How often each thing happened: `done`, `timed out`, `died`, `abandoned`, `turned away`, `kept`, `swapped`."""

    async def start(self) -> None:
        """Open the snapshot in all workers; raises NotAStoreError where that cannot be."""
        name = chosen(self._layout, self._pinned)
        self._crew = await self._crew_of(name)
        self._loop = asyncio.get_running_loop()
        if self._pinned is None:
            self._run(self._watch())

    async def stop(self) -> None:
        """End all workers."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._crew:
            await self._crew.end()

    def graph(self) -> Askable:
        """Give the snapshot that answers now, for threads."""
        crew = self._serving

        async def whole(asked: Asked) -> tuple[str, bytes]:
            return await self._whole(asked, crew if crew.serves else self._serving)

        return AskedGraph(crew.name, crew.base, crew.graphs, whole, self._loop)

    async def answer(self, asked: Asked) -> Reply:
        """Answer for a client; raises RequestRefusedError where it gets none."""
        return await self._answer(asked, self._serving)

    def state(self) -> Mapping[str, str | int | None]:
        """Tell how it stands: the snapshot, the workers, what is wrong if anything."""
        crew = self._crew
        return {
            "snapshot": crew.name if crew else None,
            "workers": crew.count if crew else 0,
            "waiting": self.waiting,
            "trouble": self._trouble or (crew.trouble if crew else "no snapshot is open"),
        }

    def figures(self) -> Mapping[str, float]:
        """Give the workers, the queue, and how often each thing happened."""
        crew = self._crew
        return {
            "workers": crew.count if crew else 0,
            "workers_busy": crew.busy if crew else 0,
            "queries_waiting": self.waiting,
            **{f"queries_{name}_total": self.happened[name.replace("_", " ")] for name in _HAPPENINGS},
            "snapshots_swapped_total": self.happened["swapped"],
        }

    @property
    def _serving(self) -> Crew:
        if self._crew is None:
            raise RequestRefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "no snapshot is open", {"Retry-After": "5"})
        return self._crew

    async def _answer(self, asked: Asked, crew: Crew) -> Reply:
        if kept := self._kept.find(crew.name, asked):
            self.happened["kept"] += 1
            return kept
        worker, crew = await self._worker(crew)

        def release(how: str) -> None:
            self.happened[how] += 1
            (crew.give_back if how == "done" else crew.drop)(worker)
            self._free.release()

        reply = await Run(worker, self._limits, self._room, release).begin(asked)
        if reply.rest is None and is_lasting(asked.sparql) and crew is self._crew:
            self._kept.keep(crew.name, asked, reply)
        return reply

    async def _whole(self, asked: Asked, crew: Crew) -> tuple[str, bytes]:
        reply = await self._answer(asked, crew)
        if reply.rest is None:
            return reply.media_type, reply.first
        try:
            return reply.media_type, reply.first + b"".join([piece async for piece in reply.rest.read()])
        finally:
            reply.rest.close()

    async def _worker(self, crew: Crew) -> tuple[Worker, Crew]:
        """Wait in turn for a worker of the crew, or of the one that has taken its place by then.

        Raises RequestRefusedError where too many wait, or it takes too long.
        """
        if not self._free.locked() and crew.has_idle:
            await self._free.acquire()
            return await self._held(crew)
        if self._free.locked() and self.waiting >= self._limits.queue:
            raise self._turned_away()
        self.waiting += 1
        try:
            async with asyncio.timeout(self._limits.patience):
                await self._free.acquire()
                return await self._held(crew)
        except TimeoutError as error:
            raise self._turned_away() from error
        finally:
            self.waiting -= 1

    async def _held(self, crew: Crew) -> tuple[Worker, Crew]:
        try:
            return await self._taken(crew)
        except BaseException:
            self._free.release()
            raise

    async def _taken(self, crew: Crew) -> tuple[Worker, Crew]:
        while True:
            try:
                return await crew.take(), crew
            except RetiredError:
                crew = self._serving

    def _turned_away(self) -> RequestRefusedError:
        self.happened["turned away"] += 1
        message = "too many queries at a time; try again in a moment"
        return RequestRefusedError(HTTPStatus.SERVICE_UNAVAILABLE, message, {"Retry-After": "2"})

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            name = current_name(self._layout)
            if (
                name
                and name != self._serving.snapshot
                and (name != self._failed[0] or self._loop.time() > self._failed[1])
            ):
                await self._move_to(name)

    async def _move_to(self, name: str) -> None:
        old = self._serving
        try:
            self._crew = await self._crew_of(name)
        except (AnswerableError, OSError) as error:
            self._failed = (name, self._loop.time() + _TRY_AGAIN)
            self._trouble = f"snapshot {name} cannot be opened: {error}; {old.snapshot} goes on answering"
            _LOG.error("%s", self._trouble)
            return
        self._trouble = None
        self._kept.clear()
        self.happened["swapped"] += 1
        _LOG.info("snapshot %s answers in place of %s", name, old.snapshot)
        self._run(_retire(old))

    async def _crew_of(self, name: str) -> Crew:
        crew = Crew(self._task(name), self._size)
        try:
            await crew.start()
        except BaseException:
            await crew.end()
            raise
        return crew

    def _task(self, name: str) -> dict[str, Any]:
        limits = self._limits
        return {
            "store": str(self._layout.directory),
            "snapshot": name,
            "in_memory": self._in_memory,
            "profile": self._profile,
            "timeout": limits.timeout,
            "result": limits.result,
            "depth": limits.depth,
            "memory": limits.memory,
        }

    def _run(self, work: Any) -> None:  # noqa: ANN401 - a coroutine
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _retire(crew: Crew) -> None:
    with suppress(asyncio.CancelledError):
        await asyncio.sleep(_LINGER)
    crew.retire()
