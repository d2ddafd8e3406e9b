"""The cluster that an address means: one that runs already, or workers of this machine while they are needed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from answerable.extract.cluster.task import stop_reading
from answerable.extract.errors import ClusterError

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["PATIENCE", "connected"]

_LOCAL: Final = "local:"
_HERE: Final[dict[str, Any]] = {
    "threads_per_worker": 1,
    "host": "127.0.0.1",
    "dashboard_address": "127.0.0.1:0",  # None would take a fixed port, and warn where another build has it
    "scheduler_kwargs": {"dashboard": False},
    "preload": "answerable.extract.cluster.undisturbed",
    "silence_logs": logging.ERROR,  # what goes wrong is said by us, in one line, once
}
PATIENCE: Final = 30
"""Seconds for the first word of a scheduler."""
_TO_STOP: Final = 2.0
"""Seconds that workers of this machine have to stop reading."""


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """Reach the scheduler at an address such as `tcp://10.0.0.5:8786`, or start `local:N` processes, and end with them.

    Raises ClusterError where Dask is not installed, nobody answers, or `local:` is followed by no number.
    """
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise ClusterError("--cluster needs Dask: pip install 'answerable[cluster]'") from error
    if address.startswith(_LOCAL):
        with LocalCluster(_count(address), **_HERE) as cluster, Client(cluster) as client:
            try:
                yield client
            finally:
                _stop(client)
        return
    try:
        client = Client(address, timeout=PATIENCE, name="answerable")
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(f"{address}: no Dask scheduler answers there; start one with: dask scheduler") from error
    with client:
        yield client


def _stop(client: Client) -> None:
    """End what the workers read, which nobody waits for; closing waits for it, and leaves its process behind.

    A worker that does not answer is left to the closing.
    """
    stopping = Thread(target=client.run, args=(stop_reading,), kwargs={"on_error": "ignore"}, daemon=True)
    stopping.start()
    stopping.join(_TO_STOP)


def _count(address: str) -> int:
    number = address.removeprefix(_LOCAL)
    if not number.isdecimal() or int(number) < 1:
        raise ClusterError(f"{address}: say how many processes, as local:2, or give a scheduler's address")
    return int(number)
