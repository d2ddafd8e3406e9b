"""`answerable build`."""

import time
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import AsJson, Base, Corrections, Gazetteer, Jobs, Paths, SpacyModel
from answerable.console import watched
from answerable.inputs import files_meant
from answerable.ontology.iris import DEFAULT_BASE
from answerable.outcome import Outcome

__all__ = ["build"]


@app.command()
def build(  # noqa: PLR0917 - a command has as many parameters as options
    to: Annotated[
        str, typer.Option(metavar="DIR", help="The folder of the store, or its address; earlier builds there are kept.")
    ],
    paths: Paths = None,
    base: Base = DEFAULT_BASE,
    gazetteer: Gazetteer = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Which posts are one, by review: docs/how-to/decisions.md.")
    ] = None,
    corrections: Corrections = None,
    licence: Annotated[
        str | None,
        typer.Option(
            metavar="LICENCE", help="Of what the plans say: ogl-3, an address or words; else none is claimed."
        ),
    ] = None,
    jobs: Jobs = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Read on a Dask cluster: its scheduler's address, or local:N for processes here."
        ),
    ] = None,
    spacy_model: SpacyModel = None,
    full: Annotated[bool, typer.Option("--full", help="Read every document, changed or not.")] = False,
    as_json: AsJson = False,
) -> Outcome:
    """Build one graph from plans, and sum up what it holds.

    Only new and changed documents are read. The graph is written as a snapshot beside earlier ones, as sorted N-Quads,
    and becomes the current one when all of it is there; the same plans give the same snapshot.
    """
    from answerable.building import build_files
    from answerable.graph.settings import BuildSettings
    from answerable.summaries import build_as_json, build_as_text
    from answerable.tally import Tally

    started, tally, files = time.perf_counter(), Tally(), files_meant(paths)
    settings = BuildSettings.load(
        base,
        decisions=decisions,
        corrections=corrections,
        gazetteers=gazetteer or (),
        spacy_model=spacy_model,
        licence=licence,
    )
    built = build_files(
        watched(files, "Building"),
        to=to,
        settings=settings,
        full=full,
        jobs=jobs,
        cluster=cluster,
        on_error=tally.unreadable,
        on_ledger=tally.tell,
    )
    tally.left_out(sorted({file.name for file in files}.intersection(built.withdrawn)), built.before, to)
    seconds = time.perf_counter() - started
    typer.echo(build_as_json(built, seconds) if as_json else build_as_text(built, seconds, to))
    return tally.outcome
