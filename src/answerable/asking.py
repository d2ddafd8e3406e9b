"""A question put to a store, and its answer as text: for people without addresses, for programs with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.library import find_question

if TYPE_CHECKING:
    from answerable.graph.questions import Question, Quoted
    from answerable.graph.store import Store
    from answerable.graph.values import Rows, Scalar

__all__ = ["answer_as", "query_with_quotes"]


def query_with_quotes(store: Store, question: str, /, **parameters: Scalar) -> Quoted:
    """Ask as `query` does, and find the words of the plans that prove each row.

    Raises:
        QuestionError: as `query` does, or the question is none of the library's, so that nothing says what proves it.
    """
    return _quoted(store, find_question(question), parameters)


def answer_as(form: str, store: Store, question: str, /, *, quotes: bool = False, **parameters: Scalar) -> str:
    """Ask a question and give the answer as text in a format of `answerable.graph.answers`.

    A table is for people and leaves out the addresses of what its rows are about; the other formats keep them. With
    `quotes`, a table has the words below each row, and the other formats have them in columns of their own.
    """
    from answerable.graph.answers import FORMATS, to_table
    from answerable.graph.questions import ask
    from answerable.graph.values import Rows

    asked = find_question(question)
    if quotes:
        found = _quoted(store, asked, parameters)
        if form != "table":
            return FORMATS[form](found.as_columns())
        notes = [[f"“{quote.text}” ({quote.place})" for quote in words] for words in found.quotes]
        return to_table(_for_people(asked, found.rows), notes)
    answer = ask(store, asked, **parameters)
    return FORMATS[form](_for_people(asked, answer) if form == "table" and isinstance(answer, Rows) else answer)


def _quoted(store: Store, question: Question, parameters: dict[str, Scalar]) -> Quoted:
    from answerable.graph.errors import QuestionError
    from answerable.graph.questions import ask, quoted
    from answerable.graph.values import Rows

    answer = ask(store, question, **parameters)
    if not isinstance(answer, Rows) or not question.addresses:
        raise QuestionError(
            f"{question.name} does not say what proves its rows; quotes come with named questions (--list)"
        )
    return quoted(store, question, answer)


def _for_people(question: Question, rows: Rows) -> Rows:
    hidden = {address.name for address in question.addresses}
    kept = [place for place, column in enumerate(rows.columns) if column not in hidden]
    return rows.only(kept)
