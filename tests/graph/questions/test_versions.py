"""A plan that is there twice, as first submitted and with its update, counts once: as what was known on the day."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from answerable import library

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.extract.records import Assignment, PlanRecord, Recommendation
    from answerable.graph import Store

    Asked = Callable[..., list[dict[str, Any]]]


def first_print(record: PlanRecord) -> PlanRecord:
    """Give a plan as it was before its update."""
    source = record.source.model_copy(
        update={"name": f"first-{record.source.name}", "sha256": sha256(b"first").hexdigest()}
    )
    recommendations = tuple(map(without_update, record.recommendations))
    return record.model_copy(update={"source": source, "updated": None, "recommendations": recommendations})


def without_update(recommendation: Recommendation) -> Recommendation:
    return recommendation.model_copy(update={"assignments": tuple(map(as_assigned, recommendation.assignments))})


def as_assigned(assignment: Assignment) -> Assignment:
    nothing = {"update": None, "revised_text": None, "revised_due": None}
    evidence = tuple(piece for piece in assignment.evidence if piece.field not in {"update", "revised"})
    return assignment.model_copy(update={**nothing, "evidence": evidence})


@pytest.fixture(scope="module")
def updated(example_records: tuple[PlanRecord, ...]) -> PlanRecord:
    (record,) = (record for record in example_records if record.updated)
    return record


@pytest.fixture(scope="module")
def both(updated: PlanRecord, tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("both")
    library.build_records([updated, first_print(updated)], to=folder)
    return library.open_store(folder)


@pytest.fixture(scope="module")
def newest(updated: PlanRecord, tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("newest")
    library.build_records([updated], to=folder)
    return library.open_store(folder)


@pytest.mark.parametrize(
    "question", ["owners", "hub", "joint", "single-owner", "missing", "moved", "busiest", "measures"]
)
def test_what_is_counted_is_counted_once(both: Store, newest: Store, asked: Asked, question: str) -> None:
    def shown(store: Store) -> list[dict[str, Any]]:
        rows = asked(store, question)
        return [{name: value for name, value in row.items() if "iri" not in name} for row in rows]

    assert shown(newest)
    assert shown(both) == shown(newest)


@pytest.mark.parametrize("as_at", ["2023-12-31", "2024-03-13", "2024-03-14", "2025-01-01"])
def test_a_day_before_the_update_knows_the_first_print_and_a_later_one_the_update(
    both: Store, newest: Store, asked: Asked, as_at: str
) -> None:
    def shown(store: Store) -> list[tuple[Any, ...]]:
        rows = asked(store, "overdue", as_at=as_at)
        return [
            tuple(row[name] for name in ("overdue", "number", "original", "revised", "days", "said")) for row in rows
        ]

    assert sorted(shown(both), key=repr) == sorted(shown(newest), key=repr)
