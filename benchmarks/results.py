"""The table of all benchmarks: kept as JSON, in which a run replaces the rows that it took, and shown as Markdown."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from math import floor, log10
from pathlib import Path
from typing import Any, Final

from benchmarks.harness import ROOT, RUNS, Measured

__all__ = ["Row", "as_markdown", "as_row", "broken", "keep", "line", "taken_at"]

Row = dict[str, Any]
"""A `Measured` with its ratio and whether it holds, the benchmark that took it, the commit, its day and the machine."""

_SCALES: Final = (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6))
_OPENING: Final = (
    "`make bench` takes all of this anew, `python benchmarks/run.py NAME...` some of it; `RESULTS.json` has the same"
    f" for programs. Times are medians of at least {RUNS} rounds in which ours and its peer take turns, after one for"
    " nothing. A ratio is how many times the one costs the other, as its floor is worded; a `+` after a commit says"
    " that something was changed beside it."
)
_HEADS: Final = ("what", "against", "ours", "peer", "ratio", "floor", "", "with", "taken at")


def taken_at() -> Row:
    """Say at which commit, of which day, and on what kind of machine something is measured."""
    commit, day = _git("log", "-1", "--format=%h %cs").split()
    changed = "+" if _git("status", "--porcelain", "--untracked-files=no") else ""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{os.cpu_count()} processors ({platform.machine()}), {memory:.0f} GiB, {platform.system()}"
    return {"commit": commit + changed, "day": day, "machine": f"{machine}, Python {platform.python_version()}"}


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def as_row(benchmark: str, measured: Measured, taken: Row) -> Row:
    """Give a figure as it is kept, with what follows from it."""
    figures = {"ours": measured.ours, "peer": measured.peer, "ratio": measured.ratio}
    rounded = {name: _short(value) for name, value in figures.items()}
    return {"benchmark": benchmark, **asdict(measured), **rounded, "holds": measured.holds, **taken}


def _short(value: float | None) -> float | None:
    """Round to four digits: no clock knows more."""
    return value if not value else round(value, 3 - floor(log10(abs(value))))


def keep(file: Path, benchmark: str, rows: Sequence[Row]) -> Sequence[Row]:
    """Put the rows of a benchmark in place of those it had; give all that the file now holds, ordered by benchmark."""
    before = json.loads(file.read_text("utf-8"))["rows"] if file.exists() else []
    kept = sorted([*(row for row in before if row["benchmark"] != benchmark), *rows], key=lambda row: row["benchmark"])
    file.write_text(json.dumps({"rows": kept}, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return kept


def broken(rows: Iterable[Row]) -> Sequence[Row]:
    """Give those that miss their floor."""
    return [row for row in rows if row["holds"] is False]


def as_markdown(rows: Sequence[Row]) -> str:
    """Show all rows, one table to a benchmark."""
    held = sum(row["holds"] is True for row in rows)
    parts = [
        "# What is measured",
        _OPENING,
        f"{held} floors hold, {len(broken(rows))} do not.",
        *(_of_machine(rows)),
    ]
    for name in dict.fromkeys(row["benchmark"] for row in rows):
        parts += [f"## {name}", "\n".join(_table([row for row in rows if row["benchmark"] == name]))]
    return "\n\n".join(parts) + "\n"


def _of_machine(rows: Iterable[Row]) -> Iterable[str]:
    return (f"Taken on {machine}." for machine in dict.fromkeys(row["machine"] for row in rows))


def _table(rows: Iterable[Row]) -> Iterable[str]:
    yield f"| {' | '.join(_HEADS)} |"
    yield "|-|-|-:|-:|-:|-:|-|-|-|"
    for row in rows:
        yield f"| {' | '.join(_cells(row))} |"


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    bound = "" if row["floor"] is None else f"{row['better']} {row['floor']:g}"
    verdict = {True: "holds", False: "**does not hold**", None: ""}[row["holds"]]
    ratio = "" if row["ratio"] is None else f"{row['ratio']:.3g}"
    figures = (told(row["ours"], row["unit"]), told(row["peer"], row["unit"]), ratio, bound, verdict)
    return (row["what"], row["against"], *figures, row["note"], f"{row['commit']}, {row['day']}")


def told(value: float | None, unit: str) -> str:
    """Give a figure with its unit, seconds in parts of a second where they are few."""
    if value is None:
        return ""
    if unit == "s":
        unit, scale = next((each for each in _SCALES if abs(value) >= each[1]), _SCALES[-1])
        value /= scale
    return f"{value:,.{0 if abs(value) >= 100 else 3}{'f' if abs(value) >= 100 else 'g'}} {unit}".strip()


def line(row: Mapping[str, Any]) -> str:
    """Tell of one row on one line, as it is taken."""
    what, against, ours, peer, ratio, bound, verdict, note, _ = _cells(row)
    parts = (
        f"{what:<44}",
        f"{ours:>10}",
        f"{peer:>10}",
        f"{ratio:>7}",
        f"{bound:<13}",
        verdict.strip("*"),
        against,
        note,
    )
    return "  ".join(parts).rstrip()
