"""`answerable figure`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from answerable.cli.app import app
from answerable.cli.options import AsAt, AsJson, Memory, Profile, Snapshot, Store
from answerable.cli.under_profile import opened
from answerable.inputs import day_meant
from answerable.outcome import Outcome

__all__ = ["Name", "figure"]

Name = Literal["status", "months", "owners", "ownership", "programmes", "repeats", "organisations", "timeline"]


@app.command()
def figure(  # noqa: PLR0917 - a command has as many parameters as options
    name: Annotated[
        Name,
        typer.Argument(
            metavar="NAME",
            help="status, months, owners, ownership, programmes, repeats, organisations or timeline.",
        ),
    ],
    store: Store,
    to: Annotated[
        Path, typer.Option("--to", "-o", metavar="FILE", help="The figure to write, ending in .svg or .png.")
    ],
    as_at: AsAt = None,
    profile: Profile = "internal",
    as_json: AsJson = False,
    snapshot: Snapshot = None,
    memory: Memory = None,
) -> Outcome:
    """Draw a still figure whose title says the finding, with alternative text in the file.

    Needs matplotlib: pip install 'answerable[figures]'.
    """
    from answerable import briefing
    from answerable.summaries import handed_as_json, handed_as_text

    with opened(store, snapshot, memory, profile) as graph:
        handed = briefing.figure(graph, name, to, as_at=day_meant(as_at))
        typer.echo(handed_as_json(handed) if as_json else handed_as_text(handed))
    return Outcome.DONE
