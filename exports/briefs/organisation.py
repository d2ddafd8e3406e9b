"""A briefing on one organisation: the plans about it, whose it is, what became of it, and what others must do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Group, Headline, Picture, Section, Statement, Table
from answerable.exports.briefs.opening import closed, opened
from answerable.exports.briefs.sections.answers import answers
from answerable.exports.briefs.sections.bodies import boards, heirs, outside
from answerable.exports.briefs.sections.carriers import carriers, network
from answerable.exports.briefs.sections.gaps import gaps
from answerable.exports.briefs.sections.register import register
from answerable.exports.briefs.sections.returned import returned
from answerable.exports.briefs.sections.time import overdue, overdue_count, when
from answerable.exports.briefs.subjects import named_in, repeated_in
from answerable.exports.facts import ask
from answerable.exports.facts.sentences import listed
from answerable.exports.facts.words import count, day_in_words, isolated
from answerable.exports.figures.organisations import organisations_over_time
from answerable.graph.values import Iri

if TYPE_CHECKING:
    from answerable.exports.briefs.brief import Brief
    from answerable.exports.briefs.dossier import Dossier
    from answerable.exports.commitments import Commitments, Plan
    from answerable.exports.facts import Row
    from answerable.graph.askable import Askable
    from answerable.graph.values import Scalar

__all__ = ["organisation_brief"]


def organisation_brief(graph: Askable, everything: Commitments, iri: str) -> Brief:
    """Give the briefing on the organisation with an address: its plans, and what its posts hold in others'."""
    plans = {plan.iri for plan in everything.plans if plan.body == iri}
    own = {holder.iri for holder in everything.holders if iri in {holder.body, holder.iri}}
    found = everything.within(
        (each.iri for each in everything.assignments if each.plan in plans or own & set(each.owners)),
        (each.iri for each in everything.recommendations if each.plan in plans),
    )
    dossier = opened(graph, everything, found, {iri, *repeated_in(graph, found), *named_in(graph, found, plans)})
    facts = next(ask(graph, "answerable.exports.briefs.queries", "names", {"thing": Iri(iri)}))
    sections = _sections(dossier, iri, facts, plans)
    return closed(
        dossier, "organisation", facts["name"], _title(dossier, facts, plans), _headlines(dossier, plans), sections
    )


def _title(dossier: Dossier, facts: Row, plans: set[str]) -> str:
    name = isolated(facts["acronym"] or facts["name"])
    if plans:
        told = f"{name} answered {count(len(plans), 'inspection')}"
    elif dossier.found.assignments:
        held, where = len(dossier.found.assignments), len(dossier.found.plans)
        told = f"{name} holds {count(held, 'assignment')} in {count(where, 'plan')}"
    else:
        told = f"No plan of this build is about {name}"
    day, ended = dossier.all.as_at.day, facts.day("to")
    return f"{told} and ended on {day_in_words(ended)}" if ended and day and ended < day else told


def _headlines(dossier: Dossier, plans: set[str]) -> Iterator[Headline]:
    found = dossier.found
    yield Headline(f"{len(plans):,}", "plan about it" if len(plans) == 1 else "plans about it")
    yield Headline(
        f"{len(found.recommendations):,}", "recommendations" if len(found.recommendations) != 1 else "recommendation"
    )
    yield Headline(f"{len(found.assignments):,}", f"assignments to {count(len(found.holders), 'holder')}")
    if dossier.all.as_at.day:
        yield Headline(f"{overdue_count(dossier):,}", "past their date without word that they are done")
    yield Headline(f"{sum(each.repeated for each in found.recommendations):,}", "came back from an earlier inspection")


def _sections(dossier: Dossier, iri: str, facts: Row, plans: set[str]) -> Iterator[Section]:
    about = [plan for plan in dossier.all.plans if plan.iri in plans]
    became = Statement(_stood(facts))
    yield Section("The organisation", (Bullets((became, *heirs(dossier, {iri}), *_owned(dossier, iri, facts))),))
    if about:
        part = dossier.all.about(each.iri for each in dossier.found.recommendations if each.plan in plans)
        yield Section("What became of it", (Picture("organisations", organisations_over_time(dossier.graph, part)),))
        yield Section("Plans about it", (_plans(dossier, about),))
    yield from answers(dossier)
    yield from returned(dossier)
    yield from outside(dossier, plans) if plans else ()
    yield from overdue(dossier) if dossier.found.assignments else ()
    yield from when(dossier)
    yield from carriers(dossier)
    yield from network(dossier)
    yield from register(dossier, short=True)
    yield from gaps(dossier)
    yield from boards(dossier)


def _stood(facts: Row) -> str:
    first, last = day_in_words(facts.day("from")), day_in_words(facts.day("to"))
    name = isolated(facts["name"])
    if first and last:
        return f"{name} stood from {first} to {last}."
    if first or last:
        return f"{name} has stood since {first}." if first else f"{name} ended on {last}."
    return f"{name}: since when it stands is not known."


def _owned(dossier: Dossier, iri: str, facts: Row) -> Iterator[Statement]:
    """Say whose company it is, and what else its owner has; ownership is not the same as being a part."""
    owned: defaultdict[str, list[Mapping[str, Scalar]]] = defaultdict(list)
    for row in dossier.rows("company", name=facts["name"]):
        if row["iri"] == iri:
            owned[str(row["owner"] or "an owner who is not named")].append(row)
    for owner, rows in owned.items():
        share = f" ({rows[0]['share']})" if rows[0]["share"] else ""
        told = f"{isolated(facts['name'])} was owned by {isolated(owner)}{share}{_between(rows[0])}"
        others = listed(dict.fromkeys(str(row["also_owns"]) for row in rows if row["also_owns"]))
        told += f", which also owned {others}." if others else "."
        sources = "; ".join(dict.fromkeys(str(row["source"]) for row in rows if row["source"]))
        yield Statement(told, dossier.notebook.source(sources))


def _between(row: Mapping[str, Scalar]) -> str:
    first, last = (row[name] if isinstance(row[name], date) else None for name in ("from", "to"))
    told = f" from {day_in_words(first)}" if isinstance(first, date) else ""
    return told + (f" until {day_in_words(last)}" if isinstance(last, date) else "")


def _plans(dossier: Dossier, plans: list[Plan]) -> Table:
    rows = tuple(_plan(dossier, plan) for plan in plans)
    columns = ("Plan", "Submitted", "Report published", "Recommendations", "Agreed in full")
    return Table("Plans about it, the oldest first.", columns, (3, 2, 2, 3, 2), (Group(None, rows),), frozenset({3, 4}))


def _plan(dossier: Dossier, plan: Plan) -> tuple[Statement, ...]:
    demands = [each for each in dossier.found.recommendations if each.plan == plan.iri]
    return (
        dossier.proven(plan.label, plan.iri, "title"),
        dossier.proven(day_in_words(plan.submitted) or "not printed", plan.iri, "submitted"),
        dossier.proven(day_in_words(plan.published) or "not printed", plan.iri, "report_published"),
        Statement(f"{len(demands):,}"),
        Statement(f"{sum(each.answer == 'agreed' for each in demands):,}"),
    )
