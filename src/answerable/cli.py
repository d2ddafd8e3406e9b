"""The command line: options in, one call of the library, an outcome out.

Importing this module imports Typer and nothing else of weight: `--help` must come at once.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.console import STANDARD, opened, watched
from answerable.ontology.iris import DEFAULT_BASE
from answerable.outcome import CommandGroup, Outcome

if TYPE_CHECKING:
    from answerable.extract.source import SourceFile

__all__ = ["app"]

# Rich help, completion and pretty tracebacks each import more than all the rest of --help does.
app = typer.Typer(
    cls=CommandGroup,
    help="Who is answerable for what, by when, and where does it say so?",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")
]
Base = Annotated[str, typer.Option(help="Address that the IRIs of things begin with; ends in a slash.")]
Store = Annotated[Path, typer.Option(metavar="DIR", help="Folder that `answerable build` wrote.")]


@app.callback(invoke_without_command=True)
def answerable(version: Annotated[bool, typer.Option("--version", help="Say the version and stop.")] = False) -> None:
    """Read action plans into one graph, ask it, show it."""
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"answerable {version_of('answerable')}")
        raise typer.Exit


@app.command()
def read(
    paths: Paths = None,
    to: Annotated[
        str, typer.Option("--to", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = STANDARD,
    names: Annotated[bool, typer.Option(help="Look for named programmes, systems and bodies.")] = True,
    base: Base = DEFAULT_BASE,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a record and stop.")] = False,
) -> Outcome:
    """Read plans into records, as JSON Lines.

    One plan to a line; each value stands with the words it came from.
    """
    from answerable.extract.records import PlanRecord, write_records
    from answerable.library import read_files
    from answerable.tally import Tally

    if schema:
        typer.echo(json.dumps(PlanRecord.model_json_schema(by_alias=True), indent=2))
        return Outcome.DONE
    tally = Tally()
    files = _files(paths)
    shown = files if to == STANDARD and sys.stdout.isatty() else watched(files, "Reading")
    with opened(to) as stream:
        write_records(tally.over(read_files(shown, names=names, base=base, on_error=tally.unreadable)), stream)
    return tally.outcome


@app.command()
def build(
    to: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder to write the graph to; an earlier build is replaced.")
    ],
    paths: Paths = None,
    base: Base = DEFAULT_BASE,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> Outcome:
    """Build the graph of plans in a folder, and sum up what it holds."""
    from answerable.library import build_records, read_files
    from answerable.summaries import as_json_line, as_text
    from answerable.tally import Tally

    started = time.perf_counter()
    tally = Tally()
    records = read_files(watched(_files(paths), "Building"), base=base, on_error=tally.unreadable)
    summary = build_records(tally.over(records), to=to, base=base)
    seconds = time.perf_counter() - started
    typer.echo(as_json_line(summary, seconds) if as_json else as_text(summary, seconds, to))
    return tally.outcome


def _files(paths: Sequence[str] | None) -> list[Path | SourceFile]:
    """Give the files that are meant, and what stands on standard input where `-` is given."""
    from answerable.extract import discover
    from answerable.extract.source import SourceFile

    if not paths:
        raise typer.BadParameter("name at least one file, folder or glob, or - for standard input", param_hint="PATH")
    piped = [SourceFile("stdin", sys.stdin.buffer.read())] if STANDARD in paths else []
    return [*discover(path for path in paths if path != STANDARD), *piped]
