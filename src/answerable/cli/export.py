"""`answerable export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from answerable.cli.app import app
from answerable.cli.options import STORE_HELP, To
from answerable.console import STANDARD, opened
from answerable.outcome import Outcome

__all__ = ["Format", "export"]

Format = Literal["nquads", "trig", "turtle", "jsonld"]


@app.command()
def export(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help="nquads, trig, turtle or jsonld.")],
    store: Annotated[Path, typer.Option(metavar="DIR", help=STORE_HELP)],
    to: To = STANDARD,
    graph: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="One named graph alone: its address, or its end, such as reference."),
    ] = None,
) -> Outcome:
    """Write a build in an RDF format.

    Turtle has no named graphs, and gives all as one; JSON-LD gives each plan as a tree, with its context inside.
    """
    from answerable import exporting

    text = exporting.export(store, form, graph=graph)
    with opened(to) as stream:
        stream.write(text)
    return Outcome.DONE
