"""The day that everything is judged by. There is no clock: if none is given, the documents' own latest day is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.facts.words import day_in_words

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["AsAt", "as_at_of"]

_HERE: Final = "answerable.exports.commitments.queries"


@dataclass(frozen=True, slots=True)
class AsAt:
    """The day to judge by, and whether somebody named it; None where no document states a day."""

    day: date | None
    given: bool

    @property
    def words(self) -> str:
        """The day, and where it comes from if nobody named it."""
        if self.day is None:
            return "no day: no plan states one"
        told = f"as at {day_in_words(self.day)}"
        return told if self.given else f"{told}, the date of the latest plan"


def as_at_of(graph: Askable, day: date | None = None) -> AsAt:
    """Give the day that was named, else the latest on which a plan of the graph was submitted or updated.

    Where no plan says so, the latest day on which a report was published is taken.
    """
    if day:
        return AsAt(day, given=True)
    row = next(ask(graph, _HERE, "latest"), None)
    return AsAt((row.day("told") or row.day("published")) if row else None, given=False)
