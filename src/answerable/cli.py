"""The command line: options in, one call of the library, an outcome out.

Importing this module imports Typer and nothing else of weight: `--help` must come at once.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Annotated, Literal

import typer

from answerable.console import STANDARD, opened, watched
from answerable.inputs import files_meant, given, text_meant, values_meant
from answerable.ontology.iris import DEFAULT_BASE
from answerable.outcome import CommandGroup, Outcome

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
Base = Annotated[str, typer.Option(metavar="IRI", help="What the IRIs of things begin with; ends in a slash.")]
Store = Annotated[Path | None, typer.Option(metavar="DIR", help="The folder that `answerable build` wrote.")]
To = Annotated[str, typer.Option("--to", "-o", metavar="FILE", help="Where to write; - is standard output.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print what is told at the end as JSON.")]
Form = Literal["table", "csv", "tsv", "json"]


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
    to: To = STANDARD,
    names: Annotated[bool, typer.Option(help="Look for named programmes, systems and bodies.")] = True,
    base: Base = DEFAULT_BASE,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a record and stop.")] = False,
) -> Outcome:
    """Read plans into records, as JSON Lines.

    One plan to a line; each value stands with the words that it came from.
    """
    from answerable import library
    from answerable.extract.records import PlanRecord, write_records
    from answerable.tally import Tally

    if schema:
        typer.echo(json.dumps(PlanRecord.model_json_schema(by_alias=True), indent=2))
        return Outcome.DONE
    tally, files = Tally(), files_meant(paths)
    shown = files if to == STANDARD and sys.stdout.isatty() else watched(files, "Reading")
    with opened(to) as stream:
        write_records(tally.over(library.read_files(shown, names=names, base=base, on_error=tally.unreadable)), stream)
    return tally.outcome


@app.command()
def build(
    to: Annotated[Path, typer.Option(metavar="DIR", help="Where to write; an earlier build there is replaced.")],
    paths: Paths = None,
    base: Base = DEFAULT_BASE,
    as_json: AsJson = False,
) -> Outcome:
    """Build one graph from plans, and sum up what it holds.

    The graph is written as sorted N-Quads: the same plans give the same bytes.
    """
    from answerable import library
    from answerable.summaries import build_as_json, build_as_text
    from answerable.tally import Tally

    started, tally = time.perf_counter(), Tally()
    files = watched(files_meant(paths), "Building")
    records = library.read_files(files, base=base, on_error=tally.unreadable)
    summary = library.build_records(tally.over(records), to=to, base=base)
    seconds = time.perf_counter() - started
    typer.echo(build_as_json(summary, seconds) if as_json else build_as_text(summary, seconds, to))
    return tally.outcome


@app.command()
def query(  # noqa: PLR0917 - a command has as many parameters as options
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="A name (--list), FILE.rq, SPARQL text, or - to read that.")
    ] = None,
    store: Store = None,
    param: Annotated[list[str] | None, typer.Option(metavar="NAME=VALUE", help="What the question is told.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print the answer.")] = "table",
    to: To = STANDARD,
    list_all: Annotated[bool, typer.Option("--list", help="List the questions known by name and stop.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --list: print the list as JSON.")] = False,
    show: Annotated[str | None, typer.Option(metavar="NAME", help="Print the SPARQL of a question and stop.")] = None,
) -> Outcome:
    """Ask a graph; it is only read, and nothing is fetched.

    Known prefixes need no PREFIX lines, and the default graph is all of what the plans say together.
    """
    from answerable import library
    from answerable.graph.questions import all_questions
    from answerable.summaries import questions_as_json, questions_as_text

    if list_all:
        typer.echo((questions_as_json if as_json else questions_as_text)(all_questions()))
    elif show:
        typer.echo(library.find_question(show).sparql, nl=False)
    else:
        from answerable.graph.answers import FORMATS

        asked = text_meant(given(question, "QUESTION", "ask something, or --list the questions known by name"))
        opened_store = library.open_store(given(store, "--store", "name the folder that `answerable build` wrote"))
        answer = library.query(opened_store, asked, **values_meant(param))
        with opened(to) as stream:
            stream.write(FORMATS[form](answer))
    return Outcome.DONE


@app.command()
def view(
    store: Annotated[Path, typer.Option(metavar="DIR", help="The folder that `answerable build` wrote.")],
    to: Annotated[Path, typer.Option("--to", "-o", metavar="FILE", help="The page to write, ending in .html.")],
    licence: Annotated[str | None, typer.Option(metavar="TEXT", help="A line on the rights in the documents.")] = None,
    as_json: AsJson = False,
) -> Outcome:
    """Draw who owns what, as one interactive page.

    The page is a single file that opens in any browser and asks nothing of the network.
    """
    from answerable import library
    from answerable.summaries import view_as_json, view_as_text

    drawn = library.view(library.open_store(store), to, licence=licence)
    typer.echo(view_as_json(drawn) if as_json else view_as_text(drawn))
    return Outcome.DONE
