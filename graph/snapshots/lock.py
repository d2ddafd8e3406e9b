"""One build at a time: a lock that the system holds for a living process, so that a dead one never blocks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from answerable.graph.errors import BusyStoreError
from answerable.graph.layout import Layout

__all__ = ["held"]


@contextmanager
def held(layout: Layout) -> Iterator[None]:
    """Hold the store's lock; raises BusyStoreError at once where another process has it."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only what writes needs it

    lock = FileLock(layout.lock, blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyStoreError(
            f"{layout.directory}: another build is writing there; wait until it has ended, then start this one again"
        ) from error
    try:
        yield
    finally:
        lock.release()
