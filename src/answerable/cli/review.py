"""`answerable review`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import Store
from answerable.outcome import Outcome

__all__ = ["review"]


@app.command()
def review(  # noqa: PLR0917 - a command has as many parameters as options
    store: Store,
    decisions: Annotated[Path, typer.Option(metavar="FILE", help="The decisions file; made when first needed.")] = Path(
        "decisions.tsv"
    ),
    decide: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar="A B JUDGEMENT", help="Decide one pair: same, different, unsure or undo."),
    ] = None,
    explain: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Say why two names are one post, or are not.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="USER", envvar="ANSWERABLE_USER", help="Who decides; else who is logged in.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of the decision; else today.")] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why it was decided so.")] = "",
    least: Annotated[float, typer.Option(metavar="SCORE", help="Leave out candidates below this score.")] = 0.5,
    as_json: Annotated[
        bool, typer.Option("--json", help="List the candidates for a machine, and ask nothing.")
    ] = False,
) -> Outcome:
    """Decide which posts are one; a build applies it (build --decisions).

    Shows each pair of posts that may be one with its quotes, and takes same, different or unsure. Every answer is a
    line at the end of a text file that is kept under version control; to undo one is a line too.
    """
    from answerable import library
    from answerable.reviewing import Review, candidate_as_data
    from answerable.sitting import Sitting, today, whoever

    at = Review(library.open_store(store), decisions)
    sitting = Sitting(at, by=by or whoever(), date=date or today())
    if explain:
        typer.echo("\n".join(at.explain(*explain).lines()))
    elif decide:
        typer.echo(sitting.decide(*decide, note=note))
    elif as_json:
        typer.echo(json.dumps([candidate_as_data(each) for each in at.candidates(least)], indent=1, ensure_ascii=False))
    else:
        sitting.ask(at.undecided(least))
    return Outcome.DONE
