"""Owners and dates: parallel lists in their cells, paired by order, row by row."""

from __future__ import annotations

import pytest

from answerable.extract.records import PlanRecord
from tests.extract.plans import Reads, Row, only, owners_of, pairs_of, plan_row

TEXT, AGREED = "Improve the quality of plans", "Agreed"


def first(response: str = "Plans will be read each month.", owner: str = "", due: str = "") -> Row:
    return plan_row("1", TEXT, AGREED, response, owner, due)


def more(response: str = "The guide will be rewritten.", owner: str = "", due: str = "") -> Row:
    return plan_row(response=response, owner=owner, due=due)


def owners_in(record: PlanRecord) -> list[list[str]]:
    return [owners_of(assignment) for assignment in only(record).assignments]


def marks(*texts: str) -> list[str]:
    """The ways in which a cell prints a list."""
    return [
        "".join(f"<p>{text}</p>" for text in texts),
        " ".join(f"<p>{text}</p>" for text in texts),
        "<br>".join(texts),
        "<br><br>".join(texts),
        "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>",
        "<br>".join(f"• {text}" for text in texts),
    ]


@pytest.mark.parametrize("owners", marks("Head of Quality", "Practice Lead", "Governor"))
@pytest.mark.parametrize("dues", marks("May 2020", "June 2020", "Ongoing"))
def test_lists_of_one_length_pair_by_order(read: Reads, owners: str, dues: str) -> None:
    record = read(first("Three things will be done.", owners, dues))
    assert pairs_of(only(record)) == [
        ("Head of Quality", "May 2020"),
        ("Practice Lead", "June 2020"),
        ("Governor", "Ongoing"),
    ]
    assert all(assignment.certain for assignment in only(record).assignments)


@pytest.mark.parametrize("dues", marks("May 2020", "June 2020", "TBC"))
def test_one_owner_serves_all_dates_and_is_repeated(read: Reads, dues: str) -> None:
    record = read(first(owner="Head of Quality", due=dues))
    assert pairs_of(only(record)) == [
        ("Head of Quality", "May 2020"),
        ("Head of Quality", "June 2020"),
        ("Head of Quality", "TBC"),
    ]


def test_several_owners_with_one_date_own_it_together(read: Reads) -> None:
    record = read(first(owner="<p>Head of Quality</p><p>Practice Lead</p>", due="May 2020"))
    assert pairs_of(only(record)) == [("Head of Quality Practice Lead", "May 2020")]
    assert owners_in(record) == [["Head of Quality", "Practice Lead"]]


def test_several_owners_share_one_date_where_as_many_actions_stand_beside_them(read: Reads) -> None:
    response = "<p>Plans will be read each month.</p><p>The guide will be rewritten.</p>"
    record = read(first(response, "<p>Head of Quality</p><p>Practice Lead</p>", "May 2020"))
    assert pairs_of(only(record)) == [("Head of Quality", "May 2020"), ("Practice Lead", "May 2020")]


@pytest.mark.parametrize("above", ["As above", "as above", "See above", "Ditto", "As above.", ""])
def test_what_names_no_owner_inherits_the_one_above_and_keeps_its_print(read: Reads, above: str) -> None:
    record = read(first(owner="Head of Quality", due="May 2020"), more(owner=above, due="June 2020"))
    own, inherited = only(record).assignments
    assert (own.inherited, inherited.inherited) == (False, True)
    assert inherited.owner_text == above
    assert owners_of(inherited) == ["Head of Quality"]


def test_an_owner_is_inherited_over_several_rows(read: Reads) -> None:
    record = read(
        first(owner="Head of Quality", due="May 2020"),
        more(owner="As above", due="June 2020"),
        more("The results will go to the board.", due="July 2020"),
        more("Two more offices will follow.", owner="Governor", due="August 2020"),
    )
    assert owners_in(record) == [["Head of Quality"]] * 3 + [["Governor"]]
    assert pairs_of(only(record))[1:3] == [("As above", "June 2020"), ("", "July 2020")]


def test_as_above_within_a_cell_inherits_too(read: Reads) -> None:
    record = read(first(owner="<p>Head of Quality</p><p>As above</p>", due="<p>May 2020</p><p>June 2020</p>"))
    assert pairs_of(only(record)) == [("Head of Quality", "May 2020"), ("As above", "June 2020")]
    assert owners_in(record) == [["Head of Quality"], ["Head of Quality"]]


def test_an_owner_is_never_inherited_from_another_recommendation(read: Reads) -> None:
    record = read(
        first(owner="Head of Quality", due="May 2020"), plan_row("2", "Find offices", AGREED, "We will.", "", "June")
    )
    assert owners_of(record.recommendations[1].assignments[0]) == []


def test_a_row_with_neither_owner_nor_date_makes_no_pair(read: Reads) -> None:
    assert pairs_of(only(read(first()))) == []
    assert pairs_of(only(read(first(owner="Head of Quality", due="May 2020"), more()))) == [
        ("Head of Quality", "May 2020")
    ]


def test_an_owner_without_a_date_and_a_date_without_an_owner_stand_alone(read: Reads) -> None:
    assert pairs_of(only(read(first(owner="Head of Quality")))) == [("Head of Quality", "")]
    assert pairs_of(only(read(first(due="May 2020")))) == [("", "May 2020")]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_in_the_date_column_is_printed_and_gives_no_date(read: Reads, dash: str) -> None:
    (assignment,) = only(read(first(owner="Head of Quality", due=dash))).assignments
    assert (assignment.due.text, assignment.due.kind) == (dash, "none")


@pytest.mark.parametrize("filler", ["TBC", "N/A", "–"])
def test_what_fills_the_place_of_a_date_takes_its_place_in_the_list(read: Reads, filler: str) -> None:
    dues = f"<p>May 2020</p><p>{filler}</p><p>July 2020</p>"
    record = read(first(owner="<p>Head of Quality</p><p>Practice Lead</p><p>Governor</p>", due=dues))
    assert pairs_of(only(record))[1] == ("Practice Lead", filler)


@pytest.mark.parametrize(
    ("owners", "dues"),
    [
        ("<p>Head of Quality</p><p>Governor</p>", "<p>May 2020</p><p>June 2020</p><p>July 2020</p>"),
        ("<p>Head of Quality</p><p>Governor</p><p>Practice Lead</p>", "<p>May 2020</p><p>June 2020</p>"),
    ],
)
def test_lists_that_do_not_match_pair_by_order_and_are_marked(read: Reads, owners: str, dues: str) -> None:
    assignments = only(read(first(owner=owners, due=dues))).assignments
    assert not any(assignment.certain for assignment in assignments)
    assert [assignment.due.text for assignment in assignments] == ["May 2020", "June 2020", "July 2020"][
        : len(assignments)
    ]


@pytest.mark.parametrize("begun", ["Completed", "May 2020"])
def test_a_date_goes_on_where_the_next_line_begins_with_and(read: Reads, begun: str) -> None:
    record = read(first(owner="Governor", due=f"{begun}<br>and ongoing"))
    assert pairs_of(only(record)) == [("Governor", f"{begun} and ongoing")]
