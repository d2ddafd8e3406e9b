"""What the questions must answer of the example plans, worked out by hand on their print.

"2019" and "2021" are the two of the Harbourshire company, "2023" is the thematic one with its update of March 2024.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from answerable.graph import all_questions
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.graph import Store

    Row = dict[str, Any]
    Asked = Callable[..., list[Row]]
    Said = Callable[..., list[tuple[Any, ...]]]

TOLD: dict[str, str] = {"as_at": "2024-06-30", "month": "2021-03", "name": "CAS3"}


def plan(row: Row) -> str:
    title = str(row["plan"])
    return "2023" if "Somewhere" in title else "2019" if "2019" in title else "2021"


def test_dates_that_moved(examples: Store, asked: Asked) -> None:
    # A quarter, a season and plain months, each to its last day: September 2023 to May 2024 are 244 days, December 2023
    # to August 2024 ("Summer") too. "Subject to funding" is no date, and the CAS3 row of 6 prints none.
    assert [(row["number"], row["revised"], row["days"], row["months"]) for row in asked(examples, "moved")] == [
        ("6", "March 2025", 396, 13),
        ("3", "May 2024", 244, 8),
        ("4", "Summer 2024", 244, 8),
        ("4", "September 2024", 183, 6),
        ("5", "April 2024", 90, 3),
        ("6", "March 2025", None, None),
        ("7", "Interim report by December 2024", None, None),
    ]


def test_what_was_missing_or_said_in_words(examples: Store, asked: Asked) -> None:
    found = [(row["number"], row["missing"], row["printed"]) for row in asked(examples, "missing")]
    assert found == [("6", "date", None), ("7", "date", "Subject to funding")]


def test_overdue_has_three_answers(examples: Store, asked: Asked) -> None:
    found = {
        (row["number"], row["original"] or row["revised"]): row["overdue"]
        for row in asked(examples, "overdue", as_at="2024-06-30")
        if plan(row) == "2023"
    }
    assert found["5", "January 2024"] == "yes"  # revised to April 2024
    assert found["3", "End of Q2 2023/24"] == "yes"  # revised to May 2024
    assert found["4", "December 2023"] == "no"  # revised to Summer 2024, which ends with August
    assert found["1", "Quarterly from July 2023"] == "no"  # complete
    assert found["7", "Commencing June 2023"] == "no"  # the update says Ongoing
    # The same starting date before the update: a start is not a due date.
    (earlier,) = (
        row
        for row in asked(examples, "overdue", as_at="2024-01-01")
        if plan(row) == "2023" and row["original"] == "Commencing June 2023"
    )
    assert (earlier["overdue"], earlier["revised"], earlier["said"]) == ("cannot tell", None, date(2023, 3, 9))


def test_only_one_of_the_three_answers_can_be_asked_for(examples: Store, asked: Asked) -> None:
    every = Counter(row["overdue"] for row in asked(examples, "overdue", as_at="2021-04-15"))
    for answer in ("yes", "no", "cannot tell"):
        alone = asked(examples, "overdue", as_at="2021-04-15", only=answer.upper())
        assert Counter(row["overdue"] for row in alone) == {answer: every[answer]}


def test_what_came_back_and_how_it_is_answered_now(examples: Store, asked: Asked) -> None:
    # Resettlement is agreed again; the caseloads, agreed in part in 2019, are refused in 2021.
    found = [
        (row["number"], row["earlier_number"], row["earlier_answer"], row["answer"], row["changed"])
        for row in asked(examples, "repeated")
    ]
    assert found == [("3", "3", "Agreed", "Agreed", "no"), ("4", "2", "Partly Agreed", "Not Agreed", "yes")]


def test_who_spans_plans(examples: Store, asked: Asked) -> None:
    # The two plans of one company share most of its posts; the thematic plan shares none with them.
    found = {row["holder"]: (row["plans"], row["assignments"]) for row in asked(examples, "across-plans")}
    assert found["Head of Resettlement"] == (2, 7)  # four in 3 of 2019, three in 3 of 2021
    assert found["Director of Operations"] == (2, 5)
    assert found["Head of ICT and Estates"] == (2, 2)
    assert {count for count, _ in found.values()} == {2}


def test_joint_owners_in_two_organisations(examples: Store, asked: Asked) -> None:
    # Both assignments of 7 of 2021 tie the company to the NPS; the recommendation is addressed to the two together.
    found = [row for row in asked(examples, "joint") if (plan(row), row["number"]) == ("2021", "7")]
    assert ["NPS South Coast" in row["holders"] for row in found] == [True, True]
    assert not [row for row in asked(examples, "outside-addressee") if row["number"] == "7"]


def test_a_not_agreed_recommendation_can_carry_an_action(examples: Store, asked: Asked) -> None:
    refused = {(plan(row), row["number"]) for row in asked(examples, "reasons") if row["answer"] == "Not Agreed"}
    assert refused == {("2019", "4"), ("2021", "4"), ("2023", "2")}
    held = {(plan(row), row["number"]) for row in asked(examples, "single-owner")}
    assert refused <= held


def test_everything_about_cas3(examples: Store, asked: Asked) -> None:
    found = Counter((plan(row), row["number"]) for row in asked(examples, "promises", name="CAS3"))
    assert {("2023", "3"), ("2023", "6"), ("2023", "7")} <= set(found)


def test_without_the_one_post_a_recommendation_stops(examples: Store, asked: Asked) -> None:
    found = {(plan(row), row["number"]): row for row in asked(examples, "vacancy", name="Head of Community Payback")}
    # In 5 of 2019 it shares one of its two; 5 of 2021 is all its own.
    assert {place: row["stops"] for place, row in found.items()} == {("2019", "5"): "part", ("2021", "5"): "all"}


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_quote_stands_in_the_document_it_names(question: Any, examples: Store, said: Said) -> None:  # noqa: ANN401
    told = {parameter.name: TOLD.get(parameter.name, parameter.default) for parameter in question.parameters}
    for quotes in said(examples, question.name, **told):
        for quote in quotes:
            assert quote.text in (EXAMPLES / quote.document).read_text("utf-8")


@pytest.mark.parametrize("name", ["CAS3", "head", "HFC CRC", "Chief Probation Officer"])
def test_what_nobody_owns_is_no_company(examples: Store, asked: Asked, name: str) -> None:
    assert asked(examples, "company", name=name) == []


def test_where_no_promise_names_a_thing_there_is_none(examples: Store, asked: Asked) -> None:
    # "Head" is a grade, which posts have and no action mentions.
    assert asked(examples, "promises", name="head") == []
    assert asked(examples, "vacancy", name="a post that there is not") == []
