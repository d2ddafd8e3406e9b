"""Options that several commands share, each said once."""

from pathlib import Path
from typing import Annotated, Literal

import typer

__all__ = [
    "STORE_HELP",
    "AsAt",
    "AsJson",
    "Base",
    "Corrections",
    "Endpoint",
    "Gazetteer",
    "Jobs",
    "Memory",
    "Paths",
    "Profile",
    "Snapshot",
    "SpacyModel",
    "Store",
    "To",
]

STORE_HELP = "The folder that `answerable build` wrote, or its address."

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, globs, addresses (s3://...), or - for standard input."),
]
Base = Annotated[str, typer.Option(metavar="IRI", help="What the IRIs of things begin with; ends in a slash.")]
Gazetteer = Annotated[
    list[Path] | None, typer.Option(metavar="DIR", help="Names of your own: folders or files; may be given again.")
]
Corrections = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Misread values and what is right: docs/how-to/corrections.md.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="How many documents to read at a time; else one, from 50 documents on one for each processor up to four.",
    ),
]
SpacyModel = Annotated[
    str | None, typer.Option(metavar="NAME", help="A spaCy model, installed or in a folder, that may add names.")
]
Store = Annotated[str, typer.Option(metavar="DIR", help=STORE_HELP)]  # text, as a path would lose a slash of s3://
Endpoint = Annotated[
    str | None,
    typer.Option(metavar="URL", help="A SPARQL 1.1 server that `answerable publish` filled, instead of a store here."),
]
Snapshot = Annotated[
    str | None,
    typer.Option(metavar="ID", help="An earlier build, by the first letters of its name; else the current one."),
]
Memory = Annotated[
    int | None,
    typer.Option(
        metavar="MB",
        min=0,
        envvar="ANSWERABLE_MEMORY",
        help="A graph of more MB than this (1000 unless given) answers from a copy on disk, slower.",
    ),
]
Profile = Annotated[
    Literal["internal", "publishable"],
    typer.Option("--profile", help="internal shows all; publishable has named individuals removed everywhere."),
]
To = Annotated[str, typer.Option("--to", "-o", metavar="FILE", help="Where to write; - is standard output.")]
AsAt = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day to judge by, as 2024-03-31; else the latest that the plans state."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print what is told at the end as JSON.")]
