"""What the questions count is what the records count, worked out without a graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from answerable.extract.records import DueKind
from answerable.graph.mapping.days import last_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from answerable.extract.records import Assignment, PlanRecord, Recommendation
    from answerable.graph import Store

    Asked = Callable[..., list[dict[str, Any]]]
    Parts = list[tuple[PlanRecord, Recommendation, Assignment]]


@pytest.fixture(scope="module")
def parts(example_records: tuple[PlanRecord, ...]) -> Parts:
    return list(assignments(example_records))


def assignments(records: tuple[PlanRecord, ...]) -> Iterator[tuple[PlanRecord, Recommendation, Assignment]]:
    for record in records:
        for recommendation in record.recommendations:
            yield from ((record, recommendation, assignment) for assignment in recommendation.assignments)


def holders(assignment: Assignment) -> set[str]:
    return {owner.iri for owner in assignment.owners}


def test_owners(examples: Store, asked: Asked, parts: Parts) -> None:
    held = Counter(iri for _, _, assignment in parts for iri in holders(assignment))
    assert {row["iri"]: row["assignments"] for row in asked(examples, "owners")} == held


def test_across_plans(examples: Store, asked: Asked, parts: Parts) -> None:
    plans: defaultdict[str, set[str]] = defaultdict(set)
    for record, _, assignment in parts:
        for iri in holders(assignment):
            plans[iri].add(record.source.name)
    expected = {iri: len(names) for iri, names in plans.items() if len(names) > 1}
    assert {row["iri"]: row["plans"] for row in asked(examples, "across-plans")} == expected


def test_joint(examples: Store, asked: Asked, parts: Parts) -> None:
    assert len(asked(examples, "joint")) == sum(len(holders(assignment)) > 1 for _, _, assignment in parts)


def test_single_owner(examples: Store, asked: Asked, parts: Parts) -> None:
    held: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for record, recommendation, assignment in parts:
        held[record.source.name, recommendation.number] |= holders(assignment)
    assert len(asked(examples, "single-owner")) == sum(len(owners) == 1 for owners in held.values())


def test_missing(examples: Store, asked: Asked, parts: Parts) -> None:
    without = sum(assignment.due.kind is DueKind.NONE or not assignment.owners for _, _, assignment in parts)
    assert len(asked(examples, "missing")) == without


def test_busiest(examples: Store, asked: Asked, parts: Parts) -> None:
    days = (last_day(each.due.to) for _, _, each in parts if each.due.kind is not DueKind.COMPLETED)
    months = Counter(day.isoformat()[:7] for day in days if day)
    assert {row["month"]: row["due"] for row in asked(examples, "busiest") if row["due"]} == months


@pytest.mark.parametrize("as_at", ["2019-05-01", "2021-04-15", "2024-06-30", "2030-01-01"])
def test_every_assignment_of_a_plan_that_is_known_has_one_answer(examples: Store, asked: Asked, as_at: str) -> None:
    overdue, progress = asked(examples, "overdue", as_at=as_at), asked(examples, "progress", as_at=as_at)
    assert len({row["iri"] for row in overdue}) == len(overdue) == sum(row["assignments"] for row in progress)
    for row in progress:
        assert row["assignments"] == row["complete"] + row["open"] + row["cannot_tell"]


def test_measures(examples: Store, asked: Asked, parts: Parts) -> None:
    held = Counter(iri for _, _, assignment in parts for iri in holders(assignment))
    answered: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for record, recommendation, assignment in parts:
        for iri in holders(assignment):
            answered[iri].add((record.source.name, recommendation.number))
    measured = asked(examples, "measures", only="ownership")
    assert {row["iri"]: row["strength"] for row in measured} == held
    assert {row["iri"]: row["degree"] for row in measured} == {iri: len(each) for iri, each in answered.items()}
