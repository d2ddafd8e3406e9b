"""A later version of a plan: that it revises the one before, and what it says differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from answerable.graph.changes import Change, changes
from answerable.graph.linking.plans.told import ToldPlan, recommendation_iris
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import digest, graph_iri
from answerable.ontology import concepts, terms
from answerable.ontology.iris import DEFAULT_BASE, mint

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

__all__ = ["map_revisions"]

Version: TypeAlias = "tuple[ToldPlan, PlanRecord]"


def map_revisions(earlier: Version, later: Version, *, base: str = DEFAULT_BASE) -> Sequence[str]:
    """Give the lines that say that one version of a plan revises another, and each change between the two."""
    lines = GraphLines(graph_iri(base, "inferred"))
    lines.link(later[0].iri, terms.PROV_WAS_REVISION_OF, earlier[0].iri)
    iris = _by_number(*earlier) | _by_number(*later)
    taken: Counter[str] = Counter()
    for change in changes(earlier[1], later[1]):
        told = digest(change.kind, change.recommendation, change.subject, change.before or "", change.after or "")
        taken[told] += 1
        name = told if taken[told] == 1 else f"{told}-{taken[told]}"
        _change(lines, mint(later[0].iri + "/", "change", name), change, later[0], iris)
    return lines.lines


def _change(lines: GraphLines, node: str, change: Change, plan: ToldPlan, iris: Mapping[str, str]) -> None:
    lines.link(node, terms.RDF_TYPE, terms.CHANGE)
    lines.link(node, terms.CHANGE_IN, plan.iri)
    lines.link(node, terms.CHANGE_OF, iris[change.recommendation])
    lines.link(node, terms.CHANGE_KIND, concepts.CHANGE_KINDS[change.kind].iri)
    lines.text(node, terms.BEFORE, change.before)
    lines.text(node, terms.AFTER, change.after)
    lines.number(node, terms.DAYS, change.days)
    for owner in change.owners:
        lines.link(node, terms.DCTERMS_REFERENCES, owner)


def _by_number(plan: ToldPlan, record: PlanRecord) -> dict[str, str]:
    """Give the address of each recommendation by its number, the first where a number stands twice."""
    iris = recommendation_iris(record, plan.iri)
    return {each.number: iri for each, iri in reversed(list(zip(record.recommendations, iris, strict=True)))}
