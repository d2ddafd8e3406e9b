"""The address of every plan of a build: the body inspected and the date of the report make a plan what it is.

Several documents can be one plan's: the original and its updates. The earliest keeps the plain address, so that it
does not change when an update arrives; a later one adds the day it was updated or submitted, or its content.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable.extract.records import PlanRecord

__all__ = ["age", "plan_iris", "plan_key"]

_SHORT = 16


def plan_key(record: PlanRecord) -> tuple[str, ...]:
    """Give what makes a plan this plan: body and report date, else title and submission, else the file's content."""
    if record.inspected_body and record.report_published:
        return _body(record), record.report_published
    if record.title and record.submitted:
        return record.title, record.submitted
    return (record.source.sha256[:_SHORT],)


def plan_iris(records: Iterable[PlanRecord], base: str) -> Mapping[str, str]:
    """Give the address of each record's plan by the SHA-256 of its source, whatever the order of the records."""
    versions: defaultdict[str, list[PlanRecord]] = defaultdict(list)
    for record in records:
        versions[mint(base, "plan", *plan_key(record))].append(record)
    return {
        record.source.sha256: iri
        for plain, group in versions.items()
        for record, iri in _apart(plain, sorted(group, key=age))
    }


def age(record: PlanRecord) -> tuple[str, str, str]:
    """Give what puts the versions of one plan in order of time."""
    return record.updated or "", record.submitted or "", record.source.sha256


def _body(record: PlanRecord) -> str:
    """Give the body by its address where it has one, so that two spellings of it give one plan."""
    return record.inspected_iri.rsplit("/", 1)[-1] if record.inspected_iri else record.inspected_body or ""


def _apart(plain: str, group: list[PlanRecord]) -> Iterable[tuple[PlanRecord, str]]:
    taken: set[str] = set()
    for record in group:
        dated = mint(plain + "/", "version", record.updated or record.submitted or record.source.sha256[:_SHORT])
        exact = mint(plain + "/", "version", record.source.sha256[:_SHORT])
        iri = next(choice for choice in (plain, dated, exact) if choice not in taken)
        taken.add(iri)
        yield record, iri
