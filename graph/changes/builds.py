"""What changed between two builds: plans that came, went, were updated or are read otherwise, each with its changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from answerable.extract.records import PlanRecord
from answerable.graph.changes.comparing import changes
from answerable.graph.changes.difference import DifferenceKind, PlanDifference
from answerable.graph.mapping.versions import age, plan_key
from answerable.graph.snapshots.records import KeptPlan, SnapshotRecords

__all__ = ["differences"]


def differences(old: SnapshotRecords, new: SnapshotRecords) -> Iterator[PlanDifference]:
    """Give every plan that differs, by address; plans are the same where their addresses are.

    A plan whose record is another but says the same, such as one read with more evidence, is no difference.
    """
    for iri in sorted({*old.plans, *new.plans}):
        before, after = old.plans.get(iri), new.plans.get(iri)
        if after is None and before is not None:
            yield _difference(DifferenceKind.WITHDRAWN, iri, None, old.load(before))
        elif after is not None and before is None:
            yield _came(iri, after, new)
        elif before is not None and after is not None and before.sha256 != after.sha256:
            difference = _difference(DifferenceKind.CHANGED, iri, old.load(before), new.load(after))
            if difference.changes or difference.returned:
                yield difference


def _came(iri: str, plan: KeptPlan, new: SnapshotRecords) -> PlanDifference:
    earlier = _earlier(plan, new.plans)
    if earlier is None:
        return _difference(DifferenceKind.ADDED, iri, None, new.load(plan))
    return _difference(DifferenceKind.UPDATED, iri, new.load(earlier), new.load(plan))


def _earlier(plan: KeptPlan, plans: Mapping[str, KeptPlan]) -> KeptPlan | None:
    """Give the version of the same plan that came just before, in the same build."""
    key = plan_key(plan.head)
    versions = [each for each in plans.values() if plan_key(each.head) == key and age(each.head) < age(plan.head)]
    return max(versions, key=lambda each: age(each.head), default=None)


def _difference(kind: DifferenceKind, iri: str, old: PlanRecord | None, new: PlanRecord) -> PlanDifference:
    returned = _returned(new) - (_returned(old) if old else set())
    return PlanDifference(
        kind=kind,
        plan=iri,
        title=new.title or new.source.name,
        document=new.source.name,
        recommendations=len(new.recommendations),
        changes=tuple(changes(old, new)) if old else (),
        returned=() if kind is DifferenceKind.WITHDRAWN else tuple(_in_print_order(returned, new)),
    )


def _returned(record: PlanRecord) -> set[str]:
    return {each.number for each in record.recommendations if each.repeated}


def _in_print_order(numbers: set[str], record: PlanRecord) -> list[str]:
    return [each.number for each in record.recommendations if each.number in numbers]
