"""`answerable diff`."""

from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import AsJson
from answerable.outcome import Outcome

__all__ = ["diff"]


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The older build: a snapshot of --store, else a store.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer build, named in the same way.")],
    store: Annotated[str | None, typer.Option(metavar="DIR", help="The store whose snapshots are compared.")] = None,
    as_json: AsJson = False,
) -> Outcome:
    """Say what changed between two builds, in the words of the domain.

    Plans added, updated or withdrawn; dates that slipped and by how much; owners, answers and progress that changed;
    recommendations that came back. An update is compared with the plan that it updates.
    """
    from answerable.comparing import compare_builds, differences_as_json, differences_as_text

    found = compare_builds(old, new, store)
    typer.echo((differences_as_json if as_json else differences_as_text)(found))
    return Outcome.DONE
