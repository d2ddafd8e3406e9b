"""`answerable build`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import AsJson, Base, Gazetteer, Paths
from answerable.console import watched
from answerable.inputs import files_meant
from answerable.ontology.iris import DEFAULT_BASE
from answerable.outcome import Outcome

__all__ = ["build"]


@app.command()
def build(
    to: Annotated[Path, typer.Option(metavar="DIR", help="Where to write; an earlier build there is replaced.")],
    paths: Paths = None,
    base: Base = DEFAULT_BASE,
    gazetteer: Gazetteer = None,
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
    records = library.read_files(files, base=base, gazetteer=gazetteer or (), on_error=tally.unreadable)
    summary = library.build_records(tally.over(records), to=to, base=base, gazetteer=gazetteer or ())
    seconds = time.perf_counter() - started
    typer.echo(build_as_json(summary, seconds) if as_json else build_as_text(summary, seconds, to))
    return tally.outcome
