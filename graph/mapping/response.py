"""What a body says it will do: commitments are actions, all other paragraphs of a response are notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.extract.records import Action, ActionKind
from answerable.graph.mapping.evidence import cite
from answerable.graph.mapping.scope import Scope, digest
from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["map_response"]


def map_response(scope: Scope, recommendation: str, entries: Sequence[Action]) -> Mapping[int, str]:
    """State the entries of a response in order, and give the addresses of its actions by their place in the record."""
    actions: dict[int, str] = {}
    for index, entry in enumerate(entries):
        if entry.kind is ActionKind.ACTION:
            iri = actions[index] = _action(scope, recommendation, entry)
        else:
            iri = _note(scope, recommendation, entry)
        _describe(scope, iri, index + 1, entry)
    return actions


def _action(scope: Scope, recommendation: str, entry: Action) -> str:
    iri = scope.child(recommendation, "action", entry.label or digest(entry.text))
    scope.stated.link(iri, terms.RDF_TYPE, terms.ACTION)
    scope.stated.link(iri, terms.ANSWERS, recommendation)
    scope.stated.link(iri, terms.P_PLAN_IS_STEP_OF_PLAN, scope.plan)
    return iri


def _note(scope: Scope, recommendation: str, entry: Action) -> str:
    iri = scope.child(recommendation, "note", digest(entry.text))
    scope.stated.link(iri, terms.RDF_TYPE, terms.NOTE)
    scope.stated.link(recommendation, terms.SKOS_NOTE, iri)
    scope.stated.link(iri, terms.NOTE_KIND, concepts.NOTE_KINDS[entry.kind].iri)
    return iri


def _describe(scope: Scope, iri: str, position: int, entry: Action) -> None:
    scope.stated.text(iri, terms.LABEL, entry.label)
    scope.stated.text(iri, terms.DCTERMS_DESCRIPTION, entry.text)
    scope.stated.text(iri, terms.TEXT_RAW, entry.text_raw)
    scope.stated.number(iri, terms.POSITION, position)
    if entry.damaged:
        scope.stated.flag(iri, terms.DAMAGED, value=True)
    cite(scope, iri, entry.evidence)
    scope.passages.add(iri, entry.evidence)
