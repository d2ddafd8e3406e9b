"""What changed between two builds: plans that came, went, were updated or are read otherwise, each with its changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from answerable.extract.records import PlanRecord
from answerable.graph.changes.change import Change
from answerable.graph.changes.comparing import changes
from answerable.graph.mapping.versions import age, plan_key
from answerable.graph.snapshots.records import KeptPlan, SnapshotRecords

__all__ = ["PlanChange", "PlanDifference", "differences"]


class PlanChange(StrEnum):
    """What happened to a plan."""

    ADDED = "added"
    UPDATED = "updated"
    """It is a later version of a plan that stands beside it, and is compared with that."""
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """How one plan differs between two builds."""

    kind: PlanChange
    plan: str
    """Its address."""
    title: str
    document: str
    """The name of the file, in the newer build where it is there."""
    recommendations: int
    changes: tuple[Change, ...]
    returned: tuple[str, ...]
    """The numbers of recommendations that now say they have come back."""


def differences(old: SnapshotRecords, new: SnapshotRecords) -> Iterator[PlanDifference]:
    """Give every plan that differs, by address; plans are the same where their addresses are.

    A plan whose record is another but says the same, such as one read with more evidence, is no difference.
    """
    for iri in sorted({*old.plans, *new.plans}):
        before, after = old.plans.get(iri), new.plans.get(iri)
        if after is None and before is not None:
            yield _difference(PlanChange.WITHDRAWN, iri, None, old.load(before))
        elif after is not None and before is None:
            yield _came(iri, after, new)
        elif before is not None and after is not None and before.sha256 != after.sha256:
            difference = _difference(PlanChange.CHANGED, iri, old.load(before), new.load(after))
            if difference.changes or difference.returned:
                yield difference


def _came(iri: str, plan: KeptPlan, new: SnapshotRecords) -> PlanDifference:
    earlier = _earlier(plan, new.plans)
    if earlier is None:
        return _difference(PlanChange.ADDED, iri, None, new.load(plan))
    return _difference(PlanChange.UPDATED, iri, new.load(earlier), new.load(plan))


def _earlier(plan: KeptPlan, plans: Mapping[str, KeptPlan]) -> KeptPlan | None:
    """Give the version of the same plan that came just before, in the same build."""
    key = plan_key(plan.head)
    versions = [each for each in plans.values() if plan_key(each.head) == key and age(each.head) < age(plan.head)]
    return max(versions, key=lambda each: age(each.head), default=None)


def _difference(kind: PlanChange, iri: str, old: PlanRecord | None, new: PlanRecord) -> PlanDifference:
    returned = _returned(new) - (_returned(old) if old else set())
    return PlanDifference(
        kind=kind,
        plan=iri,
        title=new.title or new.source.name,
        document=new.source.name,
        recommendations=len(new.recommendations),
        changes=tuple(changes(old, new)) if old else (),
        returned=() if kind is PlanChange.WITHDRAWN else tuple(_in_print_order(returned, new)),
    )


def _returned(record: PlanRecord) -> set[str]:
    return {each.number for each in record.recommendations if each.repeated}


def _in_print_order(numbers: set[str], record: PlanRecord) -> list[str]:
    return [each.number for each in record.recommendations if each.number in numbers]
