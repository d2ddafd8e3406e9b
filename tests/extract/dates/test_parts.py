"""Parts of years and of months: halves and quarters have ends, "early", "mid" and "late" name no shorter period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.dates import is_date, read_date

BY, BETWEEN, COMMENCES, RECURRING = "by", "between", "commences", "recurring"

HALVES = [
    ("H1 2024/25", "2024-09"),
    ("H2 2024/25", "2025-03"),
    ("H1 24/25", "2024-09"),
    ("H2 FY24/25", "2025-03"),
    ("first half of 2024/25", "2024-09"),
    ("Second half of the financial year 2024/25", "2025-03"),
    ("latter half of 2024-25", "2025-03"),
    ("End of the first half of 2024/25", "2024-09"),
    ("2024/25 H1", "2024-09"),
    ("1st half of 2024", "2024-06"),
    ("H2 2024", "2024-12"),
]
QUARTERS = [
    ("Q1 24/25", "2024-06"),
    ("Q2 FY24/25", "2024-09"),
    ("2024/25 Q4", "2025-03"),
    ("2024, third quarter", "2024-09"),
]


@pytest.mark.parametrize(("printed", "to"), HALVES + QUARTERS)
def test_a_half_or_a_quarter_is_due_by_its_last_month(printed: str, to: str) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to, due.edtf) == (BY, None, to, to)


@pytest.mark.parametrize(
    ("printed", "kind", "first", "last"),
    [
        ("H1 and H2 2024/25", BETWEEN, "2024-04", "2025-03"),
        ("Q1/Q2 2024/25", BETWEEN, "2024-04", "2024-09"),
        ("Q1 2024/25 to Q3 2024/25", BETWEEN, "2024-04", "2024-12"),
        ("H2 2024/25 to H1 2025/26", BETWEEN, "2024-10", "2025-09"),
        ("From Q2 2024/25", COMMENCES, "2024-07", None),
        ("Monthly throughout H1 2024/25", RECURRING, "2024-04", "2024-09"),
    ],
)
def test_a_stretch_of_halves_or_quarters_begins_with_the_first_month(
    printed: str, kind: str, first: str, last: str | None
) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to) == (kind, first, last)


def test_a_half_that_no_year_has_says_nothing() -> None:
    assert (read_date("Third half of 2024").kind, read_date("Third half of 2024").to) == ("none", None)


@given(st.integers(2001, 2097), st.sampled_from([1, 2]), st.sampled_from(["H{n} {y}", "half {n} of {y}"]))
def test_the_quarter_that_ends_a_half_is_due_when_the_half_is(year: int, half: int, style: str) -> None:
    for years in (f"{year}", f"{year}/{(year + 1) % 100:02}"):
        assert read_date(style.format(n=half, y=years)).to == read_date(f"Q{half * 2} {years}").to


@pytest.mark.parametrize(
    "part", ["early", "mid", "mid-", "Mid ", "middle of", "late", "late in", "by early", "by mid-"]
)
@pytest.mark.parametrize("period", ["March 2024", "2024"])
def test_early_mid_and_late_name_nothing_shorter_than_the_period(part: str, period: str) -> None:
    due = read_date(f"{part}{'' if part.endswith('-') else ' '}{period}")
    whole = read_date(period)
    assert (due.kind, due.from_, due.to, due.edtf) == (whole.kind, whole.from_, whole.to, whole.edtf)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("May 2021/June 2021", "2021-05", "2021-06"),
        ("May 21/June 21", "2021-05", "2021-06"),
        ("Spring 2024/Summer 2024", "2024-03", "2024-08"),
        ("Mid-July to mid-August 2024", "2024-07", "2024-08"),
        ("Late 2024/early 2025", "2024", "2025"),
        ("January to the end of May 2019", "2019-01", "2019-05"),
    ],
)
def test_parts_and_strokes_do_not_part_the_ends_of_a_range(printed: str, first: str, last: str) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to, due.edtf) == (BETWEEN, first, last, f"{first}/{last}")


@pytest.mark.parametrize("printed", ["31 May 2021/30 June 2021", "31/05/2021/30/06/2021", "31/05/21/30/06/21"])
def test_two_days_that_a_stroke_parts_are_both_read_and_all_is_done_by_the_later(printed: str) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to) == (BY, None, "2021-06-30")


@pytest.mark.parametrize(
    ("printed", "month"),
    [
        ("Beginning of April 2024", "2024-04"),
        ("Start of April 2024", "2024-04"),
        ("start of Q2 2024/25", "2024-07"),
        ("start of the financial year 2024/25", "2024-04"),
        ("Beginning of 2024", "2024-01"),
        ("Start of autumn 2024", "2024-09"),
    ],
)
def test_the_beginning_of_a_period_is_its_first_month_and_a_date_by_which(printed: str, month: str) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to, due.edtf) == (BY, None, month, month)


@pytest.mark.parametrize(
    ("printed", "first"),
    [
        ("From the start of April 2024", "2024-04"),
        ("From early 2024", "2024"),
        ("Start of the pilot: May 2024", "2024-05"),
        ("Beginning April 2024", "2024-04"),
    ],
)
def test_what_begins_then_is_a_start_still(printed: str, first: str) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to) == (COMMENCES, first, None)


@pytest.mark.parametrize("printed", ["End of Q2", "early March", "mid-year", "the first half of the pilot"])
def test_a_part_of_an_unnamed_year_says_nothing(printed: str) -> None:
    assert (read_date(printed).kind, read_date(printed).to, is_date(printed)) == ("none", None, False)
