"""Plans, recommendations, holders and assignments as plain frozen values, each known by its address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.exports.commitments.as_at import AsAt
from answerable.exports.facts.words import day_in_words, due_in_words

__all__ = ["Answer", "Assignment", "Commitments", "Due", "Holder", "Overdue", "Plan", "Recommendation"]

Answer = Literal["agreed", "partly agreed", "not agreed", "no answer printed"]
"""How a recommendation was answered."""

Overdue = Literal["yes", "no", "cannot tell", "not known yet"]
"""Whether a target day has passed; not known yet where the plan is later than the day to judge by."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The newest version of a plan; `label` is its short name with the year, or with the day where two share a year."""

    iri: str
    name: str
    label: str
    title: str
    body: str | None
    body_name: str
    submitted: date | None
    updated: date | None
    published: date | None
    file: str

    @property
    def dated(self) -> date | None:
        """The day by which the plan is ordered and named."""
        return self.submitted or self.published or self.updated

    @property
    def place(self) -> str:
        """How a quote names the plan."""
        return ", ".join(filter(None, (f"{self.name} action plan", day_in_words(self.dated))))


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation (or concern) in the order of print."""

    iri: str
    plan: str
    number: str
    text: str
    answer: Answer
    rationale: str
    repeated: bool
    damaged: bool
    concern: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A target date: as printed, the kind it was read as, and the first and last day it can mean."""

    text: str
    kind: str
    first: date | None
    last: date | None

    @property
    def words(self) -> str:
        """What it was read as, in words."""
        return due_in_words(self.kind, self.first, self.last)

    @property
    def said(self) -> bool:
        """Whether it says anything of a day or a state."""
        return self.kind not in {"", "noDate"}


@dataclass(frozen=True, slots=True)
class Assignment:
    """One printed owner (or several together) with its date, and how it stands as at the day to judge by."""

    iri: str
    recommendation: str
    plan: str
    owners: tuple[str, ...]
    printed: str
    due: Due
    revised: Due | None
    update: str | None
    progress: str
    status: str
    actions: tuple[tuple[str, str], ...]
    """Address and words of the actions that the print ties to it."""
    certain: bool
    overdue: Overdue

    @property
    def latest(self) -> Due:
        """The revised date where one says something, else the original one."""
        return self.revised if self.revised and self.revised.said else self.due

    @property
    def done(self) -> bool:
        """Whether the plan says that it is done."""
        return self.latest.kind == "completed" or self.status.lower() in {"complete", "closed"}

    @property
    def slip(self) -> tuple[date, date] | None:
        """The original and the revised last day, where both are days and differ."""
        if self.revised is None or self.done or not self.due.last or not self.revised.last:
            return None
        return (self.due.last, self.revised.last) if self.due.last != self.revised.last else None


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever holds an assignment; `inferred` names the rule where the print does not say where it belongs."""

    iri: str
    name: str
    label: str
    """The name, with the body where two holders share the name."""
    kind: str
    body: str | None
    body_name: str
    inferred: str | None


@dataclass(frozen=True)
class Commitments:
    """All of it, in the order of print; `as_at` is the day that assignments are judged by."""

    as_at: AsAt
    snapshot: str
    plans: tuple[Plan, ...]
    recommendations: tuple[Recommendation, ...]
    assignments: tuple[Assignment, ...]
    holders: tuple[Holder, ...]

    def plan(self, iri: str) -> Plan:
        """Give a plan."""
        return next(plan for plan in self.plans if plan.iri == iri)

    def holder(self, iri: str) -> Holder:
        """Give a holder."""
        return next(holder for holder in self.holders if holder.iri == iri)

    def recommendation(self, iri: str) -> Recommendation:
        """Give a recommendation."""
        return next(each for each in self.recommendations if each.iri == iri)

    def within(self, assignments: Iterable[str], recommendations: Iterable[str] = ()) -> Commitments:
        """Give the part with these assignments, and their recommendations and those named, plans and holders."""
        wanted = set(assignments)
        kept = tuple(each for each in self.assignments if each.iri in wanted)
        asked = {each.recommendation for each in kept} | set(recommendations)
        demands = tuple(each for each in self.recommendations if each.iri in asked)
        plans, owners = {each.plan for each in demands}, {owner for each in kept for owner in each.owners}
        return Commitments(
            self.as_at,
            self.snapshot,
            tuple(plan for plan in self.plans if plan.iri in plans),
            demands,
            kept,
            tuple(holder for holder in self.holders if holder.iri in owners),
        )

    def about(self, recommendations: Iterable[str]) -> Commitments:
        """Give the part with these recommendations and all their assignments."""
        wanted = set(recommendations)
        return self.within((each.iri for each in self.assignments if each.recommendation in wanted), wanted)

    def of_plan(self, plan: str) -> Commitments:
        """Give the part that one plan holds."""
        return self.about(each.iri for each in self.recommendations if each.plan == plan)
