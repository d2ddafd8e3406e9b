"""What a figure of a benchmark says, and how the table of all is kept. Nothing here is timed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import harness, results, run
from benchmarks.harness import Measured, beside, peak

TAKEN = {"commit": "abc1234", "day": "2024-03-31", "machine": "4 processors"}


@pytest.mark.parametrize(
    ("measured", "ratio", "holds"),
    [
        (Measured("a", "b", 3.0, 2.0, floor=1.5), 1.5, True),
        (Measured("a", "b", 3.2, 2.0, floor=1.5), 1.6, False),
        (Measured("a", "b", 2.0, 20.0, floor=10, better="at least"), 10.0, True),
        (Measured("a", "b", 2.0, 18.0, floor=10, better="at least"), 9.0, False),
        (Measured("a share", "", 0.95, unit="", floor=0.9, better="at least"), None, True),
        (Measured("a share", "", 0.85, unit="", floor=0.9, better="at least"), None, False),
        (Measured("only told", "b", 3.0, 2.0), 1.5, None),
        (Measured("nothing to compare with", "b", 3.0, 0.0, floor=2.0), None, None),
    ],
)
def test_a_figure_says_its_ratio_and_whether_it_holds(
    measured: Measured, ratio: float | None, holds: bool | None
) -> None:
    assert (measured.ratio, measured.holds) == (ratio, holds)


def test_ours_and_its_peer_take_turns_after_one_round_for_nothing() -> None:
    order: list[str] = []
    beside(lambda: order.append("ours"), lambda: order.append("peer"), runs=3)
    assert order == ["ours", "peer", "ours", "peer", "peer", "ours", "ours", "peer"]


def test_medians_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    # Started and ended: ours takes 1 and its peer 9; the peer 8 and ours 2; ours 60 and the peer 7.
    clock = iter([0, 1, 0, 9, 0, 8, 0, 2, 0, 60, 0, 7])
    monkeypatch.setattr(harness.time, "perf_counter", lambda: next(clock))
    assert beside(lambda: None, lambda: None, runs=3) == (2, 8)


def test_memory_is_that_of_a_process_of_its_own() -> None:
    bare, full = peak("import sys"), peak("import sys; data = b'x' * int(sys.argv[1])", 50_000_000)
    assert 40 < full - bare < 60


def row(benchmark: str, what: str, **others: Any) -> results.Row:  # noqa: ANN401 - fields of a figure
    return results.as_row(benchmark, Measured(what, "peer", 1.0, 2.0, **others), TAKEN)


def test_rows_of_benchmarks_that_did_not_run_stay(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.json"
    results.keep(file, "reading", [row("reading", "old"), row("reading", "older")])
    results.keep(file, "export", [row("export", "kept")])
    kept = results.keep(file, "reading", [row("reading", "new") | {"commit": "def5678"}])
    assert [(each["benchmark"], each["what"], each["commit"]) for each in kept] == [
        ("export", "kept", "abc1234"),
        ("reading", "new", "def5678"),
    ]
    assert json.loads(file.read_text("utf-8"))["rows"] == kept


def test_the_table_says_all_of_a_row() -> None:
    rows = [row("reading", "plans", floor=0.4, note="warm"), row("reading", "pages", floor=0.5)]
    shown = results.as_markdown(rows)
    assert "| plans | peer | 1 s | 2 s | 0.5 | at most 0.4 | **does not hold** | warm | abc1234, 2024-03-31 |" in shown
    assert "1 floors hold, 1 do not." in shown
    assert "Taken on 4 processors." in shown


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [(1.234567, "s", "1.23 s"), (0.0123, "s", "12.3 ms"), (0.00000712, "s", "7.12 µs"), (1234.5, "MB", "1,234 MB")],
)
def test_figures_are_told_with_three_digits(value: float, unit: str, told: str) -> None:
    assert results.told(value, unit) == told


def test_a_setting_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["starting", "--with", "plans"])
    assert "write KEY=VALUE" in capsys.readouterr().err
