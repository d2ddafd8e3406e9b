"""Where every row of every table goes: loaded, ignored with a reason, or flagged; and the totals that a plan prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.records import PlanRecord
from tests.extract.plans import (
    COLUMNS,
    LAYOUTS,
    PAGE,
    Reads,
    Row,
    as_markdown,
    as_tabs,
    flags_of,
    ignored_of,
    plan_row,
    read_text,
)

ONE = plan_row("1", "Improve plans", "Agreed", "Plans will be read each month.", "Governor", "May 2021")
TWO = plan_row("2", "Provide offices", "Partly Agreed", "Two leases cannot be ended.", "Head of Estates", "June 2021")
THREE = plan_row("3", "Pay for visits", "Not Agreed", "This recommendation is not agreed. There is no funding.")
EMPTY, HEADINGS = plan_row(), tuple(COLUMNS.values())
RULE = ("–",) * len(COLUMNS)


def lone(text: str) -> tuple[str, ...]:
    return (text, *[""] * (len(COLUMNS) - 1))


BANNER = lone("ACTION PLAN: PELLOW VALE CRC")


def numbers(record: PlanRecord) -> list[str]:
    return [each.number for each in record.recommendations]


def test_every_row_of_a_plain_plan_is_loaded_but_its_headings(read: Reads) -> None:
    ledger = read(ONE, TWO, THREE).ledger
    assert (ledger.rows, ledger.loaded, ledger.balances) == (4, 3, True)


@pytest.mark.parametrize(
    ("noise", "reason"),
    [
        (HEADINGS, "column headings"),
        (RULE, "rule"),
        (("", "", "--", "", "", "--"), "rule"),
        (("", "", "…", "", "", ""), "rule"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_rows_that_say_nothing_are_ignored_with_a_reason(read: Reads, noise: Row, reason: str, place: int) -> None:
    rows = [ONE, TWO]
    record = read(*rows[:place], noise, *rows[place:])
    assert numbers(record) == ["1", "2"]
    assert ignored_of(record)[reason] == (2 if reason == "column headings" else 1)
    assert record.ledger.balances


def test_a_row_of_empty_cells_is_ignored_and_in_tabs_it_is_an_empty_line() -> None:
    assert ignored_of(read_text(as_markdown([ONE, EMPTY, TWO]))) == {"column headings": 1, "empty row": 1}
    assert ignored_of(read_text(as_tabs([ONE, EMPTY, TWO]))) == {"column headings": 1}


def test_headings_that_come_again_on_every_page_are_ignored(read: Reads) -> None:
    record = read(ONE, PAGE, HEADINGS, TWO, PAGE, HEADINGS, THREE)
    assert numbers(record) == ["1", "2", "3"]
    assert ignored_of(record) == {"column headings": 3}


def test_a_banner_that_comes_again_on_every_page_is_ignored(read: Reads) -> None:
    record = read(BANNER, ONE, PAGE, BANNER, HEADINGS, TWO, PAGE, BANNER, THREE)
    assert numbers(record) == ["1", "2", "3"]
    assert ignored_of(record)["page banner"] == 3
    assert record.ledger.balances


def test_a_banner_between_two_tables_is_no_part_of_a_sentence(read: Reads) -> None:
    cut = plan_row("1", "Improve plans", "Agreed", "Plans will be read by", "Governor", "May 2021")
    record = read(BANNER, cut, PAGE, BANNER, plan_row(response="a panel of officers."), TWO)
    assert [action.text for action in record.recommendations[0].actions] == [
        "Plans will be read by a panel of officers."
    ]


DEFINITIONS = {
    "tabs": "Term\tDefinition\nAgreed\tAll will be done.\nPartly Agreed\tSome.\nNot Agreed\tNothing.\n\n",
    "markdown": "| Term | Definition |\n|---|---|\n| Agreed | All |\n| Partly Agreed | Some |\n| Not Agreed | - |\n\n",
}


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_box_that_explains_the_answers_is_ignored(layout: str) -> None:
    record = read_text(LAYOUTS[layout]([ONE, TWO], before=DEFINITIONS[layout]))
    assert numbers(record) == ["1", "2"]
    assert ignored_of(record) == {"column headings": 1, "definitions of the answers": 4}
    assert record.ledger.balances


def test_the_box_of_definitions_is_known_by_its_sentences_too() -> None:
    sentence = "What is asked for will be done, and the money and the people that it needs are in place."
    box = f"Response\tWhat it means\nAgreed\t{sentence}\nPartly agreed\t{sentence}\nNot agreed\t{sentence}\n\n"
    record = read_text(as_tabs([ONE], before=box))
    assert numbers(record) == ["1"]
    assert ignored_of(record)["definitions of the answers"] == 4


def test_any_table_above_the_plan_is_ignored_with_a_reason() -> None:
    record = read_text(as_tabs([ONE], before="Contact\tNorthgate House\nTelephone\t01632 960123\n\n"))
    assert numbers(record) == ["1"]
    assert ignored_of(record)["above the plan"] == 2
    assert record.ledger.balances


def totals(agreed: int, partly: int, refused: int, total: int) -> str:
    return f"Recommendations\t\nAgreed\t{agreed}\nPartly Agreed\t{partly}\nNot Agreed\t{refused}\nTotal\t{total}\n"


def test_a_box_of_totals_that_agrees_is_read_and_ignored() -> None:
    record = read_text(as_tabs([ONE, TWO, THREE], after=totals(1, 1, 1, 3)))
    assert record.declared_totals == {"Agreed": 1, "Partly Agreed": 1, "Not Agreed": 1, "Total": 3}
    assert ignored_of(record)["totals box"] == 5
    assert (flags_of(record), record.ledger.balances) == ([], True)


@pytest.mark.parametrize("cut", ["Partly Agreed", "Total"])
def test_a_page_may_cut_a_box_of_totals_anywhere(cut: str) -> None:
    box = totals(1, 1, 1, 3).replace(f"\n{cut}\t", f"\n\n\n{cut}\t")
    record = read_text(as_tabs([ONE, TWO, THREE], after=box))
    assert record.declared_totals == {"Agreed": 1, "Partly Agreed": 1, "Not Agreed": 1, "Total": 3}
    assert (flags_of(record), record.ledger.balances) == ([], True)


def test_a_box_of_totals_in_markdown_is_the_same_box() -> None:
    box = "| Agreed | 1 |\n|---|---|\n| Partly Agreed | 1 |\n| Not Agreed | 1 |\n| Total | 3 |\n"
    record = read_text(as_markdown([ONE, TWO, THREE], after=box))
    assert record.declared_totals == {"Agreed": 1, "Partly Agreed": 1, "Not Agreed": 1, "Total": 3}


@pytest.mark.parametrize(
    ("printed", "details"),
    [
        ((2, 1, 1, 4), ["Agreed: declared 2, read 1", "Total: declared 4, read 3"]),
        ((1, 1, 1, 4), ["Total: declared 4, read 3"]),
        ((1, 0, 2, 3), ["Partly Agreed: declared 0, read 1", "Not Agreed: declared 2, read 1"]),
    ],
)
def test_a_box_of_totals_that_contradicts_is_flagged_count_by_count(
    printed: tuple[int, int, int, int], details: list[str]
) -> None:
    record = read_text(as_tabs([ONE, TWO, THREE], after=totals(*printed)))
    assert [(flag.reason, flag.detail) for flag in record.ledger.flagged] == [
        ("declared total differs", detail) for detail in details
    ]
    assert record.ledger.balances


def test_a_row_before_the_first_recommendation_is_flagged_not_lost(read: Reads) -> None:
    record = read(plan_row(response="The guide will be rewritten.", owner="Head of Quality"), ONE)
    assert numbers(record) == ["1"]
    assert flags_of(record) == ["row before the first recommendation"]
    assert (record.ledger.loaded, record.ledger.balances) == (1, True)


def test_words_after_the_plan_change_nothing(read: Reads) -> None:
    record = read(ONE, after="Published by the Ministry of Justice.\n\nwww.example.org\n")
    assert numbers(record) == ["1"]
    assert record.ledger.balances


NOISE: list[Row] = [EMPTY, RULE, HEADINGS, PAGE, BANNER]


@given(
    st.lists(st.sampled_from([ONE, TWO, THREE, *NOISE, plan_row(response="More will follow.")]), max_size=12),
    st.sampled_from(sorted(LAYOUTS)),
)
def test_the_ledger_always_adds_up(rows: list[Row], layout: str) -> None:
    text = LAYOUTS[layout]([ONE, *rows])
    record = read_text(text)
    ledger = record.ledger
    printed = sum(line.startswith("| ") or bool(line.strip() and "\t" in line) for line in text.splitlines())
    assert ledger.balances
    assert ledger.rows == printed
    assert ledger.rows == ledger.loaded + sum(ignored_of(record).values()) + sum(flag.rows for flag in ledger.flagged)
