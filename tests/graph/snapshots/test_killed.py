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
from answerable.graph.snapshots import building
from answerable.graph.snapshots.collection import Collection
from answerable.graph.snapshots.kept import KeptDocuments
from answerable.graph.snapshots.last import Last
from answerable.graph.snapshots.writing import SnapshotFiles

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
    random, store = Random(5), tmp_path / "store"  # noqa: S311 - moments, not secrets
    for _ in range(20):
        killed_after(random.uniform(0, 3 * one_build), choices, store)
        try:
            assert graph(store) in whole
        except NotAStoreError as error:
            assert "is not there" in str(error) or "holds no snapshot" in str(error)  # noqa: PT017 - nothing was built yet
    write_snapshot(records, store)
    assert graph(store) == graph(tmp_path / "whole-0")
    assert list(store.glob(f"{UNFINISHED}*")) == []


def test_a_build_killed_whenever_something_is_to_reach_the_disk_leaves_the_old_or_the_new(
    records: Records, tmp_path: Path
) -> None:
    store, exits = tmp_path / "store", []
    write_snapshot(records[:1], store)
    old = graph(store)
    write_snapshot(records, tmp_path / "new")
    new = graph(tmp_path / "new")
    while 0 not in exits:
        process = multiprocessing.get_context("fork").Process(target=build_up_to, args=(len(exits), records, store))
        process.start()
        process.join()
        exits.append(process.exitcode)
        assert graph(store) in {old, new}
    assert graph(store) == new
    assert (len(exits) > 5, set(exits[:-1])) == (True, {-signal.SIGKILL})


def build_up_to(writes: int, records: Records, folder: Path) -> None:
    """Build, and die where the next write after so many is about to reach the disk; this process is its own copy."""
    left, sync = [None] * writes, os.fsync

    def dying(descriptor: int) -> None:
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left.pop()
        sync(descriptor)

    os.fsync = dying
    write_snapshot(records, folder)


STAGES = {
    "a document is kept": (KeptDocuments, "keep"),
    "the corpus is settled": (Collection, "settle"),
    "the lines of a document are made": (Collection, "_map"),
    "what documents share is put together": (Collection, "share"),
    "the graph is written": (SnapshotFiles, "write_graph"),
    "the records are written": (SnapshotFiles, "write_records"),
    "the snapshot takes its place": (SnapshotFiles, "settle"),
    "it becomes current": (building, "make_current"),
    "what is left behind is dropped": (KeptDocuments, "forget_all_but"),
    "the build is noted": (Last, "write"),
}


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("stage", STAGES)
def test_a_build_killed_in_any_stage_leaves_the_old_or_the_new_and_the_next_goes_on(
    records: Records, tmp_path: Path, stage: str, moment: str
) -> None:
    store = tmp_path / "store"
    write_snapshot(records[:1], store)
    old = graph(store)
    process = multiprocessing.get_context("fork").Process(target=die, args=(*STAGES[stage], moment, records, store))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    write_snapshot(records, tmp_path / "new")
    assert graph(store) in {old, graph(tmp_path / "new")}
    write_snapshot(records, store)
    assert Store.open(store).name == Store.open(tmp_path / "new").name
    assert list(store.glob(f"{UNFINISHED}*")) == []


def die(owner: object, name: str, moment: str, records: Records, folder: Path) -> None:
    """Build, and die before or after something is done for the first time; this process is its own copy."""
    work = getattr(owner, name)

    def dying(*arguments: object, **options: object) -> None:
        if moment == "after":
            work(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, dying)
    write_snapshot(records, folder)


def graph(store: Path) -> bytes:
    return (Store.open(store).directory / GRAPH_FILE).read_bytes()
