"""Which words are a date at all."""

from __future__ import annotations

import pytest

from answerable.extract.dates import is_date, read_day


@pytest.mark.parametrize("print_", ["2.14", "Rec 4", "12", "1.1", "page 3", "70% of cases", "24/7", "(S40)", "CAS3"])
def test_numbers_are_no_dates(print_: str) -> None:
    assert not is_date(print_)


@pytest.mark.parametrize("print_", ["Head of Safety", "We will improve", "Second", "The Marches", "Mayor of Octon"])
def test_words_that_begin_like_months_or_days_are_no_dates(print_: str) -> None:
    assert not is_date(print_)


@pytest.mark.parametrize("print_", ["April 2020", "Ongoing", "Completed", "Quarterly", "Q2 2019/20", "From June 2020"])
def test_what_says_when_is_a_date(print_: str) -> None:
    assert is_date(print_)


def test_a_long_sentence_with_a_date_in_it_is_prose() -> None:
    assert not is_date("The new process will be introduced in April 2020 and all staff will be told of it. " * 2)


@pytest.mark.parametrize(
    ("print_", "day"),
    [
        ("Action Plan Submitted: 28/02/2020", "2020-02-28"),
        ("Submitted 12th June 2018", "2018-06-12"),
        ("3rd May 2022, updated 4 June 2023", "2022-05-03"),
        ("May 2022", None),
        ("", None),
    ],
)
def test_the_first_full_day_of_a_line_can_be_asked_for(print_: str, day: str | None) -> None:
    assert read_day(print_) == day
