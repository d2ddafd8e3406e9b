"""Whatever befalls a build: the last good snapshot serves, one line says what to do, and the next build works."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answerable.building import build_files
from answerable.extract import read_plan
from answerable.graph import Store, write_snapshot
from answerable.graph.layout import UNFINISHED, Layout
from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots import pointer
from answerable.graph.snapshots.listing import entries, prune
from answerable.graph.snapshots.lock import held
from answerable.outcome import Outcome
from tests.faults.faults import full_disk, read_only
from tests.graph.snapshots.papers import NAMES, write_paper

if TYPE_CHECKING:
    from typer.testing import Result

    from answerable.extract.errors import AnswerableError

Run = Callable[..., "Result"]


def graph_of(store: Path) -> bytes:
    return Store.open(store).quads()


@pytest.mark.parametrize("left", [0, 200, 2_000, 10_000, 30_000])
def test_a_disk_that_fills_up_ends_a_build_and_harms_nothing(
    left: int, store: Path, papers: list[Path], run: Run
) -> None:
    before = graph_of(store)
    with full_disk(left):
        done = run("build", *papers, "--to", store)
    assert (done.exit_code, done.stderr.count("\n")) == (Outcome.FAILED, 1), done.output
    assert "what was there before is untouched: make room on the disk, or name another place" in done.stderr
    assert graph_of(store) == before
    assert run("build", *papers, "--to", store).exit_code == Outcome.DONE
    assert graph_of(store) != before
    assert [*store.glob(f"{UNFINISHED}*")] == []


def test_a_disk_that_fills_up_at_any_write_leaves_the_old_graph_or_the_new(
    store: Path, papers: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [read_plan(paper, names=False) for paper in papers]
    write_snapshot(records, tmp_path / "new")
    old, new = graph_of(store), graph_of(tmp_path / "new")
    sync, writes, failed = os.fsync, 0, 0
    while True:
        left = writes

        def filling(descriptor: int) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            sync(descriptor)

        monkeypatch.setattr(os, "fsync", filling)
        try:
            write_snapshot(records, store)
            break
        except OSError:
            failed += 1
            assert graph_of(store) in {old, new}
        writes += 1
    assert failed > 5
    assert graph_of(store) == new


def test_a_store_that_cannot_be_written_to_is_named_and_still_answers(
    store: Path, papers: list[Path], run: Run
) -> None:
    before = graph_of(store)
    (store / "answerable.lock").unlink(missing_ok=True)
    with read_only(store):
        done = run("build", *papers, "--to", store)
        assert run("query", "plans", "--store", store).exit_code == Outcome.DONE
    assert (done.exit_code, done.stderr.count("\n")) == (Outcome.FAILED, 1), done.output
    assert f"{store}" in done.stderr
    assert "Permission denied; name another place" in done.stderr
    assert graph_of(store) == before


def test_a_document_that_vanishes_meanwhile_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    files = [write_paper(tmp_path, name, 0) for name in NAMES[:3]]
    told: list[AnswerableError] = []
    files[1].unlink()  # named by whoever listed the folder, gone when its turn comes
    built = build_files(files, to=tmp_path / "store", settings=BuildSettings(), on_error=told.append)
    assert (built.plans, [str(error) for error in told]) == (
        2,
        [f"{files[1]}: cannot be opened (No such file or directory); check the path"],
    )


def test_a_document_that_vanished_is_told_by_the_exit_code(papers: list[Path], tmp_path: Path, run: Run) -> None:
    done = run("build", papers[0], tmp_path / "gone.txt", "--to", tmp_path / "store")
    assert done.exit_code == Outcome.INCOMPLETE
    assert "gone.txt: cannot be opened" in done.stderr


def test_a_second_build_is_refused_in_one_line(store: Path, papers: list[Path], run: Run) -> None:
    before = graph_of(store)
    with held(Layout(store)):
        done = run("build", *papers, "--to", store)
    assert (done.exit_code, done.stderr) == (
        Outcome.FAILED,
        f"answerable: {store}: another build is writing there; wait until it has ended, then start this one again\n",
    )
    assert graph_of(store) == before


def test_a_clock_put_back_changes_neither_the_order_of_builds_nor_their_bytes(
    store: Path, papers: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Earlier(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            del tz
            return datetime(1999, 1, 1, tzinfo=UTC)

    records = [read_plan(paper, names=False) for paper in papers]
    write_snapshot(records, tmp_path / "usual")
    monkeypatch.setattr(pointer, "datetime", Earlier)
    write_snapshot(records, store)
    listed = entries(Layout(store))
    assert [entry.current for entry in listed] == [False, False, True]
    assert (listed[-1].time or "").startswith("1999-01-01")
    assert graph_of(store) == graph_of(tmp_path / "usual")
    prune(Layout(store), 1)
    assert graph_of(store) == graph_of(tmp_path / "usual")


def test_a_file_changed_within_the_same_second_or_dated_back_is_read_again(tmp_path: Path) -> None:
    paper = write_paper(tmp_path, NAMES[0], 0)
    first = build_files([paper], to=tmp_path / "store", settings=BuildSettings())
    dated = paper.stat()
    write_paper(tmp_path, NAMES[0], 1)
    os.utime(paper, ns=(dated.st_atime_ns, dated.st_mtime_ns - 10**12))
    second = build_files([paper], to=tmp_path / "store", settings=BuildSettings())
    assert (second.read, second.snapshot != first.snapshot) == (1, True)


_WITHOUT_MEMORY = """
import resource, sys, tempfile
import answerable
from answerable.__main__ import main
answerable.build(*{papers}, to=tempfile.mkdtemp())  # so that all libraries are loaded: some of them wait without memory
taken = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken, -1))
sys.argv = ["answerable", *{arguments}]
main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory a process has")
def test_a_build_without_memory_ends_and_harms_nothing(store: Path, papers: list[Path]) -> None:
    before = graph_of(store)
    named = [str(paper) for paper in papers]
    large = papers[0].with_name("large.txt")  # more than loading the libraries can have left free
    large.write_text(papers[0].read_text("utf-8") + 400_000 * "A line of notes below the table of a plan.\n")
    arguments = ["build", *named, str(large), "--full", "--to", str(store)]
    program = _WITHOUT_MEMORY.format(papers=named, arguments=arguments)
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (Outcome.FAILED, "")
    assert done.stderr.splitlines()[-1].startswith("answerable: not enough memory"), done.stderr
    assert graph_of(store) == before
