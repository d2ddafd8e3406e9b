"""A Dask cluster as people run one: a scheduler and two workers, each a process of its own, on this machine alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="Dask is not installed (extra `cluster`)")
READER = Path(__file__).parents[1] / "workers" / "odd_reader.py"
ENOUGH = 60.0
"""Seconds within which the processes of a cluster have found one another on a busy machine."""


@dataclass
class Cluster:
    """The processes, and the address at which the scheduler listens."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def running(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Start a cluster whose workers have a reader of another package, too, and end it."""
    told = folder / "scheduler.json"
    told.unlink(missing_ok=True)  # another cluster may have said there where it listens
    scheduler = _started(folder, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", told)
    started = [scheduler]
    try:
        address = json.loads(_waited_for(lambda: told.exists() and told.read_text("utf-8")))["address"]
        for _ in range(workers):
            options = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--host", "127.0.0.1")
            started.append(_started(folder, "worker", address, *options))
        yield Cluster(address, scheduler, started[1:])
    finally:
        for process in started:
            process.kill()
            process.wait()


def _started(folder: Path, part: str, *options: object) -> subprocess.Popen[bytes]:
    own = {"PYTHONPATH": str(folder / "site"), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    host = ("--host", "127.0.0.1") if part == "scheduler" else ()
    return subprocess.Popen(
        [sys.executable, "-m", "dask", part, *map(str, options), *host],
        env=os.environ | own,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _waited_for(look: Callable[[], str | bool]) -> str:
    until = time.monotonic() + ENOUGH
    while time.monotonic() < until:
        if found := look():
            return str(found)
        time.sleep(0.05)
    raise TimeoutError("the scheduler did not start")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a cluster, with a package in `site` that registers a reader of its own."""
    folder = tmp_path_factory.mktemp("cluster")
    described = folder / "site" / "odd_reader-1.0.dist-info"
    described.mkdir(parents=True)
    (folder / "site" / "odd_reader.py").write_bytes(READER.read_bytes())
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: odd-reader\nVersion: 1.0\n", encoding="utf-8")
    (described / "entry_points.txt").write_text("[answerable.readers]\nodd = odd_reader:OddReader\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cluster(folder: Path) -> Iterator[Cluster]:
    with running(folder) as started:
        yield started
