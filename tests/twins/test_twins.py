"""One plan in every format: each is read into the same golden record."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from answerable.extract import read_plan
from answerable.extract.records import PlanRecord
from tests.extract.gold import Items, items_in_gold, items_of_record
from tests.twins.formats import CONVERTED, FORMATS, office
from tests.twins.plan import Plan, gold_of
from tests.twins.plans import PLANS
from tests.twins.scores import FLOORS, figures


@cache
def record_of(path: Path) -> PlanRecord:
    if path.suffix[1:] in CONVERTED and not office():
        pytest.skip("LibreOffice is not installed; it makes this format of the Word file")
    return read_plan(path, names=False)


def both(plan: Plan, twins: Path, ending: str) -> tuple[Items, Items]:
    return items_in_gold(gold_of(plan)), items_of_record(record_of(twins / f"{plan.name}.{ending}"))


@pytest.mark.parametrize("ending", FORMATS)
def test_a_format_reaches_its_floors(twins: Path, ending: str) -> None:
    reached = figures(both(plan, twins, ending) for plan in PLANS)
    assert {name: value for name, value in reached.items() if value < FLOORS[name]} == {}


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_what_concerns_are_and_to_whom_things_are_said_is_kept(twins: Path, plan: Plan, ending: str) -> None:
    gold, read = both(plan, twins, ending)
    assert {name: read[name] for name in ("concern", "addressee", "kinds", "labels", "updates", "revised")} == {
        name: gold[name] for name in ("concern", "addressee", "kinds", "labels", "updates", "revised")
    }


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_row_is_accounted_for(twins: Path, plan: Plan, ending: str) -> None:
    ledger = record_of(twins / f"{plan.name}.{ending}").ledger
    assert ledger.balances
    assert [flag for flag in ledger.flagged if flag.rows] == []


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_value_has_its_evidence(twins: Path, plan: Plan, ending: str) -> None:
    record = record_of(twins / f"{plan.name}.{ending}")
    for reply in record.recommendations:
        assert {"text", "number"} <= {item.field for item in reply.evidence}
        for value in (*reply.actions, *reply.assignments):
            assert value.evidence
        places = [item for value in (reply, *reply.actions, *reply.assignments) for item in value.evidence]
        assert all(item.quote and (item.table and item.row and item.column) for item in places)
