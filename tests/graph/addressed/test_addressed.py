"""A store at an address gives what one in a folder gives; builds there meet no half-written snapshot."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeAlias

import pytest

import answerable
from answerable.extract.errors import NotAPlanError
from answerable.graph.addressed.bringing import brought, brought_list
from answerable.graph.addressed.writing import written
from answerable.graph.errors import BusyStoreError, NotAStoreError, SnapshotError
from answerable.graph.layout import Layout
from answerable.graph.snapshots.listing import entries
from tests.places import EXAMPLES

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed (extra `cluster`)")
PLANS = sorted(str(path) for path in EXAMPLES.glob("*.txt"))[:3]
FileSystem: TypeAlias = Any  # fsspec has no types
ADDRESS = "memory://bucket/store"


@pytest.fixture
def system() -> Iterator[Any]:
    """A store of objects, in memory."""
    system = fsspec.filesystem("memory")
    yield system
    if system.exists("/bucket"):
        system.rm("/bucket", recursive=True)


def test_a_store_at_an_address_holds_the_build_made_here(system: FileSystem, tmp_path: Path) -> None:
    here, there = (answerable.build(*PLANS, to=to) for to in (tmp_path / "store", ADDRESS))
    assert there.snapshot == here.snapshot
    graph = system.cat_file(f"/bucket/store/snapshots/{there.snapshot}/graph.nq")
    assert graph == (tmp_path / "store" / "snapshots" / here.snapshot / "graph.nq").read_bytes()
    assert answerable.open_store(ADDRESS).quads() == graph


def test_the_next_build_there_reads_only_what_is_new(system: FileSystem) -> None:
    first = answerable.build(*PLANS[:2], to=ADDRESS)
    assert (first.read, first.reused) == (2, 0)
    more = answerable.build(*PLANS, to=ADDRESS)
    assert (more.read, more.reused, more.before) == (1, 2, first.snapshot)
    fewer = answerable.build(PLANS[0], to=ADDRESS)
    assert (fewer.read, fewer.reused, fewer.before) == (0, 1, more.snapshot)
    assert len(system.glob("/bucket/store/documents/*/record.zst")) == 1
    assert answerable.open_store(ADDRESS).name == fewer.snapshot
    assert answerable.open_store(ADDRESS, first.snapshot[:6]).name == first.snapshot
    listed = entries(Layout(brought_list(ADDRESS)))
    assert [(each.name, each.plans, each.current) for each in listed] == [
        (first.snapshot, 2, False),
        (more.snapshot, 3, False),
        (fewer.snapshot, 1, True),
    ]


@pytest.mark.usefixtures("system")
def test_of_two_builds_at_once_the_later_to_end_gives_up() -> None:
    answerable.build(PLANS[0], to=ADDRESS)

    def both() -> None:
        with written(ADDRESS) as folder:
            answerable.build(*PLANS[:2], to=folder)
            answerable.build(*PLANS, to=ADDRESS)

    with pytest.raises(BusyStoreError, match="another build has made") as told:
        both()
    assert "\n" not in str(told.value)
    assert answerable.open_store(ADDRESS).manifest["counts"]["plans"] == len(PLANS)


def test_what_was_read_before_a_build_failed_is_kept_there(system: FileSystem) -> None:
    def fail(after: Path) -> None:
        assert Layout(after).current.exists()
        raise NotAPlanError("no plan")

    def failing() -> None:
        with written(ADDRESS) as folder:
            answerable.build(PLANS[0], to=folder)
            fail(folder)

    with pytest.raises(NotAPlanError):
        failing()
    assert not system.exists("/bucket/store/current")
    assert answerable.build(PLANS[0], to=ADDRESS).reused == 1


def test_the_pointer_is_written_last(system: FileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    kept = type(system).pipe_file

    def noted(self: FileSystem, path: str, value: bytes, **options: FileSystem) -> None:
        if path.endswith("/current"):
            name = value.decode().strip()
            seen.extend(self.find(f"/bucket/store/snapshots/{name}"))
        kept(self, path, value, **options)

    monkeypatch.setattr(type(system), "pipe_file", noted)
    answerable.build(PLANS[0], to=ADDRESS)
    assert sorted(path.rpartition("/")[2] for path in seen) == ["graph.nq", "manifest.json", "records.jsonl"]


def test_other_peoples_files_are_left_alone(system: FileSystem) -> None:
    system.pipe("/bucket/store/letter.txt", b"theirs")
    with pytest.raises(SnapshotError, match="holds files that are no snapshot"):
        answerable.build(PLANS[0], to=ADDRESS)
    assert system.find("/bucket") == ["/bucket/store/letter.txt"]


def test_an_address_of_a_folder_here_is_that_folder(tmp_path: Path) -> None:
    address = (tmp_path / "store").as_uri()
    built = answerable.build(PLANS[0], to=address)
    assert answerable.build(PLANS[0], to=address).reused == 1
    assert answerable.open_store(address).name == built.snapshot
    assert answerable.open_store(tmp_path / "store").name == built.snapshot
    assert json.loads(Layout(tmp_path / "store").last.read_bytes())["snapshot"] == built.snapshot


def test_any_web_server_gives_a_store_to_read(tmp_path: Path) -> None:
    pytest.importorskip("aiohttp", reason="fsspec reads HTTP through aiohttp")
    built = answerable.build(PLANS[0], to=tmp_path / "store")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}"
        assert answerable.open_store(f"{root}/store").name == built.snapshot
        with pytest.raises(NotAStoreError, match="holds no snapshot yet"):
            brought(f"{root}/other")
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.usefixtures("system")
def test_an_address_without_a_store_is_told_in_one_line() -> None:
    answerable.build(PLANS[0], to=ADDRESS)
    for address, snapshot, what in (
        ("memory://elsewhere", None, "holds no snapshot yet"),
        (ADDRESS, "zz", "has no snapshot 'zz'"),
        ("http://127.0.0.1:9/store", None, "cannot be used"),
    ):
        with pytest.raises(NotAStoreError, match=what) as told:
            brought(address, snapshot)
        assert str(told.value).startswith(address)
        assert "\n" not in str(told.value)
