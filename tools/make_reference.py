"""Write from the code: docs/reference (commands, formats, questions, record, gold, ontology), and the JSON-LD context.

`--check` writes nothing and fails where a file is not what the code says.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from formats_page import formats_page
from ontology_page import ontology_page
from questions_page import questions_page
from record_page import gold_page, record_page

from answerable.cli import app
from answerable.ontology.context import CONTEXT_FILE, make_context
from answerable.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["commands_page", "main"]

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
WIDTH = 100


def commands_page() -> str:
    """Give the page of commands: what `--help` says of each, and the exit codes."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("answerable", ["--help"], resilient_parsing=True, terminal_width=WIDTH)
    sections = [
        "# Commands",
        "Written from the program by `make reference`: what `--help` says.",
        block(group, context),
    ]
    sections += commands_of(group, context, "answerable")
    return "\n\n".join([*sections, "## Exit codes", "\n".join(exit_codes())]) + "\n"


def commands_of(group: Any, context: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - as of `block`
    """Give a heading and a block for each command of a group, and for those of the groups within it."""
    for name, command in group.commands.items():
        inner = command.make_context(name, [], parent=context, resilient_parsing=True, terminal_width=WIDTH)
        yield from (f"## {path} {name}", block(command, inner))
        if hasattr(command, "commands"):
            yield from commands_of(command, inner, f"{path} {name}")


def block(command: Any, context: Any) -> str:  # noqa: ANN401 - the types of Typer's own Click are private
    """Give a command's help as a block of plain text."""
    return f"```text\n{command.get_help(context).rstrip()}\n```"


def exit_codes() -> Iterator[str]:
    """Give the table of exit codes."""
    yield from ("| code | means |", "|-|-|")
    yield from (f"| {outcome.value} | {outcome.meaning} |" for outcome in Outcome)


def main(*, check: bool) -> None:
    """Write the files, or compare them with those that are there."""
    made = {
        REFERENCE / "commands.md": commands_page(),
        REFERENCE / "formats.md": formats_page(),
        REFERENCE / "questions.md": questions_page(),
        REFERENCE / "record.md": record_page(),
        REFERENCE / "gold.md": gold_page(),
        REFERENCE / "ontology.md": ontology_page(),
        CONTEXT_FILE: make_context(),
    }
    stale = []
    for path, text in made.items():
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text("utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.exit(f"{', '.join(stale)}: not as the code says; run `make reference` and commit")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
