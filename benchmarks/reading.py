"""How fast plans are read, beside a bare baseline: a regular expression that only splits the same text into words.

Prints medians of several runs in one process, kilobytes a second, and the ratio to the baseline. Run by `make bench`.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.extract import read_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
WORD = re.compile(r"\w+|[^\w\s]")


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """Give the median time of several runs, after one that fills the caches."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def split_words(files: Sequence[Path]) -> int:
    """Read the files and count their words and marks: the least that reading a text can mean."""
    return sum(len(WORD.findall(path.read_text("utf-8"))) for path in files)


def read_plans(files: Sequence[Path], *, names: bool) -> int:
    """Read the files as plans and count their recommendations."""
    return sum(len(read_plan(path, names=names).recommendations) for path in files)


def main(folder: Path, runs: int) -> None:
    """Measure and print one line for each way of reading."""
    files = sorted(folder.glob("*.txt")) + sorted(folder.glob("*.md"))
    size = sum(path.stat().st_size for path in files) / 1000
    ways: dict[str, Callable[[], object]] = {
        "words by regular expression": lambda: split_words(files),
        "plans without names": lambda: read_plans(files, names=False),
        "plans with names": lambda: read_plans(files, names=True),
    }
    baseline = None
    print(f"{len(files)} documents, {size:.0f} kB, median of {runs} runs")
    for name, work in ways.items():
        seconds = median_seconds(work, runs)
        baseline = baseline or seconds
        print(f"{name:<28} {seconds * 1000:8.1f} ms {size / seconds:8.0f} kB/s {seconds / baseline:7.1f} x")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples" / "plans")
    options.add_argument("--runs", type=int, default=7)
    main(**vars(options.parse_args()))
