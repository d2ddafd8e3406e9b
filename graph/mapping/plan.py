"""A plan and the inspection report it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.days import whole_day
from answerable.graph.mapping.evidence import cite, pieces_for
from answerable.graph.mapping.kinds import map_alternatives, map_kind
from answerable.graph.mapping.versions import plan_key
from answerable.ontology import terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from answerable.graph.mapping.scope import Scope

__all__ = ["map_plan_head"]

_TOTALS = {
    "Agreed": terms.DECLARED_AGREED,
    "Partly Agreed": terms.DECLARED_PARTLY_AGREED,
    "Not Agreed": terms.DECLARED_NOT_AGREED,
    "Total": terms.DECLARED_TOTAL,
}


def map_plan_head(scope: Scope) -> None:
    """State what a plan's head prints: title, dates, the report and the body inspected."""
    record, lines, plan = scope.record, scope.stated, scope.plan
    for kind in (terms.ACTION_PLAN, terms.PROV_PLAN, terms.P_PLAN_PLAN):
        lines.link(plan, terms.RDF_TYPE, kind)
    lines.link(plan, terms.DCTERMS_SOURCE, scope.document)
    lines.text(plan, terms.DCTERMS_TITLE, record.title)
    lines.date(plan, terms.DCTERMS_DATE_SUBMITTED, whole_day(record.submitted))
    lines.date(plan, terms.DCTERMS_MODIFIED, whole_day(record.updated))
    for word, count in (record.declared_totals or {}).items():
        if word in _TOTALS:
            lines.number(plan, _TOTALS[word], count)
    cite(scope, plan, record.evidence)
    _report(scope)
    _inspected(scope)


def _report(scope: Scope) -> None:
    report = mint(scope.base, "report", *plan_key(scope.record))
    scope.stated.link(scope.plan, terms.RESPONDS_TO, report)
    scope.stated.link(report, terms.RDF_TYPE, terms.INSPECTION_REPORT)
    scope.stated.date(report, terms.DCTERMS_ISSUED, whole_day(scope.record.report_published))
    record = scope.record
    for name in record.inspectorates:
        body = scope.addresses.inspectorate(name)
        scope.stated.link(report, terms.DCTERMS_CREATOR, body)
        map_kind(scope, body)
        cite(scope, body, pieces_for("inspectorates", record.evidence))
    cite(scope, report, record.evidence)


def _inspected(scope: Scope) -> None:
    name = scope.record.inspected_body
    if not name:
        return
    subject = scope.addresses.subject(name, scope.record.inspected_iri)
    scope.stated.link(scope.plan, terms.INSPECTED, subject)
    scope.stated.link(subject, terms.RDF_TYPE, terms.INSPECTION_SUBJECT)
    map_kind(scope, subject)
    map_alternatives(scope, subject, [name])
    cite(scope, subject, pieces_for("inspected_body", scope.record.evidence))
