"""A briefing on one programme, service, system, tool or policy: who names it, and everything promised about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Group, Headline, Section, Statement, Table
from answerable.exports.briefs.opening import closed, opened
from answerable.exports.briefs.sections.answers import answers
from answerable.exports.briefs.sections.carriers import carriers, network
from answerable.exports.briefs.sections.gaps import gaps
from answerable.exports.briefs.sections.register import register
from answerable.exports.briefs.sections.returned import returned
from answerable.exports.briefs.sections.time import overdue, overdue_count, when
from answerable.exports.briefs.subjects import repeated_in
from answerable.exports.facts import ask
from answerable.exports.facts.sentences import clipped, listed, plural
from answerable.exports.facts.words import count, isolated
from answerable.graph.values import Iri, Rows

if TYPE_CHECKING:
    from answerable.exports.briefs.brief import Brief
    from answerable.exports.briefs.dossier import Dossier
    from answerable.exports.commitments import Commitments, Recommendation
    from answerable.exports.facts import Quote
    from answerable.graph.askable import Askable
    from answerable.graph.values import Scalar

__all__ = ["programme_brief"]


def programme_brief(graph: Askable, everything: Commitments, iri: str) -> Brief:
    """Give the briefing on the named thing with an address."""
    name, acronym, forms = _names(graph, iri)
    mentions = _rows(graph, "mentions", name, iri)
    promises = _rows(graph, "promises", name, iri)
    found = everything.within((str(row["iri"]) for row in promises), (str(row["iri"]) for row in mentions))
    dossier = opened(graph, everything, found, {iri, *repeated_in(graph, found)})
    short = acronym or name
    demands, plans = count(len(found.recommendations), "recommendation"), count(len(found.plans), "plan")
    title = f"{isolated(short)} is named in {demands} of {plans}"
    title += (
        f"; {count(len(found.assignments), 'assignment')} {'speaks' if len(found.assignments) == 1 else 'speak'} of it"
    )
    sections = _sections(dossier, iri, (name, short, forms), promises)
    return closed(dossier, "programme", name, title, _headlines(dossier), sections)


def _names(graph: Askable, iri: str) -> tuple[str, str, list[str]]:
    rows = list(ask(graph, "answerable.exports.briefs.queries", "names", {"thing": Iri(iri)}))
    name = rows[0]["name"] or iri
    return (
        name,
        rows[0]["acronym"],
        list(dict.fromkeys(row["form"] for row in rows if row["form"] and row["form"] != name)),
    )


def _rows(graph: Askable, question: str, name: str, iri: str) -> list[Mapping[str, Scalar]]:
    from answerable.graph.questions import ask as ask_question  # noqa: PLC0415 - beside its use

    answer = ask_question(graph, question, name=name)
    return [row for row in answer.records() if row["thing_iri"] == iri] if isinstance(answer, Rows) else []


def _headlines(dossier: Dossier) -> Iterator[Headline]:
    found = dossier.found
    yield Headline(
        f"{len(found.recommendations):,}",
        f"{plural(len(found.recommendations), 'recommendation')} in {count(len(found.plans), 'plan')}",
    )
    yield Headline(
        f"{len(found.assignments):,}",
        "assignments that speak of it" if len(found.assignments) != 1 else "assignment that speaks of it",
    )
    yield Headline(f"{len(found.holders):,}", "holders" if len(found.holders) != 1 else "holder")
    yield Headline(f"{sum(each.done for each in found.assignments):,}", "said to be done")
    if dossier.all.as_at.day:
        yield Headline(f"{overdue_count(dossier):,}", "past the date without word of being done")


def _sections(
    dossier: Dossier, iri: str, names: tuple[str, str, list[str]], promises: list[Mapping[str, Scalar]]
) -> Iterator[Section]:
    yield Section(
        "What is said of it", (Bullets(tuple(_about(dossier, iri, names, promises))), _mentions(dossier, iri))
    )
    yield from _promised(dossier, promises)
    yield from overdue(dossier) if dossier.found.assignments else ()
    yield from when(dossier)
    yield from answers(dossier)
    yield from carriers(dossier)
    yield from network(dossier)
    yield from register(dossier, "Who owns what of it, by when")
    yield from gaps(dossier)
    yield from returned(dossier)


def _about(
    dossier: Dossier, iri: str, names: tuple[str, str, list[str]], promises: list[Mapping[str, Scalar]]
) -> Iterator[Statement]:
    name, short, forms = names
    also = [form for form in dict.fromkeys((short, *forms)) if form != name]
    told = f"{isolated(name)}" + (f", also printed as {listed(isolated(form) for form in also)}." if also else ".")
    yield Statement(told, dossier.note(dossier.evidence.first_of_each_wording(iri, "name")))
    plans = [plan.label for plan in dossier.found.plans]
    if len(plans) > 1:
        yield Statement(f"It joins {count(len(plans), 'plan')}: {listed(plans)}.")
    elif plans:
        yield Statement(f"Only {plans[0]} names it.")
    places = dict.fromkeys(place for row in promises for place in str(row["places"] or "").split("; ") if place)
    if places:
        yield Statement(f"Places named with it: {'; '.join(sorted(places))}.")


def _mentions(dossier: Dossier, iri: str) -> Table:
    rows = tuple(_mention(dossier, iri, demand) for demand in dossier.found.recommendations)
    return Table(
        "The recommendations whose words, answers, owners or updates name it.",
        ("Recommendation", "Answer", "What was recommended"),
        (4, 2, 6),
        (Group(None, rows),),
    )


def _mention(dossier: Dossier, iri: str, demand: Recommendation) -> tuple[Statement, ...]:
    quotes = dossier.evidence.shared(iri, demand.iri, about=demand.number)
    return (
        Statement(dossier.demand(demand), dossier.note(quotes)),
        Statement(demand.answer),
        dossier.proven(clipped(demand.text, 300), demand.iri, "text"),
    )


def _promised(dossier: Dossier, promises: list[Mapping[str, Scalar]]) -> Iterator[Section]:
    known = {each.iri: each for each in dossier.found.assignments}
    said = []
    for row in promises:
        each = known.get(str(row["iri"]))
        if each is None or not (each.progress or row["promise"]):
            continue
        demand = dossier.demand(dossier.all.recommendation(each.recommendation))
        told = f"{demand}, {dossier.holders_of(each)}, {each.due.text or 'no date printed'}"
        told += f", revised: {each.revised.text}" if each.revised else ""
        told += f". Promised: “{clipped(str(row['promise']), 500)}”" if row["promise"] else "."
        told += f" Progress: “{clipped(each.progress, 700)}”" if each.progress else ""
        quotes: list[Iterable[Quote]] = [dossier.promised(each)]
        quotes.append(dossier.evidence.quotes(each.iri, "owner", "due", about=dossier.number_of(each.iri)))
        quotes.append(
            dossier.evidence.quotes(each.update or "", "update", "revised", about=dossier.number_of(each.iri))
        )
        said.append(Statement(told, dossier.note(*quotes)))
    if said:
        yield Section("What was promised, and how far it has come", (Bullets(tuple(said)),))
