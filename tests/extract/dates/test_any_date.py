"""What holds of every text that is read as a date, and of every style in which a date is printed."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.dates import read_date

BY, BETWEEN, ONGOING, NONE = "by", "between", "ongoing", "none"

EDTF_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$")
SEASON_CODES = {"21", "22", "23", "24"}


def is_edtf(text: str) -> bool:
    """Whether a text is a date, a season or an interval of ISO 8601-2, levels 0 and 1."""
    ends = text.split("/")
    if len(ends) == 1:
        return _is_edtf_date(text)
    return len(ends) == 2 and all(end == ".." or _is_edtf_date(end) for end in ends) and ends != ["..", ".."]


def _is_edtf_date(text: str) -> bool:
    match = EDTF_DATE.match(text)
    if not match:
        return False
    if match["month"] in SEASON_CODES:
        return match["day"] is None
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("text", ["2020", "2020-04", "2020-04-30", "2020-23", "2020-04/..", "2020-04/2021-03"])
def test_the_checker_knows_edtf(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize("text", ["", "04-2020", "2020-13", "2020-02-30", "2020-25", "2020-04/", "../..", "2020/21/22"])
def test_the_checker_refuses_what_is_none(text: str) -> None:
    assert not is_edtf(text)


PRINT = (
    "January may JUNE Sept Dec. spring winter autumn 2019 2020/21 19 31 31st 1 02 / . - – to and by end of the Q2 "
    "Quarter 4 FY financial year from commenced completed ongoing monthly quarterly throughout between until TBC N/A "
    "31/03/2024 31.02.24 2024-13-01 ’23 subject funding since in place (draft) , ; : 1900 2099 0 00/00/0000"
)
NEARLY_DATES = st.lists(st.sampled_from(PRINT.split()), max_size=8).map(" ".join)


@given(st.one_of(st.text(max_size=60), NEARLY_DATES))
def test_any_text_can_be_asked_and_is_kept_as_printed(text: str) -> None:
    assert read_date(text).text == text


@given(NEARLY_DATES)
def test_a_stretch_of_time_never_ends_before_it_begins(text: str) -> None:
    due = read_date(text)
    if due.from_ and due.to:
        shared = min(len(due.from_), len(due.to))
        assert due.from_[:shared] <= due.to[:shared]


@given(NEARLY_DATES)
def test_both_ends_are_dates_and_the_edtf_is_edtf(text: str) -> None:
    due = read_date(text)
    assert all(_is_edtf_date(end) for end in (due.from_, due.to) if end)
    assert due.edtf is None or is_edtf(due.edtf)


@given(NEARLY_DATES)
def test_a_kind_without_a_date_has_no_ends(text: str) -> None:
    due = read_date(text)
    if due.kind in {NONE, ONGOING}:
        assert (due.from_, due.to, due.edtf) == (None, None, None)


@given(NEARLY_DATES)
def test_nothing_is_more_precise_than_the_print(text: str) -> None:
    """A day is given only where a day is printed: a number of one or two digits beside a month."""
    due = read_date(text)
    longest = max(len(end) for end in (due.from_ or "", due.to or "", ""))
    if longest == len("2020-01-01"):
        assert re.search(r"(?<!\d)\d{1,2}(?!\d)", text)
    if not re.search(r"\d", text):
        assert longest == 0


DAY_STYLES = ["{d} {month} {y}", "{d}{th} {month} {y}", "{d}{th} of {month} {y}", "{d}/{m}/{y}", "{d:02}/{m:02}/{y}"]
DAY_STYLES += ["{d:02}.{m:02}.{yy:02}", "{d}-{m}-{y}", "{y}-{m:02}-{d:02}", "{d} {mon} {y}", "{month} {d}, {y}"]
MONTH_STYLES = ["{month} {y}", "{mon} {y}", "{mon}-{yy:02}", "{mon} ’{yy:02}", "{month}, {y}"]
FRAMES = ["{}", "By {}", "End of {}", "by the end of {}", "{} (provisional)", "Pilot to be evaluated by {}"]


def printed(day: date, style: str) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in {11, 12, 13} else 0, "th")
    return style.format(
        d=day.day,
        th=ending,
        m=day.month,
        y=day.year,
        yy=day.year % 100,
        month=calendar.month_name[day.month],
        mon=calendar.month_abbr[day.month],
    )


THIS_CENTURY = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@given(THIS_CENTURY, st.sampled_from(DAY_STYLES), st.sampled_from(FRAMES))
def test_every_style_of_a_day_gives_the_day(day: date, style: str, frame: str) -> None:
    due = read_date(frame.format(printed(day, style)))
    assert (due.kind, due.from_, due.to) == (BY, None, day.isoformat())


@given(THIS_CENTURY, st.sampled_from(MONTH_STYLES), st.sampled_from(FRAMES))
def test_every_style_of_a_month_gives_the_month_and_no_day(day: date, style: str, frame: str) -> None:
    due = read_date(frame.format(printed(day, style)))
    assert (due.kind, due.from_, due.to) == (BY, None, f"{day:%Y-%m}")


@given(THIS_CENTURY, THIS_CENTURY, st.sampled_from(["{} to {}", "{} – {}", "Between {} and {}", "From {} until {}"]))
def test_two_months_joined_are_a_range(one: date, other: date, joined: str) -> None:
    first, last = sorted((one, other))
    text = joined.format(printed(first, "{month} {y}"), printed(last, "{month} {y}"))
    due = read_date(text)
    assert (due.kind, due.from_, due.to) == (BETWEEN, f"{first:%Y-%m}", f"{last:%Y-%m}")
