"""`answerable view`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import AsJson, Memory, Profile, Snapshot, Store
from answerable.console import say
from answerable.inputs import in_bytes
from answerable.outcome import Outcome

__all__ = ["view"]


@app.command()
def view(  # noqa: PLR0917 - a command has as many parameters as options
    store: Store,
    to: Annotated[Path, typer.Option("--to", "-o", metavar="FILE", help="The page to write, ending in .html.")],
    licence: Annotated[str | None, typer.Option(metavar="TEXT", help="A line on the rights in the documents.")] = None,
    as_at: Annotated[
        datetime | None,
        typer.Option(
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="Judge what is overdue as at this day, as 2024-03-31; else the latest day that the plans state.",
        ),
    ] = None,
    profile: Profile = "internal",
    as_json: AsJson = False,
    snapshot: Snapshot = None,
    memory: Memory = None,
) -> Outcome:
    """Draw who owns what, by when, as one interactive page.

    The page is a single file that opens in any browser and asks nothing of the network: networks, a matrix, a timeline
    and tables over one selection, with the words behind every fact.
    """
    from answerable import library
    from answerable.graph.profiles import profiled, removed_from
    from answerable.summaries import view_as_json, view_as_text

    graph = profiled(library.open_store(store, snapshot, memory=in_bytes(memory)), profile)
    drawn = library.view(graph, to, licence=licence, as_at=as_at.date() if as_at else None)
    typer.echo(view_as_json(drawn) if as_json else view_as_text(drawn))
    if profile == "publishable":
        say(f"answerable: {removed_from(graph)}")
    return Outcome.DONE
