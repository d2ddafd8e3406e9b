"""The address of every plan of a build: the body inspected and the date of the report make a plan what it is.

Several documents can be one plan's: the original and its updates. The earliest keeps the plain address, so that it
does not change when an update arrives; a later one adds the day it was updated or submitted, or its content.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable.extract.records import PlanRecord

__all__ = ["Age", "age", "plan_iris", "plan_key", "version_iris"]

Age: TypeAlias = tuple[str, str, str]
"""What puts the versions of one plan in order of time: when updated, when submitted, the hash of the source."""

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
    versions: defaultdict[str, list[Age]] = defaultdict(list)
    for record in records:
        versions[mint(base, "plan", *plan_key(record))].append(age(record))
    return {source: iri for plain, group in versions.items() for source, iri in version_iris(plain, group).items()}


def version_iris(plain: str, ages: Iterable[Age]) -> Mapping[str, str]:
    """Give the address of each version of the plan that is `plain`, by the SHA-256 of its source."""
    iris: dict[str, str] = {}
    for updated, submitted, source in sorted(ages):
        dated = mint(plain + "/", "version", updated or submitted or source[:_SHORT])
        exact = mint(plain + "/", "version", source[:_SHORT])
        iris[source] = next(choice for choice in (plain, dated, exact) if choice not in iris.values())
    return iris


def age(record: PlanRecord) -> Age:
    """Give what puts the versions of one plan in order of time."""
    return record.updated or "", record.submitted or "", record.source.sha256


def _body(record: PlanRecord) -> str:
    """Give the body by its address where it has one, so that two spellings of it give one plan."""
    return record.inspected_iri.rsplit("/", 1)[-1] if record.inspected_iri else record.inspected_body or ""
