"""Which rows belong to which recommendation, and what its number is."""

from __future__ import annotations

import pytest

from answerable.extract.records import PlanRecord
from tests.extract.plans import COLUMNS, PAGE, Reads, Row, actions_of, flags_of, only, pairs_of, plan_row

RESPONSE = "Plans will be read each month."


def row(number: str, text: str, status: str = "Agreed", **more: str) -> Row:
    return plan_row(number, text, status, **{"response": RESPONSE, "owner": "Governor", "due": "May 2020", **more})


def numbers(record: PlanRecord) -> list[tuple[str, bool]]:
    return [(each.number, each.number_inferred) for each in record.recommendations]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1", "1"),
        ("1.", "1"),
        ("1)", "1"),
        ("12", "12"),
        ("5.1", "5.1"),
        ("2.14", "2.14"),
        ("3a", "3a"),
        ("Rec 4", "4"),
        ("Recommendation 4", "4"),
        ("No. 4", "4"),
        ("<b>4</b>", "4"),
        ("R4", "R4"),
    ],
)
def test_a_number_is_read_without_what_adorns_it(read: Reads, printed: str, number: str) -> None:
    assert numbers(read(row(printed, "Improve plans"))) == [(number, False)]


@pytest.mark.parametrize("head", ["4. Improve plans", "4) Improve plans", "4.2 Improve plans"])
def test_a_number_may_stand_at_the_head_of_the_text(read: Reads, head: str) -> None:
    columns = {name: COLUMNS[name] for name in COLUMNS if name != "number"}
    recommendation = only(read(row("", head), columns=columns))
    assert (recommendation.number, recommendation.text) == (
        head.removesuffix(" Improve plans").strip(".)"),
        "Improve plans",
    )


@pytest.mark.parametrize("reference", ["(S40)", "(2.14)", "(see paragraph 3.7)", "[5.21]"])
def test_a_reference_stays_in_the_text(read: Reads, reference: str) -> None:
    recommendation = only(read(row("1", f"Improve plans. {reference}")))
    assert (recommendation.number, recommendation.text) == ("1", f"Improve plans. {reference}")


@pytest.mark.parametrize(
    ("printed", "implied"),
    [
        (["1", "", "3"], [("1", False), ("2", True), ("3", False)]),
        (["", "2", ""], [("1", True), ("2", False), ("3", True)]),
        (["", "", ""], [("1", True), ("2", True), ("3", True)]),
        (["1.", "", ""], [("1", False), ("2", True), ("3", True)]),
        (["7", "", "9"], [("7", False), ("8", True), ("9", False)]),
    ],
)
def test_a_number_that_is_missing_is_implied_by_order_and_flagged(
    read: Reads, printed: list[str], implied: list[tuple[str, bool]]
) -> None:
    texts = ["Improve plans to manage risk.", "Provide offices.", "Train every officer."]
    record = read(*(row(number, text) for number, text in zip(printed, texts, strict=True)))
    assert numbers(record) == implied
    assert flags_of(record) == ["number inferred"] * sum(inferred for _, inferred in implied)


def test_a_row_without_number_text_and_answer_belongs_to_the_recommendation_above(read: Reads) -> None:
    record = read(
        row("1", "Improve plans"), plan_row(response="The guide will be rewritten."), row("2", "Find offices")
    )
    first, second = record.recommendations
    assert actions_of(first) == [RESPONSE, "The guide will be rewritten."]
    assert actions_of(second) == [RESPONSE]


@pytest.mark.parametrize("number", ["1", "1."])
def test_a_number_that_comes_again_after_a_page_goes_on_with_its_recommendation(read: Reads, number: str) -> None:
    record = read(row("1", "Improve plans"), PAGE, plan_row(number, response="The guide will be rewritten."))
    assert actions_of(only(record)) == [RESPONSE, "The guide will be rewritten."]
    assert only(record).text == "Improve plans"


def test_a_text_that_comes_again_after_a_page_is_not_said_twice(read: Reads) -> None:
    record = read(row("1", "Improve plans"), PAGE, row("1", "Improve plans", response="The guide will be rewritten."))
    assert only(record).text == "Improve plans"
    assert actions_of(only(record)) == [RESPONSE, "The guide will be rewritten."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Make sure that referrals are", "complete when they are first sent"),
        ("Make sure that referrals to Police MARAC", "training are complete."),
        ("Improve the quality of plans, in particular in", "Barset and Octon"),
        ("Improve plans, reviews and", "supervision"),
    ],
)
def test_a_recommendation_that_a_page_cut_is_put_together(read: Reads, before: str, after: str) -> None:
    record = read(row("1", before), PAGE, plan_row(text=after), row("2", "Find offices"))
    assert [each.text for each in record.recommendations] == [f"{before} {after}", "Find offices"]


def test_all_cells_of_a_recommendation_can_be_cut_at_once(read: Reads) -> None:
    record = read(
        row("1", "Improve the quality of", response="Plans will be read by", owner="Head of", due="End of"),
        PAGE,
        plan_row("", "plans", "", "all officers.", "Quality", "May 2020"),
    )
    recommendation = only(record)
    assert recommendation.text == "Improve the quality of plans"
    assert actions_of(recommendation) == ["Plans will be read by all officers."]
    assert pairs_of(recommendation) == [("Head of Quality", "End of May 2020")]


def test_a_recommendation_may_stand_on_a_row_of_its_own(read: Reads) -> None:
    record = read(
        plan_row("1", "Improve plans"),
        plan_row(status="Agreed", response=RESPONSE, owner="Governor", due="May 2020"),
        plan_row("2", "Find offices"),
        plan_row(status="Not Agreed", response="This recommendation is not agreed. There is no funding."),
    )
    assert [(each.text, each.status) for each in record.recommendations] == [
        ("Improve plans", "Agreed"),
        ("Find offices", "Not Agreed"),
    ]


def test_in_a_plan_without_answers_a_sentence_with_a_response_begins_a_recommendation(read: Reads) -> None:
    columns = {name: COLUMNS[name] for name in COLUMNS if name not in {"status", "number"}}
    record = read(row("", "Violence was high."), row("", "Time out of cell was short."), columns=columns)
    assert [each.text for each in record.recommendations] == ["Violence was high.", "Time out of cell was short."]
