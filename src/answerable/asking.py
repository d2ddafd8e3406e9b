"""A question put to a graph, and its answer as text: for people without addresses, for programs with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from answerable.library import find_question

if TYPE_CHECKING:
    from answerable.graph.askable import Askable
    from answerable.graph.questions import Question, Quoted
    from answerable.graph.values import Rows, Scalar

__all__ = ["answer_as", "graph_meant", "query_with_quotes"]


def graph_meant(where: Path | str, snapshot: str | None = None, *, memory: int | None = None) -> Askable:
    """Open a graph to ask: a store, by its folder, or a build on a server, by the address of its SPARQL endpoint.

    Raises:
        NotAStoreError: the folder is missing, is no store, or has no such snapshot.
        EndpointError: the server cannot be reached, refuses, or holds no build; or a snapshot of it is asked for.
    """
    if isinstance(where, Path):
        from answerable.library import open_store

        return open_store(where, snapshot, memory=memory)

    from answerable.graph.errors import EndpointError
    from answerable.graph.remote import RemoteStore

    if snapshot:
        raise EndpointError("a server holds one snapshot, the one that was published last; leave --snapshot out")
    return RemoteStore.open(where)


def query_with_quotes(graph: Askable, question: str, /, **parameters: Scalar) -> Quoted:
    """Ask as `query` does, and find the words of the plans that prove each row.

    Raises:
        QuestionError: as `query` does, or the question is none of the library's, so that nothing says what proves it.
    """
    return _quoted(graph, find_question(question), parameters)


def answer_as(form: str, graph: Askable, question: str, /, *, quotes: bool = False, **parameters: Scalar) -> str:
    """Ask a question and give the answer as text in a format of `answerable.graph.answers`.

    A table is for people and leaves out the addresses of what its rows are about; the other formats keep them. With
    `quotes`, a table has the words below each row, and the other formats have them in columns of their own.
    """
    from answerable.graph.answers import FORMATS, to_table
    from answerable.graph.questions import ask
    from answerable.graph.values import Rows

    asked = find_question(question)
    if quotes:
        found = _quoted(graph, asked, parameters)
        if form != "table":
            return FORMATS[form](found.as_columns())
        notes = [[f"“{quote.text}” ({quote.place})" for quote in words] for words in found.quotes]
        return to_table(_for_people(asked, found.rows), notes)
    answer = ask(graph, asked, **parameters)
    return FORMATS[form](_for_people(asked, answer) if form == "table" and isinstance(answer, Rows) else answer)


def _quoted(graph: Askable, question: Question, parameters: dict[str, Scalar]) -> Quoted:
    from answerable.graph.errors import QuestionError
    from answerable.graph.questions import ask, quoted
    from answerable.graph.values import Rows

    answer = ask(graph, question, **parameters)
    if not isinstance(answer, Rows) or not question.addresses:
        raise QuestionError(
            f"{question.name} does not say what proves its rows; quotes come with named questions (--list)"
        )
    return quoted(graph, question, answer)


def _for_people(question: Question, rows: Rows) -> Rows:
    hidden = {address.name for address in question.addresses}
    kept = [place for place, column in enumerate(rows.columns) if column not in hidden]
    return rows.only(kept)
