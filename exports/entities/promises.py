"""Assignments as rows of a table: who, for what, by when, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.model import Promise, Reference
from answerable.exports.entities.naming import names_of
from answerable.exports.entities.quoting import evidence_of
from answerable.exports.entities.statements import Said, said
from answerable.exports.facts.words import due_in_words
from answerable.graph.notation import checked_iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.exports.facts import EvidenceIndex, Quote
    from answerable.graph.askable import Askable

__all__ = ["promises_about", "question_of"]

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


def promises_about(graph: Askable, iri: str, kind: str, most: int) -> tuple[tuple[Promise, ...], int]:
    """Give the first promises that concern a thing, in the order of plans and of print, and how many there are."""
    question = question_of(iri, kind)
    rows = [tuple(map(str, row[:3])) for row in graph.select(question)] if question else []
    shown = rows[:most]
    return _Promises(graph, shown).all(), len({row[0] for row in rows})


class _Promises:
    """Assignments with all that a row of the table needs, read together."""

    def __init__(self, graph: Askable, rows: Sequence[tuple[str, ...]]) -> None:
        self._rows = rows
        self._facts = said(graph, (row[0] for row in rows))
        links = [iri for facts in self._facts.values() for iri in facts.iris(terms.OWNER, terms.ASSIGNED_ACTION)]
        updates = [iri for facts in self._facts.values() for iri in facts.iris(terms.UPDATED_BY)]
        self._updates = said(graph, updates)
        statuses = [iri for facts in self._updates.values() for iri in facts.iris(terms.STATUS)]
        self._names = names_of(graph, [*links, *statuses, *(iri for row in rows for iri in row[1:])])
        self._evidence = evidence_of(graph, [*(row[0] for row in rows), *updates])

    def all(self) -> tuple[Promise, ...]:
        """Give them in printed order within each recommendation."""
        rank = {row[1]: place for place, row in reversed(list(enumerate(self._rows)))}
        ordered = sorted(self._rows, key=lambda row: (rank[row[1]], self._evidence.stands(row[0]), row[0]))
        return tuple(self._promise(*row) for row in ordered)

    def _promise(self, iri: str, recommendation: str, plan: str) -> Promise:
        facts = self._facts[iri]
        updates = facts.iris(terms.UPDATED_BY)
        update = self._updates.get(updates[0], Said()) if updates else Said()
        number = self._names[recommendation].label.rpartition(" ")[2]
        return Promise(
            iri,
            self._names[recommendation],
            self._names[plan],
            self._references(facts.iris(terms.OWNER)),
            facts.text(terms.AS_PRINTED),
            self._references(facts.iris(terms.ASSIGNED_ACTION)),
            _due(facts, terms.DUE_FROM, terms.DUE_BY),
            facts.text(terms.DUE_TEXT),
            facts.day(terms.DUE_BY),
            ", ".join(self._names[each].label for each in update.iris(terms.STATUS)),
            update.text(terms.DCTERMS_DESCRIPTION),
            update.day(terms.AS_AT),
            _due(update, terms.REVISED_DUE_FROM, terms.REVISED_DUE_BY) if update.text(terms.REVISED_TEXT) else "",
            update.text(terms.REVISED_TEXT),
            facts.holds(terms.CERTAIN),
            facts.holds(terms.INHERITED),
            _quotes(self._evidence, [iri, *updates], number),
        )

    def _references(self, iris: Iterable[str]) -> tuple[Reference, ...]:
        return tuple(self._names[iri] for iri in iris)


def _quotes(evidence: EvidenceIndex, subjects: Iterable[str], number: str) -> tuple[Quote, ...]:
    """Give the quotes of an assignment and its update but for the names that they mention."""
    fields = ("owner", "due", "update", "revised")
    return tuple(quote for subject in subjects for quote in evidence.quotes(subject, *fields, about=number))


def _due(facts: Said, start: str, end: str) -> str:
    kind = facts.text(terms.DUE_KIND).rpartition("#")[2]
    return due_in_words(kind, facts.day(start), facts.day(end)) if kind else ""
