"""Assignments as rows of a table: who, for what, by when, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.model import Promise, Reference
from answerable.exports.entities.statements import Said, said
from answerable.exports.facts.words import due_in_words
from answerable.graph.notation import checked_iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.exports.facts import EvidenceIndex, Quote
    from answerable.graph.askable import Askable

__all__ = ["Assigned", "assigned_to", "promises_of", "question_of"]

_IN_PLAN: Final = " ?recommendation dcterms:isPartOf ?plan ."
_HOLDER: Final = "?assignment ap:owner <{iri}> ; ap:of ?recommendation ." + _IN_PLAN
_THING: Final = "?recommendation ap:involves <{iri}> . ?assignment ap:of ?recommendation ." + _IN_PLAN
# The whole of it in each branch: engines join what follows a UNION by going through everything.
_BODY: Final = (
    "{ ?assignment ap:owner <{iri}> ; ap:of ?recommendation . ?recommendation dcterms:isPartOf ?plan }\n"
    "  UNION { ?holder org:postIn|org:unitOf|org:memberOf <{iri}> . ?assignment ap:owner ?holder ;\n"
    "    ap:of ?recommendation . ?recommendation dcterms:isPartOf ?plan }"
)
_ABOUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("post", "group", "person"), _HOLDER),
        **dict.fromkeys(("organisation", "team", "board"), _BODY),
        **dict.fromkeys(("programme", "service", "system", "tool", "policy", "training", "project"), _THING),
        **dict.fromkeys(("meeting", "place", "legislation"), _THING),
        **dict.fromkeys(("recommendation", "concern"), "?assignment ap:of <{iri}> , ?recommendation ." + _IN_PLAN),
        "plan": "?recommendation dcterms:isPartOf <{iri}> . ?assignment ap:of ?recommendation ." + _IN_PLAN,
        "action": "?assignment ap:action <{iri}> ; ap:of ?recommendation ." + _IN_PLAN,
        "assignment": "VALUES ?assignment { <{iri}> } ?assignment ap:of ?recommendation ." + _IN_PLAN,
    }
)
"""Which assignments a page of a kind of thing shows."""
_TOLD: Final = (
    terms.OWNER, terms.ASSIGNED_ACTION, terms.UPDATED_BY, terms.AS_PRINTED, terms.DUE_TEXT, terms.DUE_KIND,
    terms.DUE_FROM, terms.DUE_BY, terms.CERTAIN, terms.INHERITED, terms.STATUS, terms.DCTERMS_DESCRIPTION, terms.AS_AT,
    terms.REVISED_TEXT, terms.REVISED_DUE_FROM, terms.REVISED_DUE_BY,
)  # fmt: skip
"""What a row of the table tells of an assignment and of its update."""


def question_of(iri: str, kind: str) -> str | None:
    """Give the query for the assignments that the page of a thing shows; None where it shows none."""
    pattern = _ABOUT.get(kind)
    if pattern is None:
        return None
    return (
        "PREFIX ap: <https://w3id.org/answerable/def#>\nPREFIX dcterms: <http://purl.org/dc/terms/>\n"
        "PREFIX org: <http://www.w3.org/ns/org#>\nSELECT DISTINCT ?assignment ?recommendation ?plan ?position\n"
        f"WHERE {{\n  {pattern.replace('{iri}', checked_iri(iri))}\n"
        "  OPTIONAL { ?recommendation ap:position ?position }\n}\nORDER BY ?plan ?position ?assignment"
    )


@dataclass(frozen=True, slots=True)
class Assigned:
    """The first assignments that concern a thing, still without names: `total` counts all, `rows` say of which plan."""

    rows: Sequence[tuple[str, str, str]]
    total: int
    facts: Mapping[str, Said]
    updates: Mapping[str, Said]

    @property
    def subjects(self) -> list[str]:
        """What the words of the table are evidence for."""
        return [*(row[0] for row in self.rows), *self.updates]

    @property
    def linked(self) -> list[str]:
        """What a row speaks of and needs a name for."""
        owned = [iri for facts in self.facts.values() for iri in facts.iris(terms.OWNER, terms.ASSIGNED_ACTION)]
        told = [iri for update in self.updates.values() for iri in update.iris(terms.STATUS)]
        return [*owned, *told, *(iri for row in self.rows for iri in row[1:])]


def assigned_to(graph: Askable, iri: str, kind: str, most: int) -> Assigned:
    """Read the first assignments that concern a thing, in the order of plans and of recommendations."""
    question = question_of(iri, kind)
    rows = [(str(row[0]), str(row[1]), str(row[2])) for row in graph.select(question)] if question else []
    facts = said(graph, (row[0] for row in rows[:most]), _TOLD)
    updates = said(graph, (update for each in facts.values() for update in each.iris(terms.UPDATED_BY)), _TOLD)
    return Assigned(rows[:most], len({row[0] for row in rows}), facts, updates)


def promises_of(assigned: Assigned, names: Mapping[str, Reference], evidence: EvidenceIndex) -> tuple[Promise, ...]:
    """Give assignments as rows of a table, in printed order within each recommendation."""
    rank = {row[1]: place for place, row in reversed(list(enumerate(assigned.rows)))}
    ordered = sorted(assigned.rows, key=lambda row: (rank[row[1]], evidence.stands(row[0]), row[0]))
    return tuple(_promise(row, assigned, names, evidence) for row in ordered)


def _promise(
    row: tuple[str, str, str], assigned: Assigned, names: Mapping[str, Reference], evidence: EvidenceIndex
) -> Promise:
    iri, recommendation, plan = row
    facts = assigned.facts[iri]
    updates = facts.iris(terms.UPDATED_BY)
    update = assigned.updates.get(updates[0], Said()) if updates else Said()
    number = names[recommendation].label.rpartition(" ")[2]
    return Promise(
        iri,
        names[recommendation],
        names[plan],
        tuple(names[each] for each in facts.iris(terms.OWNER)),
        facts.text(terms.AS_PRINTED),
        tuple(names[each] for each in facts.iris(terms.ASSIGNED_ACTION)),
        _due(facts, terms.DUE_FROM, terms.DUE_BY),
        facts.text(terms.DUE_TEXT),
        facts.day(terms.DUE_BY),
        ", ".join(names[each].label for each in update.iris(terms.STATUS)),
        update.text(terms.DCTERMS_DESCRIPTION),
        update.day(terms.AS_AT),
        _due(update, terms.REVISED_DUE_FROM, terms.REVISED_DUE_BY) if update.text(terms.REVISED_TEXT) else "",
        update.text(terms.REVISED_TEXT),
        facts.holds(terms.CERTAIN),
        facts.holds(terms.INHERITED),
        _quotes(evidence, [iri, *updates], number),
    )


def _quotes(evidence: EvidenceIndex, subjects: Iterable[str], number: str) -> tuple[Quote, ...]:
    """Give the quotes of an assignment and its update but for the names that they mention."""
    fields = ("owner", "due", "update", "revised")
    return tuple(quote for subject in subjects for quote in evidence.quotes(subject, *fields, about=number))


def _due(facts: Said, start: str, end: str) -> str:
    kind = facts.text(terms.DUE_KIND).rpartition("#")[2]
    return due_in_words(kind, facts.day(start), facts.day(end)) if kind else ""
