"""What cannot be told, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Section, Statement
from answerable.exports.facts.sentences import are
from answerable.exports.facts.words import count, day_in_words

if TYPE_CHECKING:
    from answerable.exports.briefs.dossier import Dossier
    from answerable.exports.commitments import Assignment

__all__ = ["gaps"]


def gaps(dossier: Dossier) -> Iterator[Section]:
    """List what is missing, what the print leaves open, and what is damaged."""
    said = (
        *_missing(dossier),
        *_untold(dossier),
        *_paired(dossier),
        *_later(dossier),
        *_damaged(dossier),
        *_undated(dossier),
    )
    yield Section(
        "What cannot be told, and why",
        (
            Bullets(
                said
                or (
                    Statement(
                        "Every assignment here has an owner and a date.",
                    ),
                )
            ),
        ),
    )


def _missing(dossier: Dossier) -> Iterator[Statement]:
    demands = {each.iri: each for each in dossier.found.recommendations}
    known = {each.iri: each for each in dossier.found.assignments}
    for row in dossier.about("missing"):
        iri, lacks = str(row["iri"]), row["missing"]
        if iri in demands:
            told = f"{dossier.demand(demands[iri])} has no owner and no date that can be read."
            yield dossier.proven(told, iri, "text")
            continue
        demand = dossier.demand(dossier.all.recommendation(known[iri].recommendation))
        printed = f", only “{row['printed']}”" if row["printed"] else ""
        who = f", {dossier.holders_of(known[iri])}" if known[iri].owners else ""
        yield dossier.proven(
            f"{demand}{who}: no {lacks} that can be read{printed if lacks != 'owner' else ''}.", iri, "owner", "due"
        )


def _untold(dossier: Dossier) -> Iterator[Statement]:
    """Say what has a date that says only when it starts."""
    started = [
        each for each in dossier.found.assignments if each.overdue == "cannot tell" and each.latest.kind == "commences"
    ]
    for each in started:
        demand = dossier.demand(dossier.all.recommendation(each.recommendation))
        yield dossier.proven(
            f"{demand}, {dossier.holders_of(each)}: “{each.latest.text}” says when it starts, not when it ends.",
            each.iri,
            "due",
        )


def _paired(dossier: Dossier) -> Iterator[Statement]:
    loose = [each for each in dossier.found.assignments if not each.certain]
    if loose:
        told = f"In {count(len(loose), 'assignment')} the print leaves open which date goes with which owner"
        yield Statement(f"{told}: {_where(dossier, loose)}.", inferred="paired by order")
    untied = [each for each in dossier.found.assignments if not each.actions]
    if untied:
        yield Statement(
            f"For {count(len(untied), 'assignment')} the print does not say which actions: {_where(dossier, untied)}."
        )


def _where(dossier: Dossier, assignments: list[Assignment]) -> str:
    wanted = {each.recommendation for each in assignments}
    return dossier.numbers(each for each in dossier.found.recommendations if each.iri in wanted)


def _later(dossier: Dossier) -> Iterator[Statement]:
    later = [each for each in dossier.found.assignments if each.overdue == "not known yet"]
    if later and dossier.all.as_at.day:
        day, verb = day_in_words(dossier.all.as_at.day), are(len(later))
        told = f"{count(len(later), 'assignment')} {verb} in a plan that is later than {day}, and {verb} not judged"
        yield Statement(f"{told}: {_where(dossier, later)}.")


def _damaged(dossier: Dossier) -> Iterator[Statement]:
    damaged = [each for each in dossier.found.recommendations if each.damaged]
    if damaged:
        quotes = [dossier.evidence.quotes(each.iri, "text", about=each.number) for each in damaged]
        told = (
            f"The printed text is damaged, with words lost or out of place, in {count(len(damaged), 'recommendation')}"
        )
        yield Statement(f"{told}: {dossier.numbers(damaged)}.", dossier.note(*quotes))


def _undated(dossier: Dossier) -> Iterator[Statement]:
    for plan in dossier.found.plans:
        if plan.submitted is None:
            yield Statement(f"{plan.label}: no date of submission is printed.")
