"""`answerable read`."""

import json
import sys
from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import Base, Corrections, Gazetteer, Jobs, Paths, SpacyModel, To
from answerable.console import STANDARD, opened, watched
from answerable.inputs import files_meant
from answerable.ontology.iris import DEFAULT_BASE
from answerable.outcome import Outcome

__all__ = ["read"]


@app.command()
def read(  # noqa: PLR0917 - a command has as many parameters as options
    paths: Paths = None,
    to: To = STANDARD,
    names: Annotated[bool, typer.Option(help="Look for named programmes, systems and bodies.")] = True,
    base: Base = DEFAULT_BASE,
    gazetteer: Gazetteer = None,
    corrections: Corrections = None,
    jobs: Jobs = None,
    spacy_model: SpacyModel = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a record and stop.")] = False,
) -> Outcome:
    """Read plans into records, as JSON Lines.

    One plan to a line; each value stands with the words that it came from.
    """
    from answerable import library
    from answerable.extract.records import PlanRecord, write_records
    from answerable.tally import Tally

    if schema:
        typer.echo(json.dumps(PlanRecord.model_json_schema(by_alias=True), indent=2))
        return Outcome.DONE
    tally, files = Tally(), files_meant(paths)
    shown = files if to == STANDARD and sys.stdout.isatty() else watched(files, "Reading")
    records = library.read_files(
        shown,
        names=names,
        base=base,
        gazetteer=gazetteer or (),
        corrections=corrections,
        jobs=jobs,
        spacy_model=spacy_model,
        on_error=tally.unreadable,
    )
    with opened(to) as stream:
        write_records(tally.over(records), stream)
    return tally.outcome
