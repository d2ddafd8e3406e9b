"""Values that people put right, shown as such: what was read, what is right, who said so and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from answerable.graph.mapping.scope import Scope, digest
from answerable.ontology import terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from answerable.extract.records import Correction

__all__ = ["map_corrections"]


def map_corrections(scope: Scope, recommendations: Mapping[str, str]) -> None:
    """State the corrections of a record; `recommendations` gives addresses by number."""
    for correction in scope.record.corrections:
        numbers = (
            correction.recommendation or "",
            correction.after,
        )  # a number that was put right goes by the right one
        found = (recommendations[number] for number in numbers if number in recommendations)
        _correction(scope, correction, next(found, scope.plan))


def _correction(scope: Scope, correction: Correction, subject: str) -> None:
    lines, told = scope.stated, (correction.field, correction.before, correction.after, str(correction.row))
    node = scope.child(scope.document, "correction", digest(subject, *told))
    reviewer = mint(scope.base, "reviewer", correction.user)
    for kind in (terms.CORRECTION, terms.PROV_ACTIVITY):
        lines.link(node, terms.RDF_TYPE, kind)
    lines.link(node, terms.CORRECTS, subject)
    lines.text(node, terms.FIELD, correction.field)
    lines.text(node, terms.BEFORE, correction.before)
    lines.text(node, terms.AFTER, correction.after)
    lines.number(node, terms.ROW, correction.row)
    lines.text(node, terms.RDFS_COMMENT, correction.note)
    lines.typed(node, terms.DCTERMS_DATE, correction.date, terms.XSD_DATE)
    lines.link(node, terms.PROV_WAS_ASSOCIATED_WITH, reviewer)
    lines.link(reviewer, terms.RDF_TYPE, terms.PROV_AGENT)
    lines.text(reviewer, terms.FOAF_NAME, correction.user)
