"""Two builds of the same documents are the same build, wherever and however they run."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import answerable

if TYPE_CHECKING:
    from pathlib import Path


def test_equal_documents_give_equal_snapshots_under_any_conditions(examples: Path, tmp_path: Path) -> None:
    one = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"}
    other = {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    paths = sorted(examples.iterdir())
    running = [
        start(one, paths, tmp_path / "one"),
        start(other, [os.path.relpath(path, tmp_path / "other") for path in reversed(paths)], tmp_path / "other"),
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert contents(tmp_path / "one" / "store") == contents(tmp_path / "other" / "store")


def start(surroundings: dict[str, str], paths: list[Path] | list[str], folder: Path) -> subprocess.Popen[bytes]:
    """Start a build in a process with its own surroundings and a working folder of its own."""
    folder.mkdir()
    command = [sys.executable, "-m", "answerable", "build", *map(str, paths), "--to", "store"]
    return subprocess.Popen(command, cwd=folder, env={**os.environ, **surroundings}, stdout=subprocess.DEVNULL)


def contents(store: Path) -> dict[str, bytes]:
    opened = answerable.open_store(store)
    return {"name": opened.name.encode()} | {file.name: file.read_bytes() for file in opened.directory.iterdir()}
