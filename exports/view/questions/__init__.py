"""The questions that the page asks of the graph, each in a file of its own, and the one way to ask them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from answerable.graph.values import Rows

if TYPE_CHECKING:
    from answerable.graph.store import Store
    from answerable.graph.values import Scalar

__all__ = ["Row", "ask", "text_of"]


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


def text_of(name: str) -> str:
    """Give the SPARQL of a question."""
    return (files(__name__) / f"{name}.rq").read_text(encoding="utf-8")


def ask(store: Store, name: str) -> Iterator[Row]:
    """Ask a question and give its rows in the order that it asks for."""
    answer = store.query(text_of(name))
    if not isinstance(answer, Rows):
        raise TypeError(f"{name}.rq must be a SELECT")
    return (Row(record) for record in answer.records())
