"""The words of a document behind a mistake: those a reading rests on, or those that hold what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from answerable.extract.accuracy.wording import folded

if TYPE_CHECKING:
    from answerable.extract.records import Evidence, PlanRecord, Recommendation

__all__ = ["Words", "about"]


def about(evidence: Iterable[Evidence], *fields: str) -> tuple[Evidence, ...]:
    """Give the evidence of some fields."""
    return tuple(item for item in evidence if item.field in fields)


class Words:
    """All words that a record was read from."""

    def __init__(self, record: PlanRecord) -> None:
        self._record = record

    def holding(self, text: str, number: str | None = None) -> tuple[Evidence, ...]:
        """Give the first words that hold a text, those of the recommendation before others; nothing where none do."""
        wanted = folded(text)
        found = next((item for item in self._in_order(number) if wanted and wanted in folded(item.quote)), None)
        return (found,) if found else ()

    def _in_order(self, number: str | None) -> Iterator[Evidence]:
        ordered = sorted(self._record.recommendations, key=lambda each: each.number != number)
        for recommendation in ordered:
            yield from _all_of(recommendation)
        yield from self._record.evidence


def _all_of(recommendation: Recommendation) -> Iterator[Evidence]:
    yield from recommendation.evidence
    for action in recommendation.actions:
        yield from action.evidence
    for assignment in recommendation.assignments:
        yield from assignment.evidence
