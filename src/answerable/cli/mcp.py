"""`answerable mcp`."""

from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import STORE_HELP, Endpoint, Memory
from answerable.inputs import in_bytes, store_or_endpoint
from answerable.outcome import Outcome

__all__ = ["mcp"]


@app.command()
def mcp(
    store: Annotated[str | None, typer.Option(metavar="DIR", help=STORE_HELP)] = None,
    endpoint: Endpoint = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long a query may run.")] = 30.0,
    memory: Memory = None,
) -> Outcome:
    """Offer a graph to other programs by the Model Context Protocol, on standard input and output.

    Search, entities, evidence, named questions and SPARQL that only reads, within the limits of `answerable serve`.
    Needs the extra: pip install 'answerable[mcp]'.
    """
    from answerable import offering, serving
    from answerable.graph.endpoint import Limits

    where, limits = store_or_endpoint(store, endpoint), Limits(timeout=timeout)
    if isinstance(where, str):
        service = serving.elsewhere(where, limits=limits)
    else:
        service = serving.pooled(where, workers=1, limits=limits, memory=in_bytes(memory))
    offering.mcp_server(service).run()
    return Outcome.DONE
