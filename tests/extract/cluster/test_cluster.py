"""A cluster gives what reading here gives, whatever becomes of its machines."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
import pytest

import answerable
from answerable.building import build_files
from answerable.extract.cluster import connecting, read_on_cluster
from answerable.extract.errors import AnswerableError, ClusterError
from answerable.extract.records import Ledger, PlanRecord
from answerable.extract.source import SourceFile
from answerable.extract.workers import read_guarded
from answerable.graph.settings import BuildSettings
from tests.extract.cluster.conftest import Cluster, running
from tests.extract.workers.odd_reader import SIGN
from tests.places import EXAMPLES

PLANS = sorted(path for path in EXAMPLES.iterdir() if path.suffix == ".txt")
OWN = EXAMPLES.parent / "names"
PARTS = re.compile(r"spawn_main|workers\.child")
"""What the command of a worker of a local cluster holds, and that of its child."""


def odd(deed: str) -> SourceFile:
    return SourceFile(f"{deed}.odd", SIGN + deed.encode())


def told(result: PlanRecord | AnswerableError) -> str:
    return result.to_json() if isinstance(result, PlanRecord) else str(result)


def test_a_build_on_a_cluster_is_the_build_made_here(cluster: Cluster, tmp_path: Path) -> None:
    built = [
        answerable.build(EXAMPLES, to=tmp_path / name, gazetteer=[OWN], cluster=address, on_error=lambda _: None)
        for name, address in (("here", None), ("there", cluster.address))
    ]
    assert built[0].snapshot == built[1].snapshot
    here, there = (sorted((tmp_path / name).rglob("*.nq*")) for name in ("here", "there"))
    assert [path.read_bytes() for path in here] == [path.read_bytes() for path in there]
    assert here


def test_a_bad_document_ends_in_one_line_and_its_worker_reads_on(cluster: Cluster) -> None:
    files = [PLANS[0], odd("end"), PLANS[1], Path("gone.txt"), odd("fail"), PLANS[2]]
    results = [told(each) for each in read_on_cluster(files, cluster.address, names=False)]
    assert results[::2][:2] + results[5:] == [told(each) for each in read_guarded(PLANS[:3], names=False)]
    assert results[1].startswith("end.odd: reading it broke off")
    assert results[3].startswith("gone.txt: cannot be opened")
    assert results[4].startswith("fail.odd: its reader failed (KeyError")
    assert [process.poll() for process in cluster.workers] == [None, None]


def test_what_a_killed_worker_was_reading_is_read_by_another(folder: Path) -> None:
    with running(folder) as cluster:
        results = read_on_cluster(PLANS * 12, cluster.address, names=False)
        first = next(results)
        cluster.workers[0].kill()
        read = [told(first), *map(told, results)]
    assert read == [told(each) for each in read_guarded(PLANS, names=False)] * 12


def test_a_lost_cluster_is_one_line_and_the_next_build_goes_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "PATIENCE", 10)
    plans = [*_copies(tmp_path, 40)]
    settings = BuildSettings.load()
    with running(folder) as cluster:
        ended = _Ending([cluster.scheduler, *cluster.workers])
        with pytest.raises(ClusterError, match="the connection was lost") as lost:
            build_files(plans, to=tmp_path / "store", settings=settings, cluster=cluster.address, on_ledger=ended)
    assert "\n" not in str(lost.value)
    again = build_files(plans, to=tmp_path / "store", settings=settings)
    assert 8 <= again.reused < len(plans)


class _Ending:
    """Ends processes when it is told of the first document."""

    def __init__(self, processes: Sequence[subprocess.Popen[bytes]]) -> None:
        self.processes = processes

    def __call__(self, _name: str, _ledger: Ledger) -> None:
        for process in self.processes:
            process.kill()


def _copies(folder: Path, count: int) -> Iterator[Path]:
    """Give plans that differ in a word, so that each is read for itself."""
    for number in range(count):
        path = folder / f"{number:03}.txt"
        path.write_text(PLANS[0].read_text("utf-8") + f"\nCopy {number}.\n", "utf-8")
        yield path


def test_whoever_stops_asking_a_local_cluster_leaves_no_process_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(folder / "site"))
    others = _parts()
    results = read_on_cluster([*PLANS, *PLANS, *PLANS[:2], odd("sleep")], "local:1", names=False)
    for _ in range(8):  # a batch, so that the worker is at the last document, which takes for ever
        next(results)
    time.sleep(0.5)
    started = _parts() - others
    assert {part for each in started for part in PARTS.findall(" ".join(each.cmdline()))} == {
        "spawn_main",
        "workers.child",
    }
    results.close()
    assert not any(each.is_running() for each in started)


def _parts() -> set[psutil.Process]:
    """The workers of local clusters under this process, and their children."""
    running = psutil.Process().children(recursive=True)
    return {each for each in running if PARTS.search(" ".join(each.cmdline()))}


def test_wrong_addresses_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "PATIENCE", 0.5)
    for address, what in (
        ("local:none", "say how many processes"),
        ("tcp://127.0.0.1:9", "no Dask scheduler answers"),
        ("nowhere", "no Dask scheduler answers"),
    ):
        with pytest.raises(ClusterError, match=what):
            list(read_on_cluster(PLANS[:1], address))
