from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from answerable.cli import app
from answerable.extract import read_plan
from answerable.graph import write_snapshot
from tests.graph.snapshots.papers import NAMES, write_paper

if TYPE_CHECKING:
    from typer.testing import Result

Run = Callable[..., "Result"]


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Some small plans as files."""
    folder = tmp_path_factory.mktemp("papers")
    return [write_paper(folder, name, 0) for name in NAMES[:3]]


@pytest.fixture(scope="session")
def whole(papers: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two builds, the later one current."""
    folder = tmp_path_factory.mktemp("whole") / "store"
    records = [read_plan(paper, names=False) for paper in papers]
    write_snapshot(records[:1], folder)
    write_snapshot(records[:2], folder)
    return folder


@pytest.fixture
def store(whole: Path, tmp_path: Path) -> Path:
    """A copy of that store, which a test may harm."""
    return copytree(whole, tmp_path / "store")


@pytest.fixture
def run() -> Run:
    """Run a command line in this process."""

    def runner(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="answerable")

    return runner
