"""`answerable check`."""

from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import STORE_HELP, Endpoint
from answerable.console import watched
from answerable.inputs import store_or_endpoint
from answerable.outcome import Outcome

__all__ = ["check"]


@app.command()
def check(
    store: Annotated[str | None, typer.Option(metavar="DIR", help=STORE_HELP)] = None,
    endpoint: Endpoint = None,
    documents: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="Files, folders or globs of the documents: compare every quote with them."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as one JSON object.")] = False,
) -> Outcome:
    """Check that a build keeps what it promises, and say where it does not.

    Clean RDF, SHACL shapes, evidence for every fact, a ledger that adds up, the plans' own totals. Each finding is one
    line: document, page, table and row, what is wrong, what to do. Of a build on a server, every graph is fetched, and
    compared with what was published too.
    """
    from answerable.checking import check_build, report_as_json, report_as_text

    report = check_build(store_or_endpoint(store, endpoint), documents=documents, watched=watched)
    typer.echo(report_as_json(report) if as_json else report_as_text(report))
    return Outcome.FAILED if report.findings else Outcome.DONE
