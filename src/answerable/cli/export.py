"""`answerable export`."""

from typing import Annotated, Literal

import typer

from answerable.cli.app import app
from answerable.cli.options import STORE_HELP, AsAt, Memory, Profile, Snapshot, To
from answerable.console import STANDARD, opened_for_bytes, say
from answerable.inputs import day_meant, given, in_bytes
from answerable.outcome import Outcome

__all__ = ["Format", "export"]

Format = Literal[
    "nquads",
    "trig",
    "turtle",
    "jsonld",
    "register",
    "register-xlsx",
    "owners",
    "owners-xlsx",
    "gexf",
    "graphml",
    "cytoscape",
    "neo4j",
    "followthemoney",
    "annotations",
]


@app.command()
def export(  # noqa: PLR0917 - a command has as many parameters as options
    form: Annotated[Format | None, typer.Argument(metavar="FORMAT", help="A format of --list.")] = None,
    store: Annotated[str | None, typer.Option(metavar="DIR", help=STORE_HELP)] = None,
    to: To = STANDARD,
    profile: Profile = "internal",
    network: Annotated[
        Literal["ownership", "together", "programmes"],
        typer.Option(help="Which network gexf, graphml and cytoscape hold."),
    ] = "ownership",
    as_at: AsAt = None,
    graph: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="RDF only: one named graph alone, by its address or its end, such as reference."
        ),
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="List the formats with what they hold and stop.")] = False,
    snapshot: Snapshot = None,
    memory: Memory = None,
) -> Outcome:
    """Write a build as a file that other programs read.

    register and owners are workbooks where FILE ends in .xlsx, else comma-separated. Turtle has no named graphs, and
    gives all as one; JSON-LD gives each plan as a tree.
    """
    from answerable import exporting, library

    if list_all:
        typer.echo(exporting.formats_as_text())
        return Outcome.DONE
    wanted = exporting.Export(
        exporting.format_meant(given(form, "FORMAT", "choose one of: answerable export --list"), to),
        profile,
        graph,
        network,
        day_meant(as_at),
    )
    folder = given(store, "--store", "name the folder that `answerable build` wrote")
    opened_store = library.open_store(folder, snapshot, memory=in_bytes(memory))
    pieces, removed = exporting.export_pieces(opened_store, wanted)
    with opened_for_bytes(to) as stream:
        stream.writelines(pieces)
    if profile == "publishable":
        say(f"answerable: {removed}")
    return Outcome.DONE
