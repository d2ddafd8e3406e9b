"""Asking the graph: a question is an `.rq` file beside the code that reads its answer, and a row is read by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.graph.askable import Askable
    from answerable.graph.values import Scalar, Term

__all__ = ["Row", "ask", "grouped", "text_of"]


class Row:
    """One row of an answer, read by column: as text, as number, as day, or as truth; missing values are None."""

    def __init__(self, values: dict[str, Scalar]) -> None:
        self._values = values

    def __getitem__(self, column: str) -> str:
        value = self._values[column]
        return "" if value is None else str(value)

    def text(self, column: str) -> str | None:
        """Give a value as text."""
        value = self._values[column]
        return None if value is None else str(value)

    def number(self, column: str) -> int | None:
        """Give a whole number."""
        value = self._values[column]
        return None if value is None else int(str(value))

    def day(self, column: str) -> date | None:
        """Give a day; None for anything less precise."""
        value = self._values[column]
        return value if isinstance(value, date) else None

    def says(self, column: str) -> bool:
        """Say whether a truth value is true; a missing one is not."""
        return self._values[column] is True


def text_of(package: str, name: str) -> str:
    """Give the SPARQL of a question that lies in a package as `NAME.rq`."""
    return (files(package) / f"{name}.rq").read_text(encoding="utf-8")


def ask(graph: Askable, package: str, name: str, values: Mapping[str, Term] | None = None) -> Iterator[Row]:
    """Ask a question, with values for its variables, and give its rows in the order that it asks for."""
    return (Row(record) for record in graph.select(text_of(package, name), values).records())


def grouped(rows: Iterable[Row], column: str) -> Mapping[str, list[Row]]:
    """Give the rows of each value of a column, both in the order in which they come."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)
