"""What the page of accuracy shows, as plain values: whoever compares hands them over, the page compares nothing."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.exports.accuracy.differing import Piece, sides
from answerable.exports.facts.words import count, field_in_words

__all__ = ["Figure", "Misreading", "PlanMisread", "Quoted", "Report"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: a share for each format in the report's order, then that of all; None where nothing was compared."""

    name: str
    meaning: str
    shares: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document and where they stand; `marked` is what of them matters, found in them or not."""

    text: str
    field: str
    spot: tuple[tuple[str, int], ...] = ()
    """Page, table, row and column, where the format has them, as ("page", 3)."""
    marked: str = ""

    @property
    def place(self) -> str:
        """Say where."""
        return ", ".join([*(f"{name} {number}" for name, number in self.spot), field_in_words(self.field)])

    @property
    def parts(self) -> tuple[str, str, str]:
        """The words before what matters, it, and those after; all is before where it does not stand in them."""
        before, found, after = self.text.partition(self.marked) if self.marked else (self.text, "", "")
        return before, found, after


@dataclass(frozen=True, slots=True)
class Misreading:
    """One difference; None stands for nothing."""

    measure: str
    recommendation: str | None
    gold: str | None
    read: str | None
    quotes: tuple[Quoted, ...] = ()

    @property
    def sides(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """What the gold has and what was read, in pieces that differ or do not; nothing on a side that has nothing."""
        return sides(self.gold or "", self.read or "")

    @property
    def subject(self) -> str:
        """Say what it is about."""
        return f"recommendation {self.recommendation}" if self.recommendation else "the plan"


@dataclass(frozen=True, slots=True)
class PlanMisread:
    """One document and all that was read of it otherwise than the gold has it."""

    name: str
    format: str
    misreadings: tuple[Misreading, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of it."""

    formats: tuple[str, ...]
    figures: tuple[Figure, ...]
    plans: tuple[PlanMisread, ...]

    @property
    def title(self) -> str:
        """The finding."""
        number = sum(len(plan.misreadings) for plan in self.plans)
        plans = count(len(self.plans), "plan")
        return (
            f"{count(number, 'difference')} from the gold in {plans}" if number else f"{plans} read as the gold has it"
        )
