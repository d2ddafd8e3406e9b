"""Reading on a Dask cluster of this machine: two workers beside one, and one beside reading without a cluster.

Both clusters are up and warm: each has read all plans once. The records list what the plans name, which is most of the
work of a build. What travels is what travels between machines: bytes of documents there, lines of JSON back. Two
workers can only be quicker than one where two processors have nothing else to do.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from answerable.extract.cluster import read_on_cluster
from answerable.extract.workers import read_guarded
from benchmarks.harness import LeftOut, Measured, beside
from benchmarks.plans import write_plans

if TYPE_CHECKING:
    from distributed import LocalCluster

__all__ = ["measure"]

FLOOR: Final = 1.4
"""How many times as quick two workers are as one, on two processors."""


def measure(plans: int = 200, runs: int = 5) -> Iterator[Measured]:
    """Read so many generated plans on clusters of one and of two workers."""
    try:
        from distributed import LocalCluster  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise LeftOut("Dask is not installed (extra `cluster`)") from error
    options = {"threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
    with (
        tempfile.TemporaryDirectory() as name,
        LocalCluster(n_workers=1, **options) as one,
        LocalCluster(n_workers=2, **options) as two,
    ):
        write_plans(Path(name), plans)
        files = sorted(Path(name).glob("*.txt"))
        quick, slow = beside(lambda: _read(files, two), lambda: _read(files, one), runs)
        what = f"{plans} plans read by two workers"
        yield Measured(what, "by one", quick, slow, floor=FLOOR, better="at least", note=_rate(plans, quick))
        there, here = beside(lambda: _read(files, one), lambda: _count(files), runs)
        what = f"{plans} plans read by one worker"
        yield Measured(what, "without a cluster, by one process", there, here, note=_rate(plans, there))


def _read(files: Sequence[Path], cluster: LocalCluster) -> int:
    return sum(1 for _ in read_on_cluster(files, cluster.scheduler_address))


def _count(files: Sequence[Path]) -> int:
    return sum(1 for _ in read_guarded(files))


def _rate(plans: int, seconds: float) -> str:
    return f"{plans / seconds:.1f} plans a second"
