"""Words that find no place in a plan are flagged, or ignored with a reason; none goes unsaid."""

from __future__ import annotations

import pytest

from tests.extract.plans import COLUMNS, Reads, flags_of, ignored_of, pairs_of, plan_row

ONE = plan_row("1", "Improve plans", "Agreed", "Plans will be read each month.", "Governor", "May 2021")
TWO = plan_row("2", "Provide offices", "Partly Agreed", "Two leases cannot be ended.", "Head of Estates", "June 2021")
SENTENCE = "The guide will be rewritten with examples from recent cases."


@pytest.mark.parametrize(
    "cells",
    [
        ("", "", SENTENCE, "", "", ""),
        ("Words that are no number", "", "", "", "", ""),
        ("Rehabilitation and release planning", "", "", "", "", ""),
        (SENTENCE,) * len(COLUMNS),
    ],
    ids=[
        "words in the column of answers",
        "words in the column of numbers",
        "the heading of an area",
        "one sentence over all cells",
    ],
)
def test_words_that_find_no_place_are_flagged_or_ignored_with_a_reason(read: Reads, cells: tuple[str, ...]) -> None:
    record = read(ONE, cells, TWO)
    assert flags_of(record) or set(ignored_of(record)) > {"column headings"}
    assert record.ledger.balances


def test_a_note_over_all_columns_is_no_owner_and_no_date(read: Reads) -> None:
    record = read(ONE, (SENTENCE,) * len(COLUMNS), TWO)
    assert [pairs_of(item) for item in record.recommendations] == [
        [("Governor", "May 2021")],
        [("Head of Estates", "June 2021")],
    ]
