"""Links that follow from what is stated, for people who write queries by hand; they stand in the inferred graph."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import Scope, graph_iri
from answerable.ontology import terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["RULES", "InferenceRule", "confidence_of", "infer_ownership", "map_rules"]


class InferenceRule(NamedTuple):
    """What makes a link that is not printed, and how sure it is: 1 where it follows from what is stated."""

    name: str
    infers: str
    confidence: str
    description: str


RULES: Final = (
    InferenceRule("owned by", terms.OWNED_BY, "1.0", "The holder owns an assignment of the recommendation or action."),
    InferenceRule("answerable for", terms.ANSWERABLE_FOR, "1.0", "The holder owns an assignment of it."),
    InferenceRule("works with", terms.WORKS_WITH, "1.0", "Both holders own one assignment."),
    InferenceRule("measure", terms.MEASURE_OF, "1.0", "Computed of a network of the build, by the method it names."),
    InferenceRule("involves", terms.INVOLVES, "1.0", "The recommendation, its answer or its owners mention the thing."),
    InferenceRule(
        "reason by words", terms.REASON, "0.7", "The rationale uses words of this reason but does not name it."
    ),
    InferenceRule(
        "respondent's post",
        terms.ORG_POST_IN,
        "0.8",
        "The owner names no body, so the post is taken to be in the body that the plan answers for.",
    ),
    InferenceRule("respondent's unit", terms.ORG_UNIT_OF, "0.8", "As for a post, of a unit."),
    InferenceRule("respondent's person", terms.ORG_MEMBER_OF, "0.8", "As for a post, of a named person."),
    InferenceRule(
        "successor", terms.SUCCESSOR, "0.9", "A change event in the reference data turned the one body into the other."
    ),
    InferenceRule(
        "repeats",
        terms.REPEATS,
        "0.9",
        "The text says it is repeated, and one recommendation of an earlier plan of the body is clearly the likest.",
    ),
    InferenceRule(
        "similar to", terms.SIMILAR_TO, "0.5", "Two recommendations of different plans share much of their rarer words."
    ),
    InferenceRule(
        "previous plan",
        terms.PREVIOUS_PLAN,
        "0.9",
        "Both plans answer inspections of one body, the one before the other.",
    ),
    InferenceRule(
        "version", terms.PROV_WAS_REVISION_OF, "0.95", "Both documents have the body and the report date of one plan."
    ),
    InferenceRule(
        "change", terms.CHANGE_IN, "0.9", "Recommendations, owners and dates of two versions are paired and compared."
    ),
    InferenceRule(
        "copy", terms.COPY_OF, "0.95", "Both documents have the body, the dates and nearly the words of one plan."
    ),
)
"""One rule for each kind of link in the inferred graph, so that the link itself tells its rule.

A confidence below 1 is an estimate of how often the reading is right, there to sort by and not a measurement.
"""


def infer_ownership(scope: Scope, recommendation: str, holders: Sequence[str], actions: Iterable[str]) -> None:
    """Tie the holders of an assignment to its recommendation, to the actions it surely has, and to each other."""
    lines = scope.inferred
    for holder in holders:
        lines.link(holder, terms.ANSWERABLE_FOR, recommendation)
        for owned in (recommendation, *actions):
            lines.link(owned, terms.OWNED_BY, holder)
    for one, other in permutations(holders, 2):
        lines.link(one, terms.WORKS_WITH, other)


def confidence_of(link: str) -> str:
    """Give how sure the links of one kind are, as a decimal number."""
    return next(rule.confidence for rule in RULES if rule.infers == link)


def map_rules(base: str) -> GraphLines:
    """Describe the inferred graph and the rules it applies, within itself."""
    lines = GraphLines(graph_iri(base, "inferred"))
    lines.link(lines.graph, terms.RDF_TYPE, terms.INFERRED_GRAPH)
    for rule in RULES:
        iri = mint(base, "rule", rule.name)
        lines.link(lines.graph, terms.APPLIES, iri)
        lines.link(iri, terms.RDF_TYPE, terms.INFERENCE_RULE)
        lines.text(iri, terms.RDFS_LABEL, rule.name)
        lines.text(iri, terms.DCTERMS_DESCRIPTION, rule.description)
        lines.link(iri, terms.INFERS, rule.infers)
        lines.typed(iri, terms.CONFIDENCE, rule.confidence, terms.XSD_DECIMAL)
    return lines
