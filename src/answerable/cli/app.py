"""The program's command line: what it is called and what every sub-command shares."""

from typing import Annotated

import typer

from answerable.outcome import CommandGroup

__all__ = ["app"]

# Rich help, completion and pretty tracebacks each import more than all the rest of --help does.
app = typer.Typer(
    cls=CommandGroup,
    help="Who is answerable for what, by when, and where does it say so?",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


@app.callback(invoke_without_command=True)
def answerable(version: Annotated[bool, typer.Option("--version", help="Say the version and stop.")] = False) -> None:
    """Read action plans into one graph, ask it, show it."""
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"answerable {version_of('answerable')}")
        raise typer.Exit
