"""How a briefing is begun: its part of the commitments, the quotes for it, and what stands at its end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Brief, Headline, Section
from answerable.exports.briefs.dossier import Dossier
from answerable.exports.briefs.evidence import evidence_of
from answerable.exports.facts import ask
from answerable.exports.facts.words import count
from answerable.ontology.licences import known_licences

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.graph.askable import Askable

__all__ = ["closed", "opened"]

_METHOD = (
    "Read from the documents by program and linked into one graph, of which each statement was asked by query.",
    "A number in the text leads to the words in the document that prove the statement.",
    "An assignment is an owner printed with a date; a joint one counts once, and for each holder among holders.",
    "Overdue: the last day that a date can mean has passed, and no plan known by that day says that it is done.",
    "A revised date counts from the day of the update.",
    "What is marked as inferred was concluded by a rule, not printed.",
)


def opened(graph: Askable, everything: Commitments, found: Commitments, also: Iterable[str] = ()) -> Dossier:
    """Begin a briefing about a part of the commitments; `also` names further subjects whose words it quotes."""
    subjects = {
        *(plan.iri for plan in found.plans),
        *(each.iri for each in found.recommendations),
        *(
            subject
            for each in found.assignments
            for subject in (each.iri, each.update, *(a for a, _ in each.actions))
            if subject
        ),
        *also,
    }
    return Dossier(graph, everything, found, evidence_of(graph, subjects, everything.plans))


def closed(  # noqa: PLR0917 - a briefing has these parts
    dossier: Dossier, kind: str, name: str, title: str, headlines: Iterable[Headline], sections: Iterable[Section]
) -> Brief:
    """End a briefing: sources, method, snapshot and licence; sections are read before the notes are counted."""
    told = tuple(sections)
    found = dossier.found
    scope = f"{count(len(found.plans), 'plan')}, {count(len(found.recommendations), 'recommendation')}, "
    scope += f"{count(len(found.assignments), 'assignment')}; {dossier.all.as_at.words}"
    sources = tuple(f"{plan.place}: {plan.title or 'without a title'} ({plan.file})" for plan in found.plans)
    return Brief(
        kind,
        name,
        title,
        scope,
        dossier.all.as_at,
        tuple(headlines),
        told,
        dossier.notebook.notes,
        sources,
        _METHOD,
        dossier.graph.name,
        _licence(dossier.graph),
    )


def _licence(graph: Askable) -> str | None:
    row = next(ask(graph, "answerable.exports.briefs.queries", "licence"), None)
    if row is None:
        return None
    address = row.text("licence")
    if address is None:
        return row.text("rights")
    label = next((each["label"] for each in known_licences().values() if each["iri"] == address), None)
    return f"{label}: {address}" if label else address
