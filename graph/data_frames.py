"""Answers and plan records as pandas data frames: days as days, whole numbers that may be missing, words as words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.answers.cells import columns_and_rows
from answerable.graph.errors import MissingExtraError
from answerable.graph.values import Answer, Literal, Term, scalar
from answerable.ontology.terms import XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INTEGER, XSD_NON_NEGATIVE_INTEGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from answerable.extract.records import PlanRecord, Recommendation

__all__ = ["frame_of", "frames_of"]

_TYPES: Final = {
    XSD_INTEGER: "Int64",
    XSD_NON_NEGATIVE_INTEGER: "Int64",
    XSD_DECIMAL: "Float64",
    XSD_BOOLEAN: "boolean",
    XSD_DATE: "datetime64[s]",
}
"""The type of a column all of whose values have a datatype; all other columns are words."""
_WHERE: Final = {"plan": "string", "number": "string"}
_FRAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "recommendations": {**_WHERE, "kind": "string", "status": "string", "text": "string", "actions": "Int64"},
    "assignments": {
        **_WHERE,
        "owner_text": "string",
        "due_text": "string",
        "due_kind": "string",
        "due_from": "string",
        "due_to": "string",
        "certain": "boolean",
        "update": "string",
        "revised_text": "string",
    },
    "owners": {**_WHERE, "text": "string", "kind": "string", "person": "string", "post": "string", "iri": "string"},
    "mentions": {**_WHERE, "label": "string", "acronym": "string", "type": "string", "iri": "string"},
}


def frame_of(answer: Answer) -> pd.DataFrame:
    """Give any answer as a data frame, a column to a variable.

    Raises MissingExtraError where pandas is not installed.
    """
    pandas = _pandas()
    columns, rows = columns_and_rows(answer)
    held = list(rows)
    frame = {}
    for place, column in enumerate(columns):
        terms = [row[place] for row in held]
        kind = _kind(terms)
        frame[column] = pandas.Series([_plain(term) for term in terms], dtype=kind, name=column)
    return pandas.DataFrame(frame, columns=list(columns))


def frames_of(records: Iterable[PlanRecord]) -> Mapping[str, pd.DataFrame]:
    """Give plan records as four data frames: recommendations, assignments, owners and mentions.

    Each row has its `plan`, by the name of its file, and the `number` of its recommendation, by which they are joined.
    Printed dates keep their precision ("2020-04"), so that they are words. Raises MissingExtraError as `frame_of` does.
    """
    pandas = _pandas()
    rows: dict[str, list[Sequence[Any]]] = {name: [] for name in _FRAMES}
    for record in records:
        for name, row in _rows(record):
            rows[name].append(row)
    return {
        name: pandas.DataFrame(rows[name], columns=list(types)).astype(dict(types)) for name, types in _FRAMES.items()
    }


def _rows(record: PlanRecord) -> Iterator[tuple[str, Sequence[Any]]]:
    plan = record.source.name
    for one in record.recommendations:
        commitments = sum(action.kind == "action" for action in one.actions)
        yield "recommendations", (plan, one.number, one.kind, one.status, one.text, commitments)
        yield from _assigned(plan, one)
    for mention in record.mentions:
        for number in mention.recommendations or (None,):
            yield "mentions", (plan, number, mention.label, mention.acronym, str(mention.type), mention.iri)


def _assigned(plan: str, one: Recommendation) -> Iterator[tuple[str, Sequence[Any]]]:
    for each in one.assignments:
        due = (each.due.text, str(each.due.kind), each.due.from_, each.due.to)
        told = (each.certain, each.update, each.revised_text)
        yield "assignments", (plan, one.number, each.owner_text, *due, *told)
        for owner in each.owners:
            yield "owners", (plan, one.number, owner.text, str(owner.kind), owner.person, owner.post, owner.iri)


def _kind(terms: Sequence[Term | None]) -> str:
    kinds = {term.datatype if isinstance(term, Literal) else "" for term in terms if term is not None}
    return _TYPES.get(kinds.pop(), "string") if len(kinds) == 1 else "string"


def _plain(term: Term | None) -> Any:  # noqa: ANN401 - whatever a cell may hold
    value = int(term.value) if isinstance(term, Literal) and term.datatype == XSD_NON_NEGATIVE_INTEGER else scalar(term)
    return float(value) if isinstance(value, Decimal) else value


def _pandas() -> Any:  # noqa: ANN401 - a module
    try:
        import pandas as pd  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise MissingExtraError("frames need pandas; install it: pip install 'answerable[frames]'") from error
    return pd
