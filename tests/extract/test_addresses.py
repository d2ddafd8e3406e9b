"""Documents at addresses are found and read as those of a folder are."""

from __future__ import annotations

import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from answerable.extract import limits
from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.source import SourceFile, discover

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed (extra `cluster`)")
FILES = {"b.txt": b"b", "a.txt": b"a", "deeper/c.md": b"c", ".hidden": b"h", "deeper/.git/config": b"g"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as packed:
        for name, content in FILES.items():
            packed.writestr(name, content)
    return tmp_path


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """The folder, served by HTTP on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def read(*addresses: str) -> dict[str, bytes]:
    loaded = [SourceFile.load(file) for file in discover(addresses)]
    return {each.name: each.content for each in loaded}


def test_an_address_means_a_file_a_folder_or_a_pattern(folder: Path) -> None:
    root = (folder / "plans").as_uri()
    assert read(f"{root}/b.txt") == {"b.txt": b"b"}
    assert [*read(root)] == ["a.txt", "b.txt", "c.md"]
    assert [*read(f"{root}/*.txt")] == ["a.txt", "b.txt"]
    assert [*read(f"{root}/b.txt", root)] == ["b.txt", "a.txt", "c.md"]


def test_a_memory_system_is_one_like_any_other() -> None:
    system = fsspec.filesystem("memory")
    system.pipe({f"/here/{name}": content for name, content in FILES.items()})
    assert [str(file) for file in discover(["memory://here"])] == [
        f"memory:///here/{name}" for name in ("a.txt", "b.txt", "deeper/c.md")
    ]
    assert read("memory://here/*.txt") == {"a.txt": b"a", "b.txt": b"b"}


def test_an_archive_is_a_folder_wherever_it_lies(folder: Path, served: str) -> None:
    for archive in (str(folder / "plans.zip"), f"simplecache::{served}/plans.zip"):
        assert read(f"zip://::{archive}") == {"a.txt": b"a", "b.txt": b"b", "c.md": b"c"}
        assert read(f"zip://*.txt::{archive}") == {"a.txt": b"a", "b.txt": b"b"}
        (file,) = discover([f"zip://deeper/*.md::{archive}"])
        assert str(file) == f"zip://deeper/c.md::{archive}"
        assert read(str(file)) == {"c.md": b"c"}


def test_http_gives_a_file_and_with_a_slash_a_folder(served: str) -> None:
    pytest.importorskip("aiohttp", reason="fsspec reads HTTP through aiohttp")
    assert read(f"{served}/plans/b.txt?version=2") == {"b.txt": b"b"}
    assert read(f"{served}/plans/") == {"a.txt": b"a", "b.txt": b"b", "c.md": b"c"}


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("memory://gone.txt", "nothing is there"),
        ("nosuch://a.txt", "Protocol not known"),
        ("zip://a.txt::/gone.zip", "nothing is there"),
        ("http://127.0.0.1:9/a.txt", "cannot be opened"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(address: str, what: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=what) as told:
        read(address)
    assert "\n" not in str(told.value)
    assert str(told.value).startswith(f"{address}: ")


def test_without_fsspec_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(UnreadableDocumentError, match=r"pip install 'answerable\[cluster\]'"):
        read("s3://bucket/plans")


def test_a_file_larger_than_any_plan_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE", 3)
    fsspec.filesystem("memory").pipe("/large.txt", b"more")
    with pytest.raises(UnreadableDocumentError, match="no more are read"):
        read("memory://large.txt")
