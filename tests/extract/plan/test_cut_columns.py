"""Rows that a page cut off have fewer cells than the headings; which ones they are is told by what they hold."""

from __future__ import annotations

import pytest

from tests.extract.plans import COLUMNS, FIRST, PAGE, SECOND, Reads, actions_of, ignored_of, pairs_of, plan_row

MORE = plan_row(
    response="The guide will be rewritten with examples from recent cases.", owner="Practice Lead", due="June 2020"
)


@pytest.mark.parametrize(
    "cells",
    [
        ("", "", "", MORE["response"], MORE["owner"], MORE["due"]),
        ("", "", MORE["response"], MORE["owner"], MORE["due"]),
        ("", MORE["response"], MORE["owner"], MORE["due"]),
        (MORE["response"], MORE["owner"], MORE["due"]),
    ],
    ids=["all cells", "five", "four", "three"],
)
def test_a_row_that_a_page_cut_off_may_have_fewer_cells(read: Reads, cells: tuple[str, ...]) -> None:
    first, second = read(FIRST, PAGE, cells, SECOND).recommendations
    assert actions_of(first) == [FIRST["response"], MORE["response"]]
    assert pairs_of(first) == [("Head of Quality", "May 2020"), ("Practice Lead", "June 2020")]
    assert (second.number, pairs_of(second)) == ("2", [("Head of Estates", "August 2020")])


@pytest.mark.parametrize(
    "cells",
    [
        ("", "", MORE["response"], "", ""),
        ("", MORE["response"], "", ""),
        (MORE["response"], "", ""),
    ],
    ids=["five", "four", "three"],
)
def test_words_alone_in_a_cut_row_go_on_with_the_response(read: Reads, cells: tuple[str, ...]) -> None:
    (first,) = read(FIRST, PAGE, cells).recommendations
    assert actions_of(first) == [FIRST["response"], MORE["response"]]
    assert pairs_of(first) == [("Head of Quality", "May 2020")]


def test_headings_that_come_again_may_be_in_another_order(read: Reads) -> None:
    turned = dict(reversed(COLUMNS.items()))
    again, second = tuple(turned.values()), tuple(SECOND[name] for name in turned)
    record = read(FIRST, PAGE, again, second)
    assert [pairs_of(each)[0] for each in record.recommendations] == [
        ("Head of Quality", "May 2020"),
        ("Head of Estates", "August 2020"),
    ]
    assert ignored_of(record)["column headings"] == 2


@pytest.mark.parametrize(
    "cells",
    [
        ("", MORE["response"], "June 2020"),
        ("", MORE["response"], "Practice Manager"),
        ("", MORE["response"], ""),
    ],
    ids=["a date beside them", "an owner beside them", "nothing beside them"],
)
def test_words_amid_three_cells_are_the_response_not_the_recommendation(read: Reads, cells: tuple[str, ...]) -> None:
    (first,) = read(FIRST, PAGE, cells).recommendations
    assert first.text == FIRST["text"]
    assert actions_of(first) == [FIRST["response"], MORE["response"]]
