"""A build may be killed at any moment: the store is whole, and the next build goes its way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from itertools import cycle
from multiprocessing.connection import Connection
from random import Random
from typing import TYPE_CHECKING

import pytest

from answerable.graph import Store, write_snapshot
from answerable.graph.errors import NotAStoreError
from answerable.graph.layout import GRAPH_FILE, UNFINISHED

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.extract.records import PlanRecord

    Records = tuple[PlanRecord, ...]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL, and no fork to start quickly")


def build_on_and_on(choices: list[Records], folder: Path, started: Connection) -> None:
    started.send(True)
    for records in cycle(choices):
        write_snapshot(records, folder)


def killed_after(seconds: float, choices: list[Records], folder: Path) -> None:
    context = multiprocessing.get_context("fork")
    receives, sends = context.Pipe(duplex=False)
    process = context.Process(target=build_on_and_on, args=(choices, folder, sends))
    process.start()
    assert receives.recv()
    time.sleep(seconds)
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert process.exitcode == -signal.SIGKILL


def test_twenty_builds_killed_at_random_moments_leave_the_store_whole(records: Records, tmp_path: Path) -> None:
    choices = [records, records[:1], records[1:]]
    whole = set()
    for place, some in enumerate(choices):
        write_snapshot(some, tmp_path / f"whole-{place}")
        whole.add(graph(tmp_path / f"whole-{place}"))
    started = time.perf_counter()
    write_snapshot(records, tmp_path / "timed")
    one_build = time.perf_counter() - started
    random, store, caught = Random(5), tmp_path / "store", 0  # noqa: S311 - moments, not secrets
    for _ in range(20):
        killed_after(random.uniform(0, 3 * one_build), choices, store)
        caught += any(store.glob(f"{UNFINISHED}*"))
        try:
            assert graph(store) in whole
        except NotAStoreError as error:
            assert "is not there" in str(error) or "holds no snapshot" in str(error)  # noqa: PT017 - nothing was built yet
    write_snapshot(records, store)
    assert graph(store) == graph(tmp_path / "whole-0")
    assert list(store.glob(f"{UNFINISHED}*")) == []
    assert caught, "no build was killed while it wrote, so that nothing was tried"


def graph(store: Path) -> bytes:
    return (Store.open(store).directory / GRAPH_FILE).read_bytes()
