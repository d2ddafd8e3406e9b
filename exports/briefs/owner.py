"""A briefing on one owner: a post, a group of posts, a person, a team or a body that holds assignments."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Headline, Section, Statement
from answerable.exports.briefs.opening import closed, opened
from answerable.exports.briefs.sections.bodies import heirs
from answerable.exports.briefs.sections.carriers import network
from answerable.exports.briefs.sections.gaps import gaps
from answerable.exports.briefs.sections.register import register
from answerable.exports.briefs.sections.returned import returned
from answerable.exports.briefs.sections.time import overdue, overdue_count, when
from answerable.exports.briefs.subjects import repeated_in
from answerable.exports.facts.sentences import are, have, listed, plural
from answerable.exports.facts.words import count, isolated

if TYPE_CHECKING:
    from answerable.exports.briefs.brief import Brief
    from answerable.exports.briefs.dossier import Dossier
    from answerable.exports.commitments import Commitments, Holder, Plan
    from answerable.graph.askable import Askable
    from answerable.graph.values import Scalar

__all__ = ["owner_brief"]


def owner_brief(graph: Askable, everything: Commitments, iri: str) -> Brief:
    """Give the briefing on the holder with an address."""
    holder = everything.holder(iri)
    found = everything.within(each.iri for each in everything.assignments if iri in each.owners)
    dossier = opened(graph, everything, found, {iri, *repeated_in(graph, found)})
    number, plans = count(len(found.assignments), "assignment"), count(len(found.plans), "plan")
    title = f"{isolated(holder.label)} {_own(holder)} {number} in {plans}"
    return closed(dossier, "owner", holder.label, title, _headlines(dossier, iri), _sections(dossier, holder))


def _own(holder: Holder) -> str:
    return "own" if holder.kind == "post group" else "owns"


def _sections(dossier: Dossier, holder: Holder) -> Iterator[Section]:
    yield Section("The owner", (Bullets(tuple(_about(dossier, holder))),))
    yield Section("If it falls vacant", (Bullets(tuple(_vacancy(dossier, holder))),))
    yield from overdue(dossier)
    yield from when(dossier)
    yield from register(dossier, "What it owns, and by when")
    yield Section("With whom it shares", (Bullets(tuple(_partners(dossier, holder))),))
    yield from network(dossier)
    yield from gaps(dossier)
    yield from returned(dossier)


def _headlines(dossier: Dossier, iri: str) -> Iterator[Headline]:
    found = dossier.found
    joint = sum(len(each.owners) > 1 for each in found.assignments)
    yield Headline(f"{len(found.assignments):,}", "assignments" if len(found.assignments) != 1 else "assignment")
    yield Headline(
        f"{len(found.recommendations):,}",
        f"{plural(len(found.recommendations), 'recommendation')} in {count(len(found.plans), 'plan')}",
    )
    if dossier.all.as_at.day:
        yield Headline(f"{overdue_count(dossier):,}", "past the date without word of being done")
    yield Headline(f"{joint:,}", "shared with others")
    alone = sum(row["stops"] == "all" for row in _vacancies(dossier, iri))
    yield Headline(f"{alone:,}", "would be left without anybody")


def _about(dossier: Dossier, holder: Holder) -> Iterator[Statement]:
    yield _home(dossier, holder)
    for plan in dossier.found.plans:
        yield _share(dossier, plan)
    yield from _standing(dossier, holder)
    yield from heirs(dossier, {holder.body} if holder.body else set())


def _home(dossier: Dossier, holder: Holder) -> Statement:
    """Say which body the holder belongs to."""
    if not holder.body_name:
        return Statement(f"Where {isolated(holder.name)} belongs is not known.", _as_printed(dossier, holder))
    told = f"{isolated(holder.name)} belongs to {holder.body_name}."
    return Statement(told, _as_printed(dossier, holder), holder.inferred)


def _share(dossier: Dossier, plan: Plan) -> Statement:
    """Say how much of a plan the holder has, and for which recommendations."""
    theirs = [each for each in dossier.found.assignments if each.plan == plan.iri]
    whole = sum(each.plan == plan.iri for each in dossier.all.assignments)
    wanted = {each.recommendation for each in theirs}
    numbers = [each.number for each in dossier.found.recommendations if each.iri in wanted]
    told = f"{plan.label}: {len(theirs):,} of {count(whole, 'assignment')} ({100 * len(theirs) / whole:.0f}%), for "
    told += f"{plural(len(numbers), 'recommendation')} {listed(numbers)}."
    quotes = [dossier.evidence.quotes(each.iri, "owner", about=dossier.number_of(each.iri)) for each in theirs]
    return Statement(told, dossier.note(*quotes))


def _standing(dossier: Dossier, holder: Holder) -> Iterator[Statement]:
    """Say how many holders have more, if this one is among those that are ranked."""
    ranked = dossier.rows("owners")
    ahead = sum(int(str(row["assignments"])) > len(dossier.found.assignments) for row in ranked)
    if any(row["iri"] == holder.iri for row in ranked):
        told = "No holder has" if not ahead else f"{count(ahead, 'holder')} {have(ahead)}"
        yield Statement(f"{told} more assignments, of {count(len(ranked), 'holder')} in all plans of this build.")


def _as_printed(dossier: Dossier, holder: Holder) -> tuple[int, ...]:
    quotes = [
        quote
        for each in dossier.found.assignments
        for quote in dossier.evidence.quotes(each.iri, "owner", about=dossier.number_of(each.iri))
    ]
    return dossier.note(dossier.evidence.first_of_each_wording(holder.iri, "owner") or quotes[:1])


def _vacancies(dossier: Dossier, iri: str) -> list[Mapping[str, Scalar]]:
    return [row for row in dossier.rows("vacancy", name=dossier.all.holder(iri).name) if row["holder_iri"] == iri]


def _vacancy(dossier: Dossier, holder: Holder) -> Iterator[Statement]:
    known = {each.iri: each for each in dossier.found.recommendations}
    stops: defaultdict[str, list[str]] = defaultdict(list)
    for row in _vacancies(dossier, holder.iri):
        stops[str(row["stops"])].append(str(row["iri"]))
    told = {
        "all": "would be left without anybody",
        "part": "would lose part of what is promised",
        "nothing": "would lose nobody: others share every assignment",
    }
    for state, words in told.items():
        these = [known[iri] for iri in stops[state] if iri in known]
        if these:
            yield Statement(
                f"{count(len(these), 'recommendation')} {words}: {dossier.numbers(these)}.",
                _owners_of(dossier, {each.iri for each in these}),
            )


def _owners_of(dossier: Dossier, demands: set[str]) -> tuple[int, ...]:
    quotes = [
        dossier.evidence.quotes(each.iri, "owner", about=dossier.number_of(each.iri))
        for each in dossier.found.assignments
        if each.recommendation in demands
    ]
    return dossier.note(*quotes)


def _partners(dossier: Dossier, holder: Holder) -> Iterator[Statement]:
    joint = [each for each in dossier.found.assignments if len(each.owners) > 1]
    together = Counter(owner for each in joint for owner in each.owners if owner != holder.iri)
    if not joint:
        yield Statement("It shares no assignment: whatever it owns, it owns alone.")
        return
    names = [
        f"{isolated(dossier.all.holder(iri).label)} ({number:,})"
        for iri, number in sorted(together.items(), key=lambda item: (-item[1], item[0]))
    ]
    yield Statement(
        f"{count(len(joint), 'assignment')} {are(len(joint))} shared, with {listed(names)}.",
        _owners_of(dossier, {each.recommendation for each in joint}),
    )
