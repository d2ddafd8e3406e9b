"""`answerable serve`."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import STORE_HELP, Endpoint, Memory, Profile, Snapshot
from answerable.console import say
from answerable.inputs import in_bytes, store_or_endpoint
from answerable.outcome import Outcome

__all__ = ["serve"]


@app.command()
def serve(  # noqa: PLR0917 - a command has as many parameters as options
    store: Annotated[str | None, typer.Option(metavar="DIR", help=STORE_HELP)] = None,
    endpoint: Endpoint = None,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8000,
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="How many queries to answer at a time.")] = 2,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long a query may run.")] = 30.0,
    token: Annotated[
        str | None,
        typer.Option(envvar="ANSWERABLE_TOKEN", show_envvar=True, help="What clients must show as a bearer token."),
    ] = None,
    documents: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The documents that were read, to show evidence in its place.")
    ] = None,
    log_queries: Annotated[bool, typer.Option("--log-queries", help="Say in the log what was asked.")] = False,
    profile: Profile = "internal",
    snapshot: Snapshot = None,
    memory: Memory = None,
) -> Outcome:
    """Serve a graph: a SPARQL endpoint at /sparql; it only reads, and makes no request of its own.

    A new build into the same folder is picked up without a pause. /healthz, /readyz and /metrics tell how it
    stands; each request is a line of JSON on standard error. SIGTERM or Ctrl-C finishes what has begun and stops.
    """
    from answerable import serving
    from answerable.graph.endpoint import Limits

    limits = Limits(timeout=timeout)
    where = store_or_endpoint(store, endpoint, snapshot)
    if profile == "publishable":
        _check_can_remove(endpoint, documents)
    if isinstance(where, str):
        service = serving.elsewhere(where, limits=limits, documents=documents)
    else:
        service = serving.pooled(
            where,
            snapshot,
            workers=workers,
            limits=limits,
            memory=in_bytes(memory),
            documents=documents,
            profile=profile,
        )
    address = serving.Address(host, port, token or None, log_queries)
    serving.serve(service, address, say=lambda at: say(f"Serving at {at} (stop with Ctrl-C)"))
    return Outcome.DONE


def _check_can_remove(endpoint: str | None, documents: Path | None) -> None:
    """Make sure that nothing is shown from which names were not removed; wrong usage where something would be."""
    if endpoint:
        raise typer.BadParameter(
            "names are removed from a --store only; publish one without them", param_hint="--profile"
        )
    if documents:
        raise typer.BadParameter("--documents shows all that they say; leave it out", param_hint="--profile")
