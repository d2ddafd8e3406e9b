"""Bodies that a plan gives a duty before they began or after they had ended: read all the same, and flagged.

Naming a body that is history is no fault. Only whoever was inspected, is addressed or owns something must have lived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from answerable.extract.names import Glossary, find_organisation
from answerable.extract.records import Assignment, Evidence, Flag, Recommendation
from answerable.ontology.gazetteer import Entry, OwnNames, known_entries

__all__ = ["OUT_OF_LIFE", "PlanDays", "check_lifetimes"]

OUT_OF_LIFE: Final = "a duty for a body outside its life"


@dataclass(frozen=True, slots=True)
class PlanDays:
    """The days between which a plan speaks, as precisely as printed; None where it prints none."""

    first: str | None
    last: str | None

    @classmethod
    def of(cls, days: Iterable[str | None]) -> PlanDays:
        """Take the first and the last of a plan's own days."""
        printed = sorted(day for day in days if day)
        return cls(printed[0] if printed else None, printed[-1] if printed else None)


@dataclass(frozen=True, slots=True)
class _Duty:
    """A body's address, the words that give it a duty, and where they stand."""

    iri: str
    words: str
    evidence: Evidence | None


def check_lifetimes(
    recommendations: Sequence[Recommendation],
    evidence: Sequence[Evidence],
    inspected: str | None,
    days: PlanDays,
    glossary: Glossary,
) -> Iterator[Flag]:
    """Flag each body that has a duty outside its life, once, with the words that give it."""
    lives = _lives(glossary.names)
    flagged: set[str] = set()
    for duty in _duties(recommendations, evidence, inspected, glossary, lives):
        told = _told(lives[duty.iri], days) if duty.iri not in flagged else None
        if told:
            flagged.add(duty.iri)
            place = duty.evidence
            yield Flag(
                reason=OUT_OF_LIFE,
                table=place.table if place else None,
                row=place.row if place else None,
                detail=f'"{duty.words}": {told}',
            )


@cache
def _lives(names: OwnNames) -> Mapping[str, Entry]:
    """The bodies of which is known when they lived."""
    return {entry.iri: entry for entry in known_entries(names) if entry.valid_from or entry.valid_to}


def _duties(
    recommendations: Sequence[Recommendation],
    evidence: Sequence[Evidence],
    inspected: str | None,
    glossary: Glossary,
    lives: Mapping[str, Entry],
) -> Iterator[_Duty]:
    """Give who was inspected, is addressed or owns something, of those whose life is known."""
    if inspected and inspected in lives:
        piece = _first(evidence, "inspected_body")
        yield _Duty(inspected, piece.quote if piece else lives[inspected].label, piece)
    for recommendation in recommendations:
        addressee = find_organisation(recommendation.addressee or "", glossary)
        if recommendation.addressee and addressee and addressee.iri in lives:
            yield _Duty(addressee.iri, recommendation.addressee, _first(recommendation.evidence, "addressee"))
        for assignment in recommendation.assignments:
            yield from _owned(assignment, lives)


def _owned(assignment: Assignment, lives: Mapping[str, Entry]) -> Iterator[_Duty]:
    for owner in assignment.owners:
        if owner.organisation_stated and owner.organisation and owner.organisation in lives:
            yield _Duty(owner.organisation, owner.text, _first(assignment.evidence, "owner"))


def _first(evidence: Iterable[Evidence], field: str) -> Evidence | None:
    return next((piece for piece in evidence if piece.field == field), None)


def _told(entry: Entry, days: PlanDays) -> str | None:
    """Say how a plan's days lie outside a body's life; None where they do not, or where nobody knows."""
    if days.first and entry.valid_to and days.first > _last_day(entry.valid_to):
        return f"{entry.label} ended {entry.valid_to}, and the plan is of {days.first}"
    if days.last and entry.valid_from and _last_day(days.last) < entry.valid_from:
        return f"{entry.label} began {entry.valid_from}, and the plan is of {days.last}"
    return None


def _last_day(day: str) -> str:
    """Give the last day that a year, a month or a day can mean, for comparing as text."""
    return day + "-12-31"[len(day) - 4 :] if len(day) < 10 else day
