"""A recommendation or concern and how the body answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.assignment import map_assignments
from answerable.graph.mapping.evidence import cite, pieces_for
from answerable.graph.mapping.kinds import map_kind
from answerable.graph.mapping.response import map_response
from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from answerable.extract.records import Recommendation
    from answerable.graph.mapping.scope import Scope, Siblings

__all__ = ["map_recommendation", "recommendation_iri"]


def map_recommendation(scope: Scope, position: int, recommendation: Recommendation) -> str:
    """State one recommendation with its answer, actions and assignments, and give its address."""
    iri = recommendation_iri(scope.siblings, scope.plan, recommendation)
    _describe(scope, iri, recommendation)
    scope.stated.number(iri, terms.POSITION, position)
    _addressee(scope, iri, recommendation)
    _answer(scope, iri, recommendation)
    cite(scope, iri, recommendation.evidence)
    actions = map_response(scope, iri, recommendation.actions)
    map_assignments(scope, iri, actions, recommendation.assignments)
    return iri


def recommendation_iri(siblings: Siblings, plan: str, recommendation: Recommendation) -> str:
    """Give the address of a recommendation of a plan; `siblings` are those that had theirs before, in printed order."""
    kind = "concern" if recommendation.kind == "concern" else "recommendation"
    return siblings.child(plan, kind, recommendation.number)


def _describe(scope: Scope, iri: str, recommendation: Recommendation) -> None:
    lines = scope.stated
    lines.link(iri, terms.RDF_TYPE, terms.RECOMMENDATION)
    if recommendation.kind == "concern":
        lines.link(iri, terms.RDF_TYPE, terms.CONCERN)
    lines.link(iri, terms.DCTERMS_IS_PART_OF, scope.plan)
    lines.text(iri, terms.DCTERMS_IDENTIFIER, recommendation.number)
    lines.text(iri, terms.DCTERMS_DESCRIPTION, recommendation.text)
    lines.text(iri, terms.TEXT_RAW, recommendation.text_raw)
    lines.text(iri, terms.LEVEL, recommendation.level)
    for term, marked in (
        (terms.NUMBER_INFERRED, recommendation.number_inferred),
        (terms.DAMAGED, recommendation.damaged),
        (terms.REPEATED, recommendation.repeated),
    ):
        if marked:
            lines.flag(iri, term, value=True)


def _addressee(scope: Scope, iri: str, recommendation: Recommendation) -> None:
    if not recommendation.addressee:
        return
    scope.stated.text(iri, terms.ADDRESSEE_TEXT, recommendation.addressee)
    for agent in scope.addresses.addressees(recommendation.addressee):
        scope.stated.link(iri, terms.ADDRESSED_TO, agent)
        scope.stated.link(agent, terms.RDF_TYPE, terms.FOAF_AGENT)
        map_kind(scope, agent)
        cite(scope, agent, pieces_for("addressee", recommendation.evidence))


def _answer(scope: Scope, iri: str, recommendation: Recommendation) -> None:
    if recommendation.status:
        scope.stated.link(iri, terms.RESPONSE_STATUS, concepts.RESPONSE_STATUSES[recommendation.status].iri)
    scope.stated.text(iri, terms.RATIONALE, recommendation.rationale)
    for reason in recommendation.rationale_categories:
        lines = scope.stated if reason.stated else scope.inferred
        concept = concepts.REASONS.get(reason.category, concepts.REASONS["other"])
        lines.link(iri, terms.REASON, concept.iri)
