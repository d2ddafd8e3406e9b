"""The sum of a build, for a person and for a machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.graph.summary import Summary

__all__ = ["as_json_line", "as_text"]


def as_text(summary: Summary, seconds: float, to: Path) -> str:
    """Give a few lines that a person reads at the end of a build."""
    answers = ", ".join(f"{count} {(status or 'without status').lower()}" for status, count in _answers(summary))
    lines = {
        "plans": f"{summary.plans}",
        "recommendations": f"{sum(summary.recommendations.values())} ({answers})",
        "actions": f"{summary.actions}, in {summary.assignments} assignments to {summary.owners} owners",
        "named things": f"{summary.mentions}",
        "flagged": f"{summary.flagged}",
        "graph": f"{summary.quads} quads in {to}, {seconds:.1f} s",
    }
    return "\n".join(f"{name:<16} {value}" for name, value in lines.items())


def as_json_line(summary: Summary, seconds: float) -> str:
    """Give the same as one JSON object."""
    return json.dumps({**summary.as_counts(), "seconds": round(seconds, 3)})


def _answers(summary: Summary) -> list[tuple[str | None, int]]:
    return [(status, count) for status, count in summary.recommendations.items() if count]
