"""Whoever reads our output may stop when they have seen enough, and a pipe may end in a full disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from answerable.outcome import Outcome

PRINTING: Final = {
    "read": ("read", "--no-names", "{papers}"),
    "query": (
        "query",
        "SELECT ?s ?p ?o ?a ?b WHERE {{ ?s ?p ?o . ?a ?b ?s }}",
        "--format",
        "csv",
        "--store",
        "{store}",
    ),
    "export": ("export", "nquads", "--store", "{store}"),
}
"""Commands that print more than a pipe holds."""


def command(name: str, store: Path, papers: list[Path]) -> list[str]:
    parts = [part.format(store=store, papers=papers[0].parent) for part in PRINTING[name]]
    return [sys.executable, "-m", "answerable", *parts]


@pytest.mark.parametrize("name", PRINTING)
def test_a_reader_who_has_seen_the_first_line_ends_a_command_quietly(
    name: str, whole: Path, papers: list[Path], tmp_path: Path
) -> None:
    errors = tmp_path / "errors"
    with (
        errors.open("w") as stream,
        subprocess.Popen(command(name, whole, papers), stdout=subprocess.PIPE, stderr=stream) as program,
    ):
        assert program.stdout
        assert program.stdout.readline()
        program.stdout.close()
        code = program.wait()
    assert (code, errors.read_text()) == (Outcome.DONE, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("name", ["read", "export"])
def test_output_that_ends_in_a_full_disk_is_a_failure_in_one_line(name: str, whole: Path, papers: list[Path]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(name, whole, papers), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == Outcome.FAILED
    assert done.stderr.startswith("answerable: No space left on device; ")
    assert done.stderr.count("\n") == 1
