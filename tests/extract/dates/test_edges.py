"""Where one kind of date ends and another begins: first and last months, first and last days, two years in a row."""

from __future__ import annotations

import pytest

from answerable.extract.dates import is_date, read_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-01-15", "2024-01-15"),
        ("2024-12-31", "2024-12-31"),
        ("2024-13-01", None),
        ("2021-01", "2021-01"),
        ("2021-12", "2021-12"),
        ("2021-06", "2021-06"),
        ("2021-13", None),
        ("2021-00", None),
        ("2019-20", "2019-04/2020-03"),
        ("2019/2020", "2019-04/2020-03"),
        ("FY 2019-2020", "2019-04/2020-03"),
        ("2019-2020", "2019/2020"),
        ("2019-2022", "2019/2022"),
        ("2022-2019", None),
        ("Q1 2024", "2024-03"),
        ("Q2 2024", "2024-06"),
        ("Q3 2024", "2024-09"),
        ("1/4/00", "2000-04-01"),
        ("1/4/99", "2099-04-01"),
        ("29 February to May 2020", "2020-02-29/2020-05"),
        ("30 February to May 2020", "2020-02/2020-05"),
        ("October to December 2022", "2022-10/2022-12"),
        ("October to March 2022", "2021-10/2022-03"),
        ("Monthly throughout May 2022", "2022-05/2022-05"),
        ("Monthly throughout 2022 to 2023", "2022/2023"),
        ("1 May 2021 / 3 May 2021", "2021-05-03"),
    ],
)
def test_an_edge_is_on_its_own_side(text: str, edtf: str | None) -> None:
    assert read_date(text).edtf == edtf


@pytest.mark.parametrize(("length", "is_one"), [(120, True), (121, False)])
def test_a_date_amid_many_words_is_prose(length: int, is_one: bool) -> None:
    assert is_date("May 2021 ".ljust(length, "x")) is is_one


@pytest.mark.parametrize(("words", "is_one"), [(1, True), (5, True), (6, True), (7, False)])
def test_a_word_of_time_amid_many_words_is_prose(words: int, is_one: bool) -> None:
    assert is_date(" ".join(["ongoing", *["work"] * (words - 1)])) is is_one
