"""The graph of three real plans, from annotations made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.extract.records import Status
from answerable.graph import Store, ask, write_snapshot
from answerable.graph.values import Rows, Truth

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

    Records = tuple[PlanRecord, ...]


@pytest.fixture(scope="module")
def gold_store(gold: Records, tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("gold") / "s"
    write_snapshot(gold, folder)
    return Store.open(folder)


def test_the_graph_answers_as_many_recommendations_as_were_annotated(gold: Records, gold_store: Store) -> None:
    answer = ask(gold_store, "plans")
    assert isinstance(answer, Rows)
    for row in answer.records():
        (record,) = (each for each in gold if each.title == row["plan"])
        statuses = [recommendation.status for recommendation in record.recommendations]
        assert row["recommendations"] == len(statuses)
        assert row["agreed"] == statuses.count(Status.AGREED)
        assert row["partly_agreed"] == statuses.count(Status.PARTLY_AGREED)
        assert row["not_agreed"] == statuses.count(Status.NOT_AGREED)


def test_every_assignment_counts_for_its_owners(gold: Records, gold_store: Store) -> None:
    printed = sum(
        len({owner.iri for owner in assignment.owners})
        for record in gold
        for recommendation in record.recommendations
        for assignment in recommendation.assignments
    )
    answer = ask(gold_store, "owners")
    assert isinstance(answer, Rows)
    assert sum(int(str(row["assignments"])) for row in answer.records()) == printed


def test_oasys_is_mentioned_where_the_annotation_says(gold: Records, gold_store: Store) -> None:
    marked = {
        (record.title, number)
        for record in gold
        for mention in record.mentions
        if "OASys" in mention.surfaces
        for number in mention.recommendations
    }
    answer = ask(gold_store, "mentions", name="oasys")
    assert isinstance(answer, Rows)
    assert {(row["plan"], row["number"]) for row in answer.records()} == marked


def test_no_fact_is_without_evidence(gold_store: Store) -> None:
    query = """ASK { VALUES ?class { ap:ActionPlan ap:Recommendation ap:Action ap:Note ap:Assignment ap:Update }
               ?fact a ?class FILTER NOT EXISTS { ?fact ap:evidence ?evidence } }"""
    assert gold_store.query(query) == Truth(value=False)


def test_a_long_plan_is_a_few_thousand_quads(gold: Records, gold_store: Store) -> None:
    assert 1_000 < len(gold_store) / len(gold) < 8_000
