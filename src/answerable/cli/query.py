"""`answerable query`."""

from typing import Annotated, Literal

import typer

from answerable.cli.app import app
from answerable.cli.options import STORE_HELP, Endpoint, Memory, Snapshot, To
from answerable.console import STANDARD, opened
from answerable.inputs import given, in_bytes, store_or_endpoint, text_meant, values_meant
from answerable.outcome import Outcome

__all__ = ["Form", "query"]

Form = Literal["table", "csv", "tsv", "json"]


@app.command()
def query(  # noqa: PLR0917 - a command has as many parameters as options
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="A name (--list), FILE.rq, SPARQL text, or - to read that.")
    ] = None,
    store: Annotated[str | None, typer.Option(metavar="DIR", help=STORE_HELP)] = None,
    endpoint: Endpoint = None,
    param: Annotated[list[str] | None, typer.Option(metavar="NAME=VALUE", help="What the question is told.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print the answer.")] = "table",
    quotes: Annotated[bool, typer.Option("--quotes", help="With the words of the plans that prove each row.")] = False,
    to: To = STANDARD,
    list_all: Annotated[bool, typer.Option("--list", help="List the questions known by name and stop.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --list: print the list as JSON.")] = False,
    show: Annotated[str | None, typer.Option(metavar="NAME", help="Print the SPARQL of a question and stop.")] = None,
    snapshot: Snapshot = None,
    memory: Memory = None,
) -> Outcome:
    """Ask a graph here or on a server; it is only read, and nothing else is fetched.

    Known prefixes need no PREFIX lines, and the default graph is all of what the plans say together.
    """
    from answerable import asking, library
    from answerable.graph.questions import all_questions
    from answerable.summaries import questions_as_json, questions_as_text

    if list_all:
        typer.echo((questions_as_json if as_json else questions_as_text)(all_questions()))
    elif show:
        typer.echo(library.find_question(show).sparql, nl=False)
    else:
        asked = text_meant(given(question, "QUESTION", "ask something, or --list the questions known by name"))
        graph = asking.graph_meant(store_or_endpoint(store, endpoint, snapshot), snapshot, memory=in_bytes(memory))
        text = asking.answer_as(form, graph, asked, quotes=quotes, **values_meant(param))
        with opened(to) as stream:
            stream.write(text)
    return Outcome.DONE
