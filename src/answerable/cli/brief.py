"""`answerable brief`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from answerable.cli.app import app
from answerable.cli.options import AsAt, AsJson, Memory, Profile, Snapshot, Store
from answerable.cli.under_profile import opened
from answerable.inputs import day_meant
from answerable.outcome import Outcome

__all__ = ["Kind", "brief"]

Kind = Literal["plan", "owner", "programme", "organisation"]


@app.command()
def brief(  # noqa: PLR0917 - a command has as many parameters as options
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="plan, owner, programme or organisation.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of what, as you would type it: 'cas3', 'TTG lead'.")],
    store: Store,
    to: Annotated[
        Path, typer.Option("--to", "-o", metavar="FILE", help="The briefing to write, ending in .html, .docx or .pdf.")
    ],
    as_at: AsAt = None,
    profile: Profile = "internal",
    as_json: AsJson = False,
    snapshot: Snapshot = None,
    memory: Memory = None,
) -> Outcome:
    """Write a briefing that stands on its own, with the quote behind every statement.

    A name that may mean several things is not guessed at: they are listed.
    """
    from answerable import briefing
    from answerable.summaries import handed_as_json, handed_as_text

    with opened(store, snapshot, memory, profile) as graph:
        handed = briefing.brief(graph, kind, name, to, as_at=day_meant(as_at))
        typer.echo(handed_as_json(handed) if as_json else handed_as_text(handed))
    return Outcome.DONE
