"""`answerable evaluate`."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.console import opened, read_from, say
from answerable.outcome import Outcome

__all__ = ["evaluate"]


@app.command()
def evaluate(
    records: Annotated[
        str, typer.Argument(metavar="RECORDS", help="What `answerable read` wrote, or - for standard input.")
    ],
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Gold written by hand: NAME.json for each document.")],
    to: Annotated[
        str | None, typer.Option("--to", "-o", metavar="FILE", help="A page of the differences to write, HTML.")
    ] = None,
    partial: Annotated[bool, typer.Option("--partial", help="Leave out gold that no record is of.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print figures and differences as one JSON object.")] = False,
) -> Outcome:
    """Compare records with hand-made gold, by field and by format.

    Gold is of the document whose name its own begins. Shares go from 0 to 1; the page shows each difference beside the
    document's words.
    """
    from answerable import evaluating

    with read_from(records) as stream:
        accuracy = evaluating.evaluate(evaluating.records_in(stream, records), gold, partial=partial)
    for name in accuracy.strangers:
        say(f"answerable: {name}: no gold in {gold} is of it; left out")
    typer.echo(evaluating.accuracy_as_json(accuracy) if as_json else evaluating.accuracy_as_text(accuracy))
    if to is not None:
        with opened(to) as stream:
            stream.write(evaluating.accuracy_as_html(accuracy))
    return Outcome.DONE
