"""Rows that could not be placed leave the work incomplete; damaged ones that were loaded do not."""

from __future__ import annotations

import pytest

from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.records import Flag, Ledger, PlanRecord, Source
from answerable.outcome import Outcome
from answerable.tally import Tally


def record(*flags: Flag, rows: int, loaded: int) -> PlanRecord:
    source = Source(name="plan.txt", sha256="0" * 64, media_type="text/plain")
    return PlanRecord(source=source, ledger=Ledger(rows=rows, loaded=loaded, flagged=flags))


@pytest.mark.parametrize(
    ("read", "outcome", "lines"),
    [
        (record(rows=3, loaded=3), Outcome.DONE, []),
        (
            record(Flag(reason="words are damaged", table=1, row=2), rows=3, loaded=3),
            Outcome.DONE,
            ["answerable: plan.txt, table 1, row 2: words are damaged"],
        ),
        (
            record(Flag(reason="no column fits", rows=1, table=2, row=7, detail="four cells"), rows=3, loaded=2),
            Outcome.INCOMPLETE,
            ["answerable: plan.txt, table 2, row 7: no column fits (four cells)"],
        ),
        (
            record(rows=3, loaded=2),
            Outcome.INCOMPLETE,
            ["answerable: plan.txt: 3 rows, but not all are loaded, ignored or flagged"],
        ),
    ],
    ids=["all loaded", "damaged but loaded", "not placed", "lost"],
)
def test_every_row_counts(
    read: PlanRecord, outcome: Outcome, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally()
    assert list(tally.over([read])) == [read]
    assert tally.outcome is outcome
    assert capsys.readouterr().err.splitlines() == lines


def test_a_file_that_cannot_be_read_is_told_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    tally.unreadable(UnreadableDocumentError("plan.txt: the file is empty; nothing to read"))
    assert tally.outcome is Outcome.INCOMPLETE
    assert capsys.readouterr().err == "answerable: plan.txt: the file is empty; nothing to read\n"
