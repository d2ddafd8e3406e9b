"""A briefing on one plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Headline, Section, Statement
from answerable.exports.briefs.opening import closed, opened
from answerable.exports.briefs.sections.answers import answers
from answerable.exports.briefs.sections.bodies import boards, heirs, outside
from answerable.exports.briefs.sections.carriers import carriers, holds, network
from answerable.exports.briefs.sections.gaps import gaps
from answerable.exports.briefs.sections.register import register
from answerable.exports.briefs.sections.returned import returned
from answerable.exports.briefs.sections.time import overdue, overdue_count, when
from answerable.exports.briefs.subjects import named_in, repeated_in
from answerable.exports.facts.sentences import were
from answerable.exports.facts.words import count, day_in_words, isolated

if TYPE_CHECKING:
    from answerable.exports.briefs.brief import Brief
    from answerable.exports.briefs.dossier import Dossier
    from answerable.exports.commitments import Commitments, Plan
    from answerable.graph.askable import Askable

__all__ = ["plan_brief"]


def plan_brief(graph: Askable, everything: Commitments, iri: str) -> Brief:
    """Give the briefing on the plan with an address."""
    plan, found = everything.plan(iri), everything.of_plan(iri)
    dossier = opened(graph, everything, found, {*repeated_in(graph, found), *named_in(graph, found, {iri})})
    sections = _sections(dossier, plan)
    return closed(dossier, "plan", plan.place, _title(dossier, plan), _headlines(dossier), sections)


def _sections(dossier: Dossier, plan: Plan) -> Iterator[Section]:
    yield Section("The plan", (Bullets(tuple(_about(dossier, plan))),))
    yield from answers(dossier)
    yield from overdue(dossier)
    yield from when(dossier)
    yield from carriers(dossier)
    yield from network(dossier)
    yield from register(dossier)
    yield from gaps(dossier)
    yield from returned(dossier)
    yield from outside(dossier, {plan.iri})
    yield from boards(dossier)


def _title(dossier: Dossier, plan: Plan) -> str:
    found = dossier.found
    if not found.recommendations:
        return f"{isolated(plan.label)}: no recommendation could be read"
    agreed = sum(each.answer == "agreed" for each in found.recommendations)
    everything = len(found.recommendations)
    first = f"{agreed:,} of {count(everything, 'recommendation')} {were(agreed)} agreed in full"
    loads = Counter(owner for each in found.assignments for owner in each.owners)
    if not loads:
        return f"{isolated(plan.label)}: {first}"
    most = max(loads.values())
    top = [dossier.all.holder(owner) for owner, load in loads.items() if load == most]
    of = f"{most:,} of {count(len(found.assignments), 'assignment')}"
    if len(top) == 1:
        return f"{isolated(plan.label)}: {first}; {isolated(top[0].label)} {holds(top[0].kind)} {of}"
    return f"{isolated(plan.label)}: {first}; {len(top)} holders have most, {of} each"


def _headlines(dossier: Dossier) -> Iterator[Headline]:
    found = dossier.found
    agreed = sum(each.answer == "agreed" for each in found.recommendations)
    yield Headline(f"{agreed:,} of {len(found.recommendations):,}", "recommendations agreed in full")
    yield Headline(f"{len(found.assignments):,}", f"assignments to {count(len(found.holders), 'holder')}")
    if dossier.all.as_at.day:
        yield Headline(f"{overdue_count(dossier):,}", "past their date without word that they are done")
    yield Headline(f"{sum(bool(each.slip) for each in found.assignments):,}", "dates moved")
    yield Headline(f"{sum(each.repeated for each in found.recommendations):,}", "came back from an earlier inspection")


def _about(dossier: Dossier, plan: Plan) -> Iterator[Statement]:
    yield dossier.proven(
        f"It answers: {plan.title}." if plan.title else "What it answers is not printed.", plan.iri, "title"
    )
    if plan.body_name:
        yield dossier.proven(f"Inspected: {plan.body_name}.", plan.iri, "inspected_body")
    yield from _days(dossier, plan)
    yield from heirs(dossier, {plan.body} if plan.body else set())


def _days(dossier: Dossier, plan: Plan) -> Iterator[Statement]:
    row = next((row for row in dossier.rows("dates") if row["iri"] == plan.iri), None)
    apart = int(str(row["days"])) if row and row["days"] is not None else None
    told = f"Submitted on {day_in_words(plan.submitted)}" if plan.submitted else "No date of submission is printed"
    told += f"; the inspection report was published on {day_in_words(plan.published)}" if plan.published else ""
    if apart is not None:
        told += f", {_apart(apart)}"
    fields = ("submitted", "report_published")
    yield dossier.proven(f"{told}.", plan.iri, *fields)
    if plan.updated:
        yield dossier.proven(f"Updated on {day_in_words(plan.updated)}.", plan.iri, "updated")


def _apart(days: int) -> str:
    """Say how long after the plan its report came; the question counts from the report to the plan."""
    if days == 0:
        return "on the same day"
    return f"{count(abs(days), 'day')} {'later' if days < 0 else 'earlier'}"
