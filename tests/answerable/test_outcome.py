"""However a command ends, the shell learns it from the exit code and a person from one line."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from answerable.extract.errors import UnreadableDocumentError
from answerable.outcome import CommandGroup, Outcome

if TYPE_CHECKING:
    from pathlib import Path

app = typer.Typer(cls=CommandGroup, rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command()
def end(how: str) -> Outcome:
    """End in some way."""
    match how:
        case "on purpose":
            raise UnreadableDocumentError("plan.txt: page 3 is torn; ask for another copy")
        case "by a defect":
            raise ZeroDivisionError
        case "by the disk":
            raise PermissionError(13, "Permission denied", "/somewhere/graph.nq")
        case "by the user":
            raise typer.Abort
    return Outcome[how]


@app.command()
def talk(lines: int) -> None:
    """Say many lines."""
    for number in range(lines):
        typer.echo(f"line {number}")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["end", "DONE"], 0),
        (["end", "FAILED"], 1),
        (["end", "INCOMPLETE"], 2),
        (["end", "by the user"], 130),
        (["talk", "1"], 0),
        (["--help"], 0),
        (["end"], 64),
        (["ended"], 64),
        (["end", "DONE", "twice"], 64),
        (["talk", "many"], 64),
        (["talk", "1", "--loud"], 64),
    ],
)
def test_the_exit_code_says_how_a_command_ended(arguments: list[str], code: int) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == code


def test_wrong_usage_is_told_in_one_line_that_says_where_to_look() -> None:
    result = CliRunner().invoke(app, ["talk", "1", "--loud"], prog_name="answerable")
    assert result.stdout == ""
    assert result.stderr == "answerable talk: No such option: --loud. Try 'answerable talk --help'.\n"


@pytest.mark.parametrize(
    ("how", "line"),
    [
        ("on purpose", "answerable: plan.txt: page 3 is torn; ask for another copy\n"),
        (
            "by the disk",
            "answerable: /somewhere/graph.nq: Permission denied; name another place, or ask for access\n",
        ),
    ],
)
def test_an_expected_failure_is_one_line_without_a_traceback(how: str, line: str) -> None:
    result = CliRunner().invoke(app, ["end", how])
    assert (result.exit_code, result.stdout, result.stderr) == (Outcome.FAILED, "", line)


def test_a_defect_keeps_its_traceback() -> None:
    assert isinstance(CliRunner().invoke(app, ["end", "by a defect"]).exception, ZeroDivisionError)


def test_a_reader_who_has_seen_enough_ends_the_command_quietly(tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    with errors.open("w") as stream:
        command = subprocess.Popen(
            [sys.executable, "-m", "answerable", "read", "--schema"], stdout=subprocess.PIPE, stderr=stream
        )
        assert command.stdout
        command.stdout.close()
        code = command.wait()
    assert (code, errors.read_text()) == (0, "")


def test_every_outcome_says_what_it_means() -> None:
    assert all(outcome.meaning for outcome in Outcome)
