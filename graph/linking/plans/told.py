"""What linking needs of a plan and of each of its recommendations: their addresses, day, body, words and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from answerable.graph.linking.merging import day_of
from answerable.graph.linking.plans.vectors import words_in
from answerable.graph.mapping.addresses import rebased
from answerable.graph.mapping.evidence import evidence_iri, pieces_for
from answerable.graph.mapping.recommendation import recommendation_iri
from answerable.graph.mapping.scope import Siblings, document_iri
from answerable.graph.mapping.versions import Age, age, plan_key
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord, Recommendation

__all__ = ["ToldPlan", "ToldRecommendation", "recommendation_iris", "told_plan"]


class ToldRecommendation(NamedTuple):
    """One recommendation, as other plans' recommendations meet it."""

    iri: str
    words: tuple[str, ...]
    """Its words that tell it from others, in the order of the alphabet (`vectors.words_in`)."""
    repeated: bool
    """Whether it says that it is a repeat."""
    evidence: tuple[str, ...]
    """The addresses of the evidence of its words."""


@dataclass(frozen=True, slots=True)
class ToldPlan:
    """One document's plan, as other plans meet it."""

    iri: str
    root: str
    """The address that all versions of the plan begin with: that of the first."""
    body: str | None
    """What was inspected: its address, else its folded name."""
    day: str
    version: Age
    """What puts the versions of one plan in order of time."""
    sha256: str
    recommendations: tuple[ToldRecommendation, ...]

    @property
    def age(self) -> tuple[str, str]:
        """Give what puts plans of one body in order of time."""
        return self.day, self.iri


def told_plan(record: PlanRecord, plan: str, base: str) -> ToldPlan:
    """Give what linking needs of a record whose plan has this address."""
    iris = recommendation_iris(record, plan)
    document = document_iri(record.source.sha256, base)
    return ToldPlan(
        iri=plan,
        root=mint(base, "plan", *plan_key(record)),
        body=_body(record, base),
        day=day_of(record),
        version=age(record),
        sha256=record.source.sha256,
        recommendations=tuple(
            _told(each, iri, document) for each, iri in zip(record.recommendations, iris, strict=True)
        ),
    )


def recommendation_iris(record: PlanRecord, plan: str) -> list[str]:
    """Give the address of each recommendation of a record, as the mapping gives it."""
    siblings = Siblings()
    return [recommendation_iri(siblings, plan, each) for each in record.recommendations]


def _told(recommendation: Recommendation, iri: str, document: str) -> ToldRecommendation:
    evidence = tuple(evidence_iri(document, piece) for piece in pieces_for("text", recommendation.evidence))
    return ToldRecommendation(iri, words_in(recommendation.text), recommendation.repeated, evidence)


def _body(record: PlanRecord, base: str) -> str | None:
    if record.inspected_iri:
        return rebased(record.inspected_iri, base)
    return " ".join((record.inspected_body or "").casefold().split()) or None
