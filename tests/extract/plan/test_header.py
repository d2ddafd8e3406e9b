"""What stands before the table: what the plan responds to, its days, the inspectors and the body inspected."""

from __future__ import annotations

import pytest

from answerable.extract.records import PlanRecord
from tests.extract.plans import as_tabs, plan_row, read_text

ROW = plan_row("1", "Improve plans", "Agreed", "Plans will be read each month.", "Governor", "May 2021")
TITLE = "A Response to the HMI Probation Inspection: Pellow Vale CRC\n"


def header(before: str) -> PlanRecord:
    return read_text(as_tabs([ROW], before=before))


@pytest.mark.parametrize(
    "line",
    [
        "Action Plan Submitted: 28/02/2020",
        "Action Plan Submitted 28 February 2020",
        "Action Plan Submitted: 28<sup>th</sup> February 2020",
        "**Action Plan Submitted: 28th February 2020**",
        "<b>Action Plan Submitted:</b> 28.02.2020",
        "# Action plan submitted: 28 Feb 2020",
        "Action Plan Submitted:\n28 February 2020",
        "Action Plan Submitted:\n\n28 February 2020",
        "Date submitted: 28 February 2020",
    ],
)
def test_the_day_of_submission(line: str) -> None:
    record = header(f"{line}\n\n{TITLE}")
    assert (record.submitted, record.updated, record.report_published) == ("2020-02-28", None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Report Published: 3 March 2020",
        "Report Published 3 March 2020",
        "Published: 03/03/2020",
        "Date of report: 3rd March 2020",
        "Report published:\n3 March 2020",
    ],
)
def test_the_day_of_the_report(line: str) -> None:
    record = header(f"{TITLE}\n{line}\n")
    assert (record.submitted, record.updated, record.report_published) == (None, None, "2020-03-03")


@pytest.mark.parametrize("line", ["Updated Action Plan Submitted: 4 March 2021", "Action Plan Updated: 4/3/2021"])
def test_the_day_of_an_update_is_not_that_of_submission(line: str) -> None:
    record = header(f"Action Plan Submitted: 28/02/2020\n\n{line}\n\n{TITLE}")
    assert (record.submitted, record.updated) == ("2020-02-28", "2021-03-04")


def test_a_month_is_no_day() -> None:
    assert header(f"Action Plan Submitted: February 2020\n\n{TITLE}").submitted is None


def test_lines_that_nothing_parts_are_told_apart_by_what_opens_them() -> None:
    record = header(f"Action Plan Submitted: 28/02/2020\n{TITLE}Report Published: 3 March 2020\n")
    assert (record.submitted, record.report_published) == ("2020-02-28", "2020-03-03")
    assert record.title == "the HMI Probation Inspection: Pellow Vale CRC"


@pytest.mark.parametrize(
    ("before", "title", "body"),
    [
        (TITLE, "the HMI Probation Inspection: Pellow Vale CRC", "Pellow Vale CRC"),
        (
            "A response to the HMI Probation inspection:\nPellow Vale CRC\n",
            "the HMI Probation inspection: Pellow Vale CRC",
            "Pellow Vale CRC",
        ),
        ("A Response to: Somewhere to go\n", "Somewhere to go", "Somewhere to go"),
        (
            "Action Plan: HMP Grindle Fen\n\nA Response to the HMIP Inspection: 24-25th February; 2-6th March 2020\n",
            "the HMIP Inspection: 24-25th February; 2-6th March 2020",
            "HMP Grindle Fen",
        ),
        (
            "Action Plan: Pellow Vale Rehabilitation\nCompany (PV CRC)\n\nA Response to the HMIP Inspection Report\n",
            "the HMIP Inspection Report",
            "Pellow Vale Rehabilitation Company (PV CRC)",
        ),
        ("Action plan for HMP Grindle Fen\n", "Action plan for HMP Grindle Fen", "HMP Grindle Fen"),
    ],
)
def test_what_the_plan_responds_to_and_whom_it_concerns(before: str, title: str, body: str) -> None:
    record = header(before)
    assert (record.title, record.inspected_body) == (title, body)


def test_a_report_date_within_the_title_is_read_too() -> None:
    record = header("A Response to the HMI Probation Inspection Report Published 12 February 2019\n")
    assert record.report_published == "2019-02-12"


@pytest.mark.parametrize("label", ["CRC or NPS Division", "Establishment", "Region", "PDU", "Inspected body"])
def test_a_label_of_a_form_names_the_body_and_whom_all_recommendations_address(label: str) -> None:
    record = header(f"A Response to the HMI Probation Inspection Report\n\n{label}: Octon\n")
    assert record.inspected_body == "Octon"
    assert [each.addressee for each in record.recommendations] == ["Octon"]


@pytest.mark.parametrize(
    ("before", "inspectorates"),
    [
        (TITLE, ("HM Inspectorate of Probation",)),
        ("A Response to the HMI Prisons Inspection: HMP Grindle Fen\n", ("HM Inspectorate of Prisons",)),
        ("Action Plan: HMP Grindle Fen\n\nA Response to the HMIP Inspection\n", ("HM Inspectorate of Prisons",)),
        ("A Response to the HMIP Inspection: Octon PDU\n", ("HM Inspectorate of Probation",)),
        (
            "A Response to: Leaving care, a joint inspection by HMI Probation and Ofsted\n",
            ("HM Inspectorate of Probation", "Ofsted"),
        ),
        ("A Response to the inspection by the Care Quality Commission\n", ("Care Quality Commission",)),
        ("A Response to the report on hostels\n", ()),
    ],
)
def test_the_inspectors(before: str, inspectorates: tuple[str, ...]) -> None:
    assert header(before).inspectorates == inspectorates


INTRODUCTION = """
INTRODUCTION

HM Inspectorate of Probation and HM Inspectorate of Prisons inspect prisons and the services that supervise people in
the community, and report together where a subject crosses the gate. Their first report was published on 1 May 2001.
"""


def test_the_introduction_names_the_inspectors_where_nothing_else_does() -> None:
    record = header(f"A Response to: Somewhere to go\n{INTRODUCTION}")
    assert record.inspectorates == ("HM Inspectorate of Probation", "HM Inspectorate of Prisons")


def test_the_introduction_says_nothing_else_of_the_plan() -> None:
    record = header(f"{TITLE}{INTRODUCTION}")
    assert record.inspectorates == ("HM Inspectorate of Probation",)
    assert (record.submitted, record.report_published) == (None, None)


def test_a_letterhead_is_no_title() -> None:
    record = header(f"HM Prison &\nProbation Service\n\n{TITLE}")
    assert record.title == "the HMI Probation Inspection: Pellow Vale CRC"


def test_a_plan_may_have_no_header_at_all() -> None:
    record = header("")
    assert (record.title, record.submitted, record.inspected_body, record.inspectorates) == (None, None, None, ())
    assert len(record.recommendations) == 1


def test_a_header_in_a_table_is_a_header_all_the_same() -> None:
    record = header("Action Plan Submitted:\t28 February 2020\nA Response to the HMI Probation Inspection: Octon\t\n")
    assert record.submitted == "2020-02-28"
    assert record.ledger.balances


def test_every_fact_of_the_header_has_its_words() -> None:
    before = f"Action Plan Submitted: 28/02/2020\n\n{TITLE}\nReport Published: 3 March 2020\n"
    quotes = {piece.field: piece.quote for piece in header(before).evidence}
    assert quotes["submitted"] == "Action Plan Submitted: 28/02/2020"
    assert quotes["title"] == "the HMI Probation Inspection: Pellow Vale CRC"
    assert quotes["inspected_body"] == "Pellow Vale CRC"
    assert quotes["report_published"] == "Report Published: 3 March 2020"
    assert quotes["inspectorates"] == "HMI Probation"


def test_a_title_may_hold_the_day_of_its_report_below_the_day_of_submission() -> None:
    title = "the HMI Probation Inspection: Pellow Vale CRC Report Published 12 July 2018"
    record = header(f"Action Plan Submitted 1 August 2018\n\nA Response to {title}\n")
    assert (record.title, record.inspected_body) == (title, "Pellow Vale CRC")
    assert (record.submitted, record.report_published) == ("2018-08-01", "2018-07-12")


def test_a_label_of_a_form_above_the_day_of_submission_is_no_title() -> None:
    record = header("Region: Octon\n\nAction Plan Submitted: 28/02/2020\n")
    assert (record.title, record.inspected_body, record.submitted) == (None, "Octon", "2020-02-28")


@pytest.mark.parametrize(
    "line", ["HMP Grindle Fen: Action Plan", "HMP Grindle Fen – Action Plan", "HMP Grindle Fen: ACTION PLAN"]
)
def test_the_body_may_stand_before_the_words_action_plan(line: str) -> None:
    record = header(f"{line}\n")
    assert (record.title, record.inspected_body) == (line, "HMP Grindle Fen")
