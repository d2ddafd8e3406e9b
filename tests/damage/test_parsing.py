"""The maker knows the rows of every plan that it damages, and gives all else back as it was."""

from __future__ import annotations

from tests.damage.corpus import PLANS
from tests.damage.layout import Line, PageEnd, Role, Row, places, render
from tests.damage.parsing import following, parse
from tests.damage.plans import Plan

HEADINGS = "Rec No\tRecommendation\tAgreed / Not agreed\tAction\tOwner\tDate\n"


def rows_of(text: str) -> list[Row]:
    return [line for line in parse(text) if isinstance(line, Row)]


@PLANS
def test_a_plan_that_nothing_happens_to_is_printed_as_it_was(plan: Plan) -> None:
    assert render(parse(plan.text)) == plan.text


@PLANS
def test_every_recommendation_is_seen_to_begin(plan: Plan) -> None:
    numbers = [row.number for row in rows_of(plan.text) if row.opens]
    assert numbers == [item["number"] for item in plan.gold["recommendations"]]


def test_rows_above_the_headings_and_in_the_closing_box_are_none_of_the_plan() -> None:
    text = f"Agreed\tAll\tof\tit\n\n{HEADINGS}1\tDo it\tAgreed\tWe will\tHead\tMay 2020\n\nAgreed\t1\nTotal\t1\n"
    assert [row.number for row in rows_of(text)] == ["1"]


def test_a_part_with_fewer_columns_lacks_the_first_ones() -> None:
    (row,) = rows_of(f"{HEADINGS}\n\t\tand so on\tHead of it\tMay 2020\n")
    assert (row.text(Role.RESPONSE), row.text(Role.OWNER), row.column(Role.NUMBER)) == ("and so on", "Head of it", None)


def test_a_recommendation_without_a_number_takes_the_next_one() -> None:
    text = f"{HEADINGS}5.9\tOne\tAgreed\tWe will\tHead\t2020\n\tTwo\tAgreed\tWe will\tHead\t2020\n\ttoo\t\tsoon\t\t\n"
    assert [(row.number, row.opens) for row in rows_of(text)] == [("5.9", True), ("5.10", True), ("5.10", False)]
    assert following("9") == "10"


def test_places_count_tables_and_rows_as_readers_do() -> None:
    lines: list[Line] = ["Title\n", "| a | b |\n", "|---|---|\n", "| c | d |\n", "\n", PageEnd(), "e\tf\n"]
    assert list(places(lines)) == [None, (1, 1), None, (1, 2), None, None, (2, 1)]


def test_a_markdown_page_that_begins_anew_has_a_rule_below_its_first_row() -> None:
    row = Row(("1", "a"), (Role.NUMBER, Role.TEXT), "1", opens=True, piped=True)
    assert render([PageEnd(), row, row]) == "\n| 1 | a |\n|---|---|\n| 1 | a |\n"
