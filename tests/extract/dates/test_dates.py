"""What a printed target date says: the kinds of statement, as precise as the print and no more."""

from __future__ import annotations

import pytest

from answerable.extract.dates import read_date

BY, BETWEEN, ONGOING, COMPLETED = "by", "between", "ongoing", "completed"
COMMENCES, RECURRING, NONE = "commences", "recurring", "none"

DAYS_AND_MONTHS = [
    ("April 2020", "2020-04"),
    ("Sep 2019", "2019-09"),
    ("Sept 2019", "2019-09"),
    ("Sept. 2019", "2019-09"),
    ("Mar-24", "2024-03"),
    ("Mar 24", "2024-03"),
    ("Dec ’23", "2023-12"),
    ("APRIL 2020", "2020-04"),
    ("april 2020", "2020-04"),
    ("March, 2021", "2021-03"),
    ("May 2024", "2024-05"),
    ("31st March 2019", "2019-03-31"),
    ("31 March 2019", "2019-03-31"),
    ("the 1st of May 2022", "2022-05-01"),
    ("2nd Feb 2021", "2021-02-02"),
    ("3rd June, 2020", "2020-06-03"),
    ("Friday 28 February 2020", "2020-02-28"),
    ("March 31, 2019", "2019-03-31"),
    ("31/03/2024", "2024-03-31"),
    ("31.03.24", "2024-03-31"),
    ("31-03-2024", "2024-03-31"),
    ("1/4/24", "2024-04-01"),
    ("2024-03-31", "2024-03-31"),
    ("29/02/2024", "2024-02-29"),
    ("2025", "2025"),
    ("06/2021", "2021-06"),
    ("2021-06", "2021-06"),
    ("Sep-20.", "2020-09"),
    ("w/c 4 March 2024", "2024-03-04"),
    ("Week commencing 4 March 2024", "2024-03-04"),
    ("week beginning 4th March 2024", "2024-03-04"),
]

FULL_STATEMENTS = [
    ("... national by October 2023.", "2023-10"),
    ("CAS 1 - national by October 2023.", "2023-10"),
    ("Pilot to be evaluated by end of June 2019.", "2019-06"),
    ("April 2024, subject to contract", "2024-04"),
    ("By 30 June 2021", "2021-06-30"),
    ("End of March 2022", "2022-03"),
    ("end March 2022", "2022-03"),
    ("No later than September 2020", "2020-09"),
    ("End of Q2 2019/20", "2019-09"),
    ("Q4 2024", "2024-12"),
    ("Q1 2024", "2024-03"),
    ("Q3 2024", "2024-09"),
    ("Quarter 1 2020/21", "2020-06"),
    ("Q3 2020/21", "2020-12"),
    ("Q4 2019/20", "2020-03"),
    ("Q4 2019-2020", "2020-03"),
    ("By the end of the financial year 2021/22", "2022-03"),
    ("September 2024 and reviewed quarterly", "2024-09"),
    ("April 2020 and June 2020", "2020-06"),
    ("Interim report by December 2024", "2024-12"),
    ("To be completed by April 2021", "2021-04"),
    ("Due to be completed by April 2021", "2021-04"),
    ("Will be complete by April 2021", "2021-04"),
    ("Complete by April 2021", "2021-04"),
    ("In place by May 2021", "2021-05"),
]

RANGES = [
    ("January to May 2019", "2019-01", "2019-05"),
    ("January – March 2019", "2019-01", "2019-03"),
    ("Jan-Mar 2019", "2019-01", "2019-03"),
    ("Between November 2019 and February 2020", "2019-11", "2020-02"),
    ("November to February 2020", "2019-11", "2020-02"),
    ("November – February 2020", "2019-11", "2020-02"),
    ("December 2021 to January 2022", "2021-12", "2022-01"),
    ("1 April 2020 to 31 March 2021", "2020-04-01", "2021-03-31"),
    ("April 2020 – June 2020", "2020-04", "2020-06"),
    ("2020 to 2022", "2020", "2022"),
    ("Financial year 2024/25", "2024-04", "2025-03"),
    ("FY 2024/25", "2024-04", "2025-03"),
    ("2024/25", "2024-04", "2025-03"),
    ("From January to March 2021", "2021-01", "2021-03"),
    ("April & May 2021", "2021-04", "2021-05"),
    ("1-5 March 2021", "2021-03-01", "2021-03-05"),
    ("1st to 5th March 2021", "2021-03-01", "2021-03-05"),
    ("28 February – 3 March 2021", "2021-02-28", "2021-03-03"),
    ("Spring/Summer 2022", "2022-03", "2022-08"),
    ("Autumn to Winter 2023", "2023-09", "2024-02"),
]

SEASONS = [
    ("Spring 2024", "2024-03", "2024-05", "2024-21"),
    ("Summer 2024", "2024-06", "2024-08", "2024-22"),
    ("Autumn 2023", "2023-09", "2023-11", "2023-23"),
    ("autumn of 2023", "2023-09", "2023-11", "2023-23"),
    ("Winter 2023", "2023-12", "2024-02", "2023-24"),
]

OTHERS = [
    ("Ongoing", ONGOING, None, None),
    ("On-going", ONGOING, None, None),
    ("Ongoing 2019", ONGOING, None, None),
    ("Completed and ongoing", ONGOING, None, None),
    ("Complete and ongoing", ONGOING, None, None),
    ("Ongoing, reviewed quarterly", ONGOING, None, None),
    ("Complete", COMPLETED, None, None),
    ("Completed", COMPLETED, None, None),
    ("COMPLETE", COMPLETED, None, None),
    ("Closed", COMPLETED, None, None),
    ("Implemented", COMPLETED, None, None),
    ("Completed April 2021", COMPLETED, None, "2021-04"),
    ("Completed in March 2022", COMPLETED, None, "2022-03"),
    ("In place since 15 April 2024", COMPLETED, None, "2024-04-15"),
    ("Closed 31/03/2024", COMPLETED, None, "2024-03-31"),
    ("Commenced June 2016", COMMENCES, "2016-06", None),
    ("From week commencing 4 March 2024", COMMENCES, "2024-03-04", None),
    ("Commenced May 2017", COMMENCES, "2017-05", None),
    ("Commence Feb 2021", COMMENCES, "2021-02", None),
    ("From January 2024", COMMENCES, "2024-01", None),
    ("Starting 1 June 2021", COMMENCES, "2021-06-01", None),
    ("Monthly throughout 2022", RECURRING, "2022-01", "2022-12"),
    ("From 2020/21", COMMENCES, "2020-04", None),
    ("Quarterly from July 2024", RECURRING, "2024-07", None),
    ("Quarterly from 2020/21", RECURRING, "2020-04", None),
    ("Quarterly", RECURRING, None, None),
    ("Monthly from April 2020 to March 2021", RECURRING, "2020-04", "2021-03"),
    ("Subject to funding", NONE, None, None),
    ("TBC", NONE, None, None),
    ("To be confirmed", NONE, None, None),
    ("N/A", NONE, None, None),
    ("-", NONE, None, None),
    ("–", NONE, None, None),
    ("", NONE, None, None),
    ("Not complete", NONE, None, None),
    ("Not yet complete", NONE, None, None),
    ("Not yet in place", NONE, None, None),
    ("Within three months of the contract award", NONE, None, None),
    ("within three months of approval", NONE, None, None),
]

NO_DATES = ["31 February 2020", "30/02/2024", "31/04/2021", "29/02/2023", "12/13/2024", "March", "31st March"]


@pytest.mark.parametrize(("print_", "to"), DAYS_AND_MONTHS + FULL_STATEMENTS)
def test_a_day_a_month_a_quarter_or_a_year_is_the_date_by_which_all_is_done(print_: str, to: str) -> None:
    due = read_date(print_)
    assert (due.kind, due.from_, due.to) == (BY, None, to)


@pytest.mark.parametrize(("print_", "to"), DAYS_AND_MONTHS)
def test_the_edtf_of_a_plain_date_is_the_date(print_: str, to: str) -> None:
    assert read_date(print_).edtf == to


@pytest.mark.parametrize(("print_", "first", "last"), RANGES)
def test_a_range_has_both_ends_and_a_month_without_a_year_takes_the_one_that_fits(
    print_: str, first: str, last: str
) -> None:
    due = read_date(print_)
    assert (due.kind, due.from_, due.to, due.edtf) == (BETWEEN, first, last, f"{first}/{last}")


@pytest.mark.parametrize(("print_", "first", "last", "edtf"), SEASONS)
def test_a_season_is_three_months_and_winter_runs_over_new_year(print_: str, first: str, last: str, edtf: str) -> None:
    due = read_date(print_)
    assert (due.kind, due.from_, due.to, due.edtf) == (BY, first, last, edtf)


@pytest.mark.parametrize(("print_", "kind", "first", "last"), OTHERS)
def test_words_steer_what_a_date_says(print_: str, kind: str, first: str | None, last: str | None) -> None:
    due = read_date(print_)
    assert (due.kind, due.from_, due.to) == (kind, first, last)


@pytest.mark.parametrize("print_", NO_DATES)
def test_what_is_no_day_of_the_calendar_or_lacks_its_year_says_nothing(print_: str) -> None:
    due = read_date(print_)
    assert (due.kind, due.from_, due.to, due.edtf) == (NONE, None, None, None)


@pytest.mark.parametrize(
    ("print_", "edtf"),
    [
        ("From January 2024", "2024-01/.."),
        ("Commenced June 2016", "2016-06/.."),
        ("Quarterly from July 2024", "2024-07/.."),
        ("From 2020/21", "2020-04/.."),
        ("Quarterly from 2020/21", "2020-04/.."),
        ("September 2024 and reviewed quarterly", "2024-09/.."),
        ("Monthly throughout 2022", "2022-01/2022-12"),
        ("Completed April 2021", "2021-04"),
    ],
)
def test_what_has_no_end_stays_open_in_edtf(print_: str, edtf: str) -> None:
    assert read_date(print_).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "kind", "first", "last"),
    [
        ("Q1-Q2 2022", BETWEEN, "2022-01", "2022-06"),
        ("Q1 and Q2 2022/23", BETWEEN, "2022-04", "2022-09"),
        ("Q3 to Q4 2021/22", BETWEEN, "2021-10", "2022-03"),
        ("third quarter of 2021/22", BY, None, "2021-12"),
        ("Last quarter of the financial year 2021/22", BY, None, "2022-03"),
        ("1st quarter 2024", BY, None, "2024-03"),
        ("FY21/22", BETWEEN, "2021-04", "2022-03"),
        ("Financial year 22-23", BETWEEN, "2022-04", "2023-03"),
        ("FY21/23", NONE, None, None),
    ],
)
def test_quarters_and_financial_years_in_other_words(
    printed: str, kind: str, first: str | None, last: str | None
) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to) == (kind, first, last)


@pytest.mark.parametrize(
    ("printed", "kind", "first"),
    [
        ("April 2021 onwards", COMMENCES, "2021-04"),
        ("January 2021 to date", COMMENCES, "2021-01"),
        ("Since March 2020", COMMENCES, "2020-03"),
        ("Not before 1 April 2022", COMMENCES, "2022-04-01"),
        ("Monthly, April 2021 onwards", RECURRING, "2021-04"),
        ("Underway", ONGOING, None),
    ],
)
def test_words_behind_a_date_can_make_it_a_start(printed: str, kind: str, first: str | None) -> None:
    due = read_date(printed)
    assert (due.kind, due.from_, due.to) == (kind, first, None)


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("May 2024 - complete", COMPLETED),
        ("May 2024 (completed)", COMPLETED),
        ("May 2024. Now in place.", COMPLETED),
        ("May 2024, to be completed", BY),
        ("May 2024 - not yet complete", BY),
        ("May 2024 when all reviews are complete", BY),
    ],
)
def test_a_date_that_was_kept_says_so_behind_it(printed: str, kind: str) -> None:
    due = read_date(printed)
    assert (due.kind, due.to) == (kind, "2024-05")
