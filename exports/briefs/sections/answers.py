"""How recommendations were answered, and why some were not agreed in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Picture, Section, Statement
from answerable.exports.facts.sentences import clipped, listed, were
from answerable.exports.facts.words import count
from answerable.exports.figures.status import ANSWERS, status_by_plan

if TYPE_CHECKING:
    from answerable.exports.briefs.dossier import Dossier

__all__ = ["answers"]


def answers(dossier: Dossier) -> Iterator[Section]:
    """Say how many were answered how, with the printed answers as notes, and give each reason as printed."""
    if not dossier.found.recommendations:
        return
    counted = Bullets(tuple(_counted(dossier)))
    why = Bullets(tuple(_reasons(dossier)))
    picture = Picture("status", status_by_plan(dossier.found))
    yield Section("How it was answered", (picture, counted, *((why,) if why.items else ())))


def _counted(dossier: Dossier) -> Iterator[Statement]:
    everything = len(dossier.found.recommendations)
    for answer in ANSWERS:
        these = [each for each in dossier.found.recommendations if each.answer == answer]
        if these:
            quotes = (dossier.evidence.quotes(each.iri, "status", about=each.number) for each in these)
            said = (
                f"have {answer}" if answer == "no answer printed" and len(these) > 1 else f"{were(len(these))} {answer}"
            )
            said = "has no answer printed" if answer == "no answer printed" and len(these) == 1 else said
            told = f"{len(these):,} of {count(everything, 'recommendation')} {said}: {dossier.numbers(these)}."
            yield Statement(told, dossier.note(*quotes))


def _reasons(dossier: Dossier) -> Iterator[Statement]:
    known = {each.iri: each for each in dossier.found.recommendations}
    for row in dossier.about("reasons"):
        demand = known[str(row["iri"])]
        reasons = str(row["reasons"] or "")
        printed = listed(reason for reason in reasons.split(", ") if reason and not reason.startswith("("))
        inferred = listed(reason.strip("()") for reason in reasons.split(", ") if reason.startswith("("))
        told = f"{dossier.demand(demand)} was {demand.answer}"
        told += f" for reasons of {printed.lower()}" if printed else ""
        told += f": “{clipped(demand.rationale, 400)}”" if demand.rationale else ". No reason is printed."
        rule = f"kind of reason: {inferred.lower()}" if inferred else None
        yield Statement(told, dossier.note(dossier.evidence.quotes(demand.iri, "rationale", about=demand.number)), rule)
