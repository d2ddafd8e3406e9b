"""The reference tables: tab-separated, one header line, no quoting."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Row", "day_after", "day_before", "parts", "read_table", "taught_by"]

Row = dict[str, str]


def read_table(folder: Path, name: str) -> Iterator[Row]:
    """Read one reference table."""
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {key: (value or "").strip() for key, value in row.items() if key}


def parts(value: str, mark: str) -> list[str]:
    """Split a cell."""
    return [part.strip() for part in value.split(mark) if part.strip()]


def taught_by(source: str) -> list[str]:
    """Say who taught a row: a plan as "seed 000", anything else in the table's own words."""
    found = [f"seed {number}" for number in re.findall(r"\b00\d\b", source)]
    rest = re.sub(r"\bsamples?\b[\s\d]*(rec\w*\s[\d\s]*)?(and)?|^00\d.*$", "", source)
    told = [part.strip(" )") for part in re.split(r"[;(]\s*", rest) if part.strip(" ;)") and "rec" not in part]
    return found + told or ["reference tables"]


def day_after(day: str) -> str:
    """Give the day after a whole day; what is less precise stays as it is."""
    return _moved(day, 1)


def day_before(day: str) -> str:
    """Give the day before a whole day; what is less precise stays as it is."""
    return _moved(day, -1)


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if day.count("-") == 2 else day
