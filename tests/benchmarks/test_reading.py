"""Reading is measured beside the least that reading can mean."""

from __future__ import annotations

from benchmarks.reading import FLOOR, measure


def test_reading_is_held_beside_cutting_the_same_bytes_into_words() -> None:
    first = next(measure(plans=2, runs=1))
    assert first.floor == FLOOR
    assert first.ratio is not None
    assert first.ratio > 1
    assert "one process" in first.note
