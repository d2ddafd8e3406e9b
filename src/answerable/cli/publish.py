"""`answerable publish`."""

from typing import Annotated, Literal

import typer

from answerable.cli.app import app
from answerable.cli.options import AsJson, Snapshot, Store
from answerable.outcome import Outcome

__all__ = ["How", "publish"]

How = Literal["graph-store", "update"]


@app.command()
def publish(  # noqa: PLR0917 - a command has as many parameters as options
    store: Store,
    endpoint: Annotated[str, typer.Option(metavar="URL", help="Where the server answers SPARQL queries.")],
    method: Annotated[
        How | None, typer.Option(help="By the Graph Store Protocol or by SPARQL Update; found out unless said.")
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the server takes graphs; found out unless said.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would travel, and send nothing.")] = False,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=1, help="How long the server may take for each request.")
    ] = None,
    as_json: AsJson = False,
    snapshot: Snapshot = None,
) -> Outcome:
    """Put a build on any SPARQL 1.1 server; only what changed travels, and every graph is counted there.

    A run that was broken off goes on where it stopped. Who we are to the server comes from the environment:
    ANSWERABLE_ENDPOINT_TOKEN, or ANSWERABLE_ENDPOINT_USER and ANSWERABLE_ENDPOINT_PASSWORD.
    """
    from answerable import publishing

    done = publishing.publish(
        store, endpoint, snapshot=snapshot, method=method, to=to, timeout=timeout, dry_run=dry_run
    )
    tell = publishing.published_as_json if as_json else publishing.published_as_text
    typer.echo(tell(done, dry_run=dry_run))
    return Outcome.DONE
