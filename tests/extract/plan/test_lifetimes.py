"""A duty for a body that had not begun, or had ended, is flagged with the words that give it."""

from __future__ import annotations

import pytest

from answerable.extract.plan.lifetimes import OUT_OF_LIFE
from answerable.extract.records import Flag, PlanRecord
from tests.extract.plans import as_tabs, plan_row, read_text

HEADER = """Action Plan Submitted: {submitted}

A Response to the HMI Probation Inspection: {body}

Report Published: {submitted}
"""


def plan(
    submitted: str, owner: str = "Head of Safety", response: str = "", body: str = "Pellow Vale CRC"
) -> PlanRecord:
    row = plan_row("1", "Improve plans", "Agreed", response or "Plans will be read each month.", owner, "May 2030")
    return read_text(as_tabs([row], before=HEADER.format(submitted=submitted, body=body)))


def warned(record: PlanRecord) -> list[Flag]:
    return [flag for flag in record.ledger.flagged if flag.reason == OUT_OF_LIFE]


def test_an_owner_in_a_body_that_had_ended_is_flagged_with_its_words() -> None:
    record = plan("4 May 2023", "Director of Probation, NOMS")
    (flag,) = warned(record)
    assert flag.detail == (
        '"Director of Probation, NOMS": National Offender Management Service ended 2017-03-31, '
        "and the plan is of 2023-05-04"
    )
    assert (flag.rows, flag.table, flag.row) == (0, 1, 2)
    assert record.ledger.balances


@pytest.mark.parametrize(
    ("submitted", "owner"),
    [
        ("4 May 2018", "Head of NPS Midlands"),
        ("25 June 2021", "NPS"),
        ("26 June 2021", "Probation Service"),
        ("4 May 2018", "Her Majesty's Prison and Probation Service"),
        ("4 May 2018", "His Majesty's Prison and Probation Service"),
        ("4 May 2023", "Her Majesty's Prison and Probation Service"),
        ("4 May 2023", "Head of Safety"),
        ("4 May 2023", "Northgate Learning"),
    ],
)
def test_a_body_within_its_life_is_not(submitted: str, owner: str) -> None:
    assert warned(plan(submitted, owner)) == []


@pytest.mark.parametrize(
    ("submitted", "owner", "told"),
    [
        ("26 June 2021", "NPS", "ended 2021-06-25"),
        ("4 May 2021", "Probation Service", "began 2021-06-26"),
        ("4 May 2016", "HMPPS", "began 2017-04-01"),
    ],
)
def test_the_first_and_the_last_day_count(submitted: str, owner: str, told: str) -> None:
    (flag,) = warned(plan(submitted, owner))
    assert told in (flag.detail or "")


def test_history_is_no_duty() -> None:
    assert warned(plan("4 May 2023", response="We will learn from what the NPS and NOMS did.")) == []


def test_whoever_was_inspected_must_have_lived() -> None:
    (flag,) = warned(plan("4 May 2023", body="London CRC"))
    assert "London CRC ended 2021-06-25" in (flag.detail or "")


def test_one_body_is_flagged_once() -> None:
    rows = [plan_row(str(n), f"Do {n}", "Agreed", "It will be done.", "NOMS", "May 2030") for n in (1, 2, 3)]
    text = as_tabs(rows, before=HEADER.format(submitted="4 May 2023", body="Pellow Vale CRC"))
    assert len(warned(read_text(text))) == 1
