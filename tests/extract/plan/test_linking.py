"""Which actions an owner and a date are about: what the print says, and nothing where it does not."""

from __future__ import annotations

import pytest

from answerable.extract.records import PlanRecord
from tests.extract.plans import PAGE, Reads, Row, only, owners_of, plan_row

ONE, TWO, THREE = "Plans will be read each month.", "The guide will be rewritten.", "Results will go to the board."


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def first(response: str, owner: str = "", due: str = "") -> Row:
    return plan_row("1", "Improve the quality of plans", "Agreed", response, owner, due)


def more(response: str, owner: str = "", due: str = "") -> Row:
    return plan_row(response=response, owner=owner, due=due)


def links(record: PlanRecord) -> list[tuple[int, ...] | None]:
    return [assignment.actions for assignment in only(record).assignments]


OWNERS = paragraphs("Governor", "Head of Training", "Head of Quality")
DUES = paragraphs("May 2020", "June 2020", "July 2020")


def test_as_many_owners_as_actions_pair_by_order(read: Reads) -> None:
    assert links(read(first(paragraphs(ONE, TWO, THREE), OWNERS, DUES))) == [(0,), (1,), (2,)]


def test_fewer_actions_than_owners_leave_it_open(read: Reads) -> None:
    assert links(read(first(paragraphs(ONE, TWO), OWNERS, DUES))) == [None, None, None]


def test_more_actions_than_owners_leave_it_open(read: Reads) -> None:
    two = paragraphs("Governor", "Head of Training"), paragraphs("May 2020", "June 2020")
    assert links(read(first(paragraphs(ONE, TWO, THREE), *two))) == [None, None]


def test_the_only_pair_takes_every_commitment(read: Reads) -> None:
    assert links(read(first(paragraphs(ONE, TWO, THREE), "Governor", "May 2020"))) == [(0, 1, 2)]


def test_the_only_pair_takes_commitments_of_all_rows(read: Reads) -> None:
    assert links(read(first(paragraphs(ONE, TWO), "Governor", "May 2020"), PAGE, more(THREE))) == [(0, 1, 2)]


def test_one_owner_for_several_dates_is_linked_by_the_dates(read: Reads) -> None:
    assert links(read(first(paragraphs(ONE, TWO, THREE), "Governor", DUES))) == [(0,), (1,), (2,)]


def test_what_stands_in_one_row_belongs_together(read: Reads) -> None:
    record = read(
        first(ONE, "Governor", "May 2020"),
        more(TWO, "Head of Training", "June 2020"),
        more(THREE, "As above", "July 2020"),
    )
    assert links(record) == [(0,), (1,), (2,)]


def test_counts_are_compared_within_one_row(read: Reads) -> None:
    """Three actions and three owners in all, but only the second row has as many of the one as of the other."""
    record = read(
        first(ONE, "Governor", "May 2020"),
        more(
            paragraphs(TWO, THREE),
            paragraphs("Head of Training", "Head of Quality"),
            paragraphs("June 2020", "July 2020"),
        ),
        more("More will follow.", "Governor", "August 2020"),
    )
    assert links(record) == [(0,), (1,), (2,), (3,)]


def test_rows_without_as_many_owners_as_actions_borrow_none_from_the_next(read: Reads) -> None:
    two = paragraphs("Governor", "Head of Training"), paragraphs("May 2020", "June 2020")
    record = read(first(ONE, "Governor", "May 2020"), more(paragraphs(ONE, TWO, THREE), *two), more(TWO, *two))
    assert links(record)[:3] == [(0,), None, None]


def test_only_commitments_count(read: Reads) -> None:
    response = paragraphs("Outcome: plans that manage risk. The work falls into two parts:", ONE, TWO)
    two = paragraphs("Governor", "Head of Training"), paragraphs("May 2020", "June 2020")
    record = read(first(response, *two))
    assert [action.kind for action in only(record).actions] == ["context", "action", "action"]
    assert links(record) == [(1,), (2,)]


@pytest.mark.parametrize("sign", ["", ".", ")", ":"])
def test_labels_link_whatever_the_order_and_are_no_part_of_a_name(read: Reads, sign: str) -> None:
    response = paragraphs(f"1.1{sign} {ONE}", f"1.2{sign} {TWO}", f"1.3{sign} {THREE}")
    owners = paragraphs(f"1.2{sign} Head of Training", f"1.1{sign} Governor")
    dues = paragraphs(f"1.2{sign} June 2020", f"1.1{sign} May 2020")
    record = read(first(response, owners, dues))
    assert [action.label for action in only(record).actions] == ["1.1", "1.2", "1.3"]
    assert [(owners_of(each), each.due.to) for each in only(record).assignments] == [
        (["Head of Training"], "2020-06"),
        (["Governor"], "2020-05"),
    ]
    assert links(record) == [(1,), (0,)]


@pytest.mark.parametrize("sign", [".", ")"])
def test_labels_may_be_plain_numbers(read: Reads, sign: str) -> None:
    response = paragraphs(f"1{sign} {ONE}", f"2{sign} {TWO}")
    owners = paragraphs(f"2{sign} Head of Training", f"1{sign} Governor")
    record = read(first(response, owners, paragraphs(f"2{sign} June 2020", f"1{sign} May 2020")))
    assert [owners_of(each) for each in only(record).assignments] == [["Head of Training"], ["Governor"]]
    assert links(record) == [(1,), (0,)]


def test_labels_before_owners_alone_link_too(read: Reads) -> None:
    response = paragraphs(f"1.1 {ONE}", f"1.2 {TWO}", f"1.3 {THREE}")
    owners = paragraphs("1.3 Head of Training", "1.1 Governor")
    assert links(read(first(response, owners, paragraphs("May 2020", "June 2020")))) == [(2,), (0,)]


def test_an_action_belongs_to_the_row_in_which_it_begins(read: Reads) -> None:
    cut_short = "The guide will be rewritten for all"
    record = read(
        first(
            paragraphs(ONE, cut_short), paragraphs("Governor", "Head of Training"), paragraphs("May 2020", "June 2020")
        ),
        PAGE,
        more(paragraphs("officers.", THREE), "Head of Quality", "July 2020"),
    )
    assert [action.text for action in only(record).actions] == [ONE, f"{cut_short} officers.", THREE]
    assert links(record) == [(0,), (1,), (2,)]


def test_no_action_is_linked_where_there_is_none(read: Reads) -> None:
    assert links(read(first("", "Governor", "May 2020"))) == [None]


def test_bullets_that_are_actions_pair_with_owners(read: Reads) -> None:
    response = f"<p>The following actions will be taken:</p><ul><li>{ONE}</li><li>{TWO}</li><li>{THREE}</li></ul>"
    assert links(read(first(response, OWNERS, DUES))) == [(1,), (2,), (3,)]
