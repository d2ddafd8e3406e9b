"""Owners and dates that a page or a line cut in two are put together, and only those."""

from __future__ import annotations

import pytest

from tests.extract.plans import PAGE, Reads, Row, only, pairs_of, plan_row

TEXT, AGREED = "Improve the quality of plans", "Agreed"


def first(response: str = "Plans will be read each month.", owner: str = "", due: str = "") -> Row:
    return plan_row("1", TEXT, AGREED, response, owner, due)


def more(response: str = "The guide will be rewritten.", owner: str = "", due: str = "") -> Row:
    return plan_row(response=response, owner=owner, due=due)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Head of", "Quality"),
        ("Head of Learning and", "Development"),
        ("Head of Public", "Protection"),
        ("Quality and Performance", "Manager"),
        ("Governor and", "Head of Safety"),
        ("Head of Quality,", "Pellow Vale"),
        ("Contract Management (", "North)"),
    ],
)
def test_an_owner_that_a_page_cut_is_put_together(read: Reads, before: str, after: str) -> None:
    cut = first("Plans will be read by all the", before, "May 2020"), PAGE, more("officers.", owner=after)
    assert pairs_of(only(read(*cut))) == [(f"{before} {after}", "May 2020")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("31st March", "2020"),
        ("December", "2020"),
        ("End of Q2", "2019/20"),
        ("January to", "May 2020"),
        ("Between May and", "June 2020"),
        ("End of", "June 2020"),
    ],
)
def test_a_date_that_a_page_cut_is_put_together(read: Reads, before: str, after: str) -> None:
    cut = first("Plans will be read by all the", "Head of Quality", before), PAGE, more("officers.", due=after)
    assert pairs_of(only(read(*cut))) == [("Head of Quality", f"{before} {after}")]


def test_an_owner_that_a_page_cut_leaves_the_rest_of_the_list_as_it_is(read: Reads) -> None:
    record = read(
        first(
            "<p>Plans will be read.</p><p>The guide will go</p>",
            "<p>Governor</p><p>Head of</p>",
            "<p>May 2020</p><p>June 2020</p>",
        ),
        PAGE,
        more("<p>to all.</p><p>Results will be sent.</p>", "<p>Quality</p><p>Practice Lead</p>", "<p>July 2020</p>"),
    )
    assert pairs_of(only(record)) == [
        ("Governor", "May 2020"),
        ("Head of Quality", "June 2020"),
        ("Practice Lead", "July 2020"),
    ]


def test_a_complete_owner_after_a_page_cut_is_another_one(read: Reads) -> None:
    record = read(first(owner="Head of Quality", due="May 2020"), PAGE, more(owner="Governor", due="June 2020"))
    assert pairs_of(only(record)) == [("Head of Quality", "May 2020"), ("Governor", "June 2020")]


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("Head of Quality and<br>Performance", "Head of Quality and Performance"),
        ("Head of<br>Quality", "Head of Quality"),
        ("<p>Head of Public</p><p>Protection</p>", "Head of Public Protection"),
    ],
)
def test_an_owner_that_wraps_within_its_cell_is_one(read: Reads, cell: str, owner: str) -> None:
    assert pairs_of(only(read(first(owner=cell, due="May 2020")))) == [(owner, "May 2020")]


@pytest.mark.parametrize("cell", ["31st March<br>2020", "31st<br>March 2020", "<p>31st March</p><p>2020</p>"])
def test_a_date_that_wraps_within_its_cell_is_one(read: Reads, cell: str) -> None:
    assert pairs_of(only(read(first(owner="Head of Quality", due=cell)))) == [("Head of Quality", "31st March 2020")]
