"""`answerable view`."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import AsAt, AsJson, Memory, Profile, Snapshot, Store
from answerable.cli.under_profile import opened
from answerable.inputs import day_meant
from answerable.outcome import Outcome

__all__ = ["view"]


@app.command()
def view(  # noqa: PLR0917 - a command has as many parameters as options
    store: Store,
    to: Annotated[Path, typer.Option("--to", "-o", metavar="FILE", help="The page to write, ending in .html.")],
    licence: Annotated[str | None, typer.Option(metavar="TEXT", help="A line on the rights in the documents.")] = None,
    as_at: AsAt = None,
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
    from answerable.summaries import view_as_json, view_as_text

    with opened(store, snapshot, memory, profile) as graph:
        drawn = library.view(graph, to, licence=licence, as_at=day_meant(as_at))
        typer.echo(view_as_json(drawn) if as_json else view_as_text(drawn))
    return Outcome.DONE
