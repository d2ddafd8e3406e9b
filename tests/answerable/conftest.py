from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

import answerable
from answerable.cli import app
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result


@pytest.fixture(scope="session")
def examples() -> Path:
    return EXAMPLES


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the example plans."""
    folder = tmp_path_factory.mktemp("builds") / "examples"
    answerable.build(EXAMPLES, to=folder)
    return folder


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a command line in this process."""

    def runner(*arguments: object, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, prog_name="answerable")

    return runner
