"""What comparing gives: one verdict for each thing compared, and the sum of many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable.extract.records import Evidence

__all__ = ["Mistake", "Share", "Verdict", "invented", "judged", "missed"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """Where a record and the gold differ; None stands for nothing at all."""

    measure: str
    recommendation: str | None
    gold: str | None
    read: str | None
    words: tuple[Evidence, ...] = ()
    """The document's words that the reading rests on, else those that hold what was missed."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one thing compared adds to its measure, and the mistake where it is not right."""

    measure: str
    right: float
    of: float
    mistake: Mistake | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """The sum of verdicts on one measure; in an F1 a match counts two of two, a miss or an invention none of one."""

    right: float = 0.0
    of: float = 0.0

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None where there was nothing to compare."""
        return self.right / self.of if self.of else None

    @classmethod
    def over(cls, verdicts: Iterable[Verdict]) -> Share:
        """Sum up verdicts."""
        held = list(verdicts)
        return cls(sum(each.right for each in held), sum(each.of for each in held))


def judged(mistake: Mistake, right: float, of: float = 1.0) -> Verdict:
    """Give a verdict that keeps the mistake only where something is amiss."""
    return Verdict(mistake.measure, right, of, mistake if right < of else None)


def missed(measure: str, number: str | None, gold: str, words: tuple[Evidence, ...] = ()) -> Verdict:
    """Give the verdict on something that the gold has and the record has not."""
    return judged(Mistake(measure, number, gold, None, words), 0.0)


def invented(measure: str, number: str | None, read: str, words: tuple[Evidence, ...] = ()) -> Verdict:
    """Give the verdict on something that the record has and the gold has not."""
    return judged(Mistake(measure, number, None, read, words), 0.0)
