"""The answer to a named question as programs take it: JSON and CSV, with the way to the words behind each row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from answerable.graph.values import Iri, scalar

if TYPE_CHECKING:
    from answerable.graph.questions import Question, Quote
    from answerable.graph.values import Rows, Scalar, Term

__all__ = ["as_csv", "as_json", "evidence_path", "quotes_as_json"]


def evidence_path(question: Question, columns: tuple[str, ...], row: tuple[Term | None, ...]) -> str | None:
    """Give where the words behind a row are: the same for as long as its things have their addresses."""
    cells = dict(zip(columns, row, strict=True))
    sought = {one.name: cells.get(one.name) for one in question.addresses if one.fields}
    named = {name: term.value for name, term in sought.items() if isinstance(term, Iri)}
    return f"/questions/{question.name}/evidence?{urlencode(named)}" if named else None


def as_json(question: Question, told: Mapping[str, str], snapshot: str, rows: Rows, prefix: str) -> bytes:
    """Give an answer with what was asked of what, so that it stands on its own."""
    body = {
        "question": question.name,
        "title": question.title,
        "parameters": told,
        "snapshot": snapshot,
        "columns": list(rows.columns),
        "rows": [
            {
                "values": {name: _plain(scalar(term)) for name, term in zip(rows.columns, row, strict=True)},
                "evidence": _led(prefix, evidence_path(question, rows.columns, row)),
            }
            for row in rows
        ],
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(question: Question, rows: Rows, prefix: str) -> bytes:
    """Give an answer with a heading, and the way to each row's evidence in a last column."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow([*rows.columns, "evidence"])
    writer.writerows(_cells(question, rows, prefix))
    return stream.getvalue().encode()


def quotes_as_json(question: Question, told: Mapping[str, str], snapshot: str, quotes: tuple[Quote, ...]) -> bytes:
    """Give the words behind one row, each with its place in its document."""
    body = {
        "question": question.name,
        "about": told,
        "snapshot": snapshot,
        "quotes": [
            {"text": one.text, "document": one.document, "page": one.page, "table": one.table, "row": one.row}
            for one in quotes
        ],
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _cells(question: Question, rows: Rows, prefix: str) -> Iterator[list[str]]:
    for row in rows:
        path = _led(prefix, evidence_path(question, rows.columns, row))
        yield [*("" if term is None else str(term) for term in row), path or ""]


def _led(prefix: str, path: str | None) -> str | None:
    return None if path is None else prefix + path


def _plain(value: Scalar) -> str | int | float | bool | None:
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, str | int | bool) else value.isoformat()
