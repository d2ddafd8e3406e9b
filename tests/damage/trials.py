"""Damages a plan, reads it, and measures what is left."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from answerable.extract import read_source
from answerable.extract.errors import AnswerableError
from answerable.extract.records import PlanRecord
from answerable.extract.source import SourceFile
from tests.damage.compare import Scores, compare, invented, unmarked
from tests.damage.kinds import Damage, Kind
from tests.damage.maker import MODERATE, Damaged, damage
from tests.damage.plans import Plan

__all__ = ["Trial", "trial"]


@dataclass(frozen=True, slots=True)
class Trial:
    """A damaged plan and what was read from it: no record where the program said that it is no plan."""

    name: str
    damaged: Damaged
    record: PlanRecord | None
    scores: Scores

    @property
    def losses(self) -> list[Damage]:
        """What was done that cannot be made good."""
        return [each for each in self.damaged.damages if each.lost]

    @property
    def unmarked(self) -> list[Damage]:
        """The losses that the record does not own up to."""
        return unmarked(self.record, self.damaged.damages)

    @property
    def invented(self) -> list[tuple[str, str]]:
        """The words of the record that the damaged text does not print, with their recommendation."""
        return invented(self.record, self.damaged.text) if self.record else []


def trial(plan: Plan, *, seed: int, strength: float = MODERATE, kinds: Collection[Kind] = tuple(Kind)) -> Trial:
    """Try one plan."""
    damaged = damage(plan.text, seed=seed, strength=strength, kinds=kinds)
    record = _read(plan.name, damaged.text)
    return Trial(f"{plan.name}, seed {seed}", damaged, record, compare(plan.gold, record))


def _read(name: str, text: str) -> PlanRecord | None:
    try:
        return read_source(SourceFile(name, text.encode()), names=False)
    except AnswerableError:
        return None
