"""Files to records, in order: plain text in this process, everything else in workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from answerable.extract import limits, read_source
from answerable.extract.encodings import encoding_of
from answerable.extract.errors import AnswerableError
from answerable.extract.source import Given, SourceFile
from answerable.extract.workers.jobs import suited
from answerable.extract.workers.worker import Worker

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

__all__ = ["read_guarded"]

_UNPACKED: Final = (b"%PDF", b"PK", b"\xd0\xcf\x11\xe0")
"""How files begin that hold others, packed."""
_AHEAD: Final = 2
"""Documents per worker that are asked for before the first one is given: enough to keep all of them at work."""


def read_guarded(
    files: Iterable[Given],
    *,
    jobs: int | None = None,
    seconds: float = limits.SECONDS,
    memory: int = limits.MEMORY,
    **options: Any,  # noqa: ANN401 - those of `read_source`, which checks them
) -> Generator[PlanRecord | AnswerableError]:
    """Read files one by one, and give for each its record or what is wrong with it, in their order.

    Args:
        files: paths, addresses, or contents that stand in no file.
        jobs: how many workers read at a time; None for as many as suit the files. With one, plain text is read in this
            process, where it costs least; each worker loads the libraries anew, which pays where there are many plans.
        seconds: time for one document in a worker; a worker that needs longer is stopped and replaced.
        memory: bytes that a worker may take.
        options: those of `read_source`.
    """
    if jobs is None:
        jobs, files = suited(files)
    workers = [Worker(seconds, memory) for _ in range(jobs)]
    try:
        if jobs == 1:
            yield from (_read(file, workers[0], options, here=True) for file in files)
        else:
            yield from _read_ahead(files, workers, options)
    finally:
        for worker in workers:
            worker.close()


def _read_ahead(
    files: Iterable[Given], workers: Sequence[Worker], options: Mapping[str, Any]
) -> Iterator[PlanRecord | AnswerableError]:
    """Keep all workers at it, a thread waiting for each, and give what they read in the order of the files."""
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def one(file: Given) -> PlanRecord | AnswerableError:
        worker = free.get()
        try:
            return _read(file, worker, options, here=False)
        finally:
            free.put(worker)

    waiting: deque[Future[PlanRecord | AnswerableError]] = deque()
    pool = ThreadPoolExecutor(len(workers), "reading")
    try:
        for file in files:
            waiting.append(pool.submit(one, file))
            if len(waiting) >= _AHEAD * len(workers):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for worker in workers:
            worker.close()
        pool.shutdown(cancel_futures=True)


def _read(file: Given, worker: Worker, options: Mapping[str, Any], *, here: bool) -> PlanRecord | AnswerableError:
    try:
        source = file if isinstance(file, SourceFile) else SourceFile.load(file)
        return read_source(source, **options) if here and _is_plain(source) else worker.read(source, options)
    except AnswerableError as error:
        return error


def _is_plain(source: SourceFile) -> bool:
    """Whether a file is text of a size that needs no guard: nothing in it is unpacked or followed."""
    if len(source.content) > limits.PLAIN or source.content.startswith(_UNPACKED):
        return False
    return encoding_of(source.content)[0] is not None
