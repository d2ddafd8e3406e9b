"""Who owns a response and by when: one node for each printed owner with its date, and one for its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.extract.records import Assignment, DueDate, DueKind
from answerable.graph.mapping.days import first_day, last_day, whole_day
from answerable.graph.mapping.evidence import cite
from answerable.graph.mapping.holders import map_holders
from answerable.graph.mapping.scope import Scope, digest
from answerable.graph.mapping.shortcuts import infer_ownership
from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["map_assignments"]

_PROGRESS = frozenset({"update", "revised"})


def map_assignments(
    scope: Scope, recommendation: str, actions: Mapping[int, str], assignments: Sequence[Assignment]
) -> None:
    """State the assignments of a recommendation; `actions` gives its actions by their place in the record."""
    for assignment in assignments:
        printed = sorted(owner.text.casefold() for owner in assignment.owners)
        iri = scope.child(recommendation, "assignment", digest(*printed, assignment.due.text))
        mine = [actions[index] for index in assignment.actions or () if index in actions]
        scope.stated.link(iri, terms.RDF_TYPE, terms.ASSIGNMENT)
        scope.stated.link(iri, terms.OF, recommendation)
        for action in mine:
            scope.stated.link(iri, terms.ASSIGNED_ACTION, action)
        _describe(scope, iri, assignment)
        holders = map_holders(scope, iri, assignment)
        infer_ownership(scope, recommendation, holders, mine if assignment.certain else ())
        _progress(scope, iri, assignment)
        scope.passages.add(iri, (piece for piece in assignment.evidence if piece.field in _PROGRESS))


def _describe(scope: Scope, iri: str, assignment: Assignment) -> None:
    lines, due = scope.stated, assignment.due
    lines.text(iri, terms.AS_PRINTED, assignment.owner_text)
    lines.flag(iri, terms.CERTAIN, assignment.certain)
    if assignment.inherited:
        lines.flag(iri, terms.INHERITED, value=True)
    lines.text(iri, terms.DUE_TEXT, due.text)
    _date(scope, iri, due)
    lines.date(iri, terms.DUE_FROM, first_day(due.from_))
    lines.date(iri, terms.DUE_BY, last_day(due.to))
    cite(scope, iri, (piece for piece in assignment.evidence if piece.field not in _PROGRESS))


def _date(scope: Scope, iri: str, due: DueDate) -> None:
    scope.stated.link(iri, terms.DUE_KIND, concepts.DUE_KINDS[due.kind].iri)
    if due.edtf:
        scope.stated.typed(iri, terms.EDTF_DATE, due.edtf, terms.EDTF_LITERAL)


def _progress(scope: Scope, assignment_iri: str, assignment: Assignment) -> None:
    if assignment.update is None and assignment.revised_text is None:
        return
    lines, revised, iri = scope.stated, assignment.revised_due, f"{assignment_iri}/update"
    lines.link(assignment_iri, terms.UPDATED_BY, iri)
    lines.link(iri, terms.RDF_TYPE, terms.UPDATE)
    lines.link(iri, terms.STATUS, _status(assignment).iri)
    lines.date(iri, terms.AS_AT, whole_day(scope.record.updated))
    lines.text(iri, terms.DCTERMS_DESCRIPTION, assignment.update)
    lines.text(iri, terms.REVISED_TEXT, assignment.revised_text)
    if revised:
        _date(scope, iri, revised)
        lines.date(iri, terms.REVISED_DUE_FROM, first_day(revised.from_))
        lines.date(iri, terms.REVISED_DUE_BY, last_day(revised.to))
    cite(scope, iri, (piece for piece in assignment.evidence if piece.field in _PROGRESS))


def _status(assignment: Assignment) -> concepts.Concept:
    revised = assignment.revised_due
    if revised is None or revised.kind is DueKind.NONE:
        return concepts.UPDATE_STATUSES["unknown"]
    if revised.kind is not DueKind.COMPLETED:
        return concepts.UPDATE_STATUSES["open"]
    said = (concepts.STATUS_WORDS.get(word) for word in (assignment.revised_text or "").casefold().split())
    return next((concept for concept in said if concept), concepts.UPDATE_STATUSES["complete"])
