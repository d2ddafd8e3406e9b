"""What a worker of this machine does first: it leaves Ctrl-C to the build, which then ends it."""

from __future__ import annotations

import signal

__all__ = ["dask_setup"]


def dask_setup(_worker: object) -> None:
    """Take no notice of Ctrl-C, which a terminal sends to every process; Dask calls this by its name."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
