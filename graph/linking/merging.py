"""Posts that people judged to be one: which address they keep, and records in which all of them have it.

The post of the older plan keeps its address, because addresses that are out in the world should go on meaning what
they meant; where two are of one day, the first in the order of the alphabet does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.graph.mapping.addresses import rebased
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from answerable.extract.records import Assignment, Owner, PlanRecord, Recommendation
    from answerable.graph.linking.decisions import Standing

__all__ = ["Merges", "day_of", "first_days", "holders_of", "merges"]

_NO_DAY: Final = "9999"


@dataclass(frozen=True)
class Merges:
    """What is replaced by what, every address under the base of the build."""

    kept: Mapping[str, str]
    base: str = DEFAULT_BASE

    def now(self, iri: str) -> str:
        """Give the address that stands for a holder now: its own where it was not merged."""
        mine = rebased(iri, self.base)
        return self.kept.get(mine, mine)

    def record(self, record: PlanRecord) -> PlanRecord:
        """Give a record in which every holder has the address that it keeps; the same one where none was merged."""
        if not any(rebased(iri, self.base) in self.kept for iri in holders_of(record)):
            return record
        mentions = tuple(each.model_copy(update={"iri": self.now(each.iri)}) for each in record.mentions)
        recommendations = tuple(map(self._recommendation, record.recommendations))
        return record.model_copy(update={"mentions": mentions, "recommendations": recommendations})

    def _recommendation(self, each: Recommendation) -> Recommendation:
        return each.model_copy(update={"assignments": tuple(map(self._assignment, each.assignments))})

    def _assignment(self, each: Assignment) -> Assignment:
        return each.model_copy(update={"owners": tuple(map(self._owner, each.owners))})

    def _owner(self, owner: Owner) -> Owner:
        organisation = owner.organisation and self.now(owner.organisation)
        return owner.model_copy(update={"iri": self.now(owner.iri), "organisation": organisation})


def merges(standing: Standing, days: Mapping[str, str], base: str = DEFAULT_BASE) -> Merges:
    """Choose the address that each group of one keeps; `days` gives each holder of the build with its first day.

    Holders that no plan of this build names are left out: a decisions file may know more than one build.
    """
    groups = ({rebased(iri, base) for iri in group} & days.keys() for group in standing.groups())
    return Merges({old: kept for group in groups for old, kept in _replaced(group, days)}, base)


def first_days(spoken: Iterable[tuple[str, Iterable[str]]], base: str = DEFAULT_BASE) -> Mapping[str, str]:
    """Give the first day on which each holder is spoken of, from the day of each plan and the addresses in it."""
    days: dict[str, str] = {}
    for day, iris in spoken:
        for iri in (rebased(each, base) for each in iris):
            days[iri] = min(day, days.get(iri, _NO_DAY))
    return days


def day_of(record: PlanRecord) -> str:
    """Give the day that a plan speaks from, as far as it prints one."""
    return record.submitted or record.report_published or record.updated or _NO_DAY


def holders_of(record: PlanRecord) -> Iterator[str]:
    """Give the address of every holder and named thing of a record, as often as it stands there."""
    for mention in record.mentions:
        yield mention.iri
    for recommendation in record.recommendations:
        for owner in (owner for assignment in recommendation.assignments for owner in assignment.owners):
            yield owner.iri
            yield from filter(None, [owner.organisation])


def _replaced(group: set[str], days: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    kept, *others = sorted(group, key=lambda iri: (days[iri], iri)) or [""]
    return ((old, kept) for old in others)
