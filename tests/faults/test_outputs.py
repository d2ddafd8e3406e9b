"""Every command that writes a file: where it cannot, one line says why, and the file that was there stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from answerable.outcome import Outcome
from tests.faults.faults import full_disk, read_only

if TYPE_CHECKING:
    from typer.testing import Result

Run = Callable[..., "Result"]

WRITING: Final = {
    "read": ("read", "--no-names", "{paper}", "--to", "{to}.jsonl"),
    "query": ("query", "owners", "--format", "csv", "--store", "{store}", "--to", "{to}.csv"),
    "export": ("export", "register", "--store", "{store}", "--to", "{to}.csv"),
    "workbook": ("export", "register", "--store", "{store}", "--to", "{to}.xlsx"),
    "view": ("view", "--store", "{store}", "--to", "{to}.html"),
    "brief": ("brief", "plan", "Ash Vale CRC", "--store", "{store}", "--to", "{to}.html"),
    "figure": ("figure", "status", "--store", "{store}", "--to", "{to}.svg"),
}
"""Every command that makes a file, and what makes it do so."""
BEFORE: Final = b"what was there before"


def command(name: str, to: Path, store: Path, papers: list[Path]) -> list[str]:
    return [part.format(to=to, store=store, paper=papers[0]) for part in WRITING[name]]


def written(arguments: list[str]) -> Path:
    return Path(arguments[-1])


@pytest.mark.parametrize("name", WRITING)
def test_each_writes_its_file_and_nothing_beside_it(
    name: str, whole: Path, papers: list[Path], tmp_path: Path, run: Run
) -> None:
    arguments = command(name, tmp_path / "out", whole, papers)
    done = run(*arguments)
    assert (done.exit_code, [*tmp_path.iterdir()]) == (Outcome.DONE, [written(arguments)]), done.output


@pytest.mark.parametrize("name", WRITING)
def test_a_disk_that_fills_up_leaves_the_old_file(
    name: str, whole: Path, papers: list[Path], tmp_path: Path, run: Run
) -> None:
    arguments = command(name, tmp_path / "out", whole, papers)
    written(arguments).write_bytes(BEFORE)
    run(*arguments)  # what it loads and keeps for the next time is there now
    written(arguments).write_bytes(BEFORE)
    with full_disk(100):
        done = run(*arguments)
    line = one_line(done)
    assert line.startswith(f"answerable: {written(arguments)}: File too large; ") or "no room for a workbook" in line
    assert " make " in line
    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == [(written(arguments), BEFORE)]


@pytest.mark.parametrize("name", WRITING)
def test_a_folder_that_cannot_be_written_to_is_named(
    name: str, whole: Path, papers: list[Path], tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    arguments = command(name, folder / "out", whole, papers)
    with read_only(folder):
        done = run(*arguments)
    assert (
        one_line(done) == f"answerable: {written(arguments)}: Permission denied; name another place, or ask for access"
    )
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize("name", WRITING)
def test_a_path_through_a_file_is_said(name: str, whole: Path, papers: list[Path], tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_bytes(BEFORE)
    done = run(*command(name, tmp_path / "file" / "out", whole, papers))
    assert str(tmp_path / "file") in one_line(done)


@pytest.mark.parametrize("name", ["query", "view"])
def test_a_device_is_written_to_and_stays_a_device(
    name: str, whole: Path, papers: list[Path], tmp_path: Path, run: Run
) -> None:
    arguments = command(name, tmp_path / "out", whole, papers)
    assert run(*arguments[:-1], "/dev/null").exit_code == Outcome.DONE
    assert Path("/dev/null").is_char_device()
    assert one_line(run(*arguments[:-1], "/dev/full")).startswith("answerable: /dev/full: No space left on device; ")


def test_a_file_that_few_may_read_stays_so(whole: Path, papers: list[Path], tmp_path: Path, run: Run) -> None:
    arguments = command("export", tmp_path / "out", whole, papers)
    written(arguments).touch(0o600)
    assert run(*arguments).exit_code == Outcome.DONE
    assert written(arguments).stat().st_mode & 0o777 == 0o600


def one_line(done: Result) -> str:
    assert (done.exit_code, done.stdout) == (Outcome.FAILED, ""), done.output
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()
