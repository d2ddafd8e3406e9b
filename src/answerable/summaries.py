"""What a command tells at its end or on request, in plain lines for a person and as JSON for a machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from answerable.exports.view import ViewSummary
    from answerable.graph.questions import Parameter, Question
    from answerable.graph.summary import Summary

__all__ = ["build_as_json", "build_as_text", "questions_as_json", "questions_as_text", "view_as_json", "view_as_text"]


def build_as_text(summary: Summary, seconds: float, to: Path) -> str:
    """Give the sum of a build."""
    answers = [
        f"{count} {(status or 'no status').lower()}" for status, count in summary.recommendations.items() if count
    ]
    lines = {
        "plans": f"{summary.plans}",
        "recommendations": f"{sum(summary.recommendations.values())}: {', '.join(answers)}",
        "actions": f"{summary.actions}",
        "assignments": f"{summary.assignments}",
        "owners": f"{summary.owners}",
        "named things": f"{summary.mentions}",
        "flagged rows": f"{summary.flagged}",
        "graph": f"{summary.quads} quads in {to}",
        "time": f"{seconds:.1f} s",
    }
    return "\n".join(f"{name:<16} {value}" for name, value in lines.items())


def build_as_json(summary: Summary, seconds: float) -> str:
    """Give the same as one JSON object."""
    return json.dumps({**summary.as_counts(), "seconds": round(seconds, 3)})


def questions_as_text(questions: Iterable[Question]) -> str:
    """Give each question with what it asks and what it must or may be told, under the heading of its group."""
    from itertools import groupby

    parts = groupby(
        sorted(questions, key=lambda one: (one.group, one.number or _LAST, one.name)), lambda one: one.group
    )
    return "\n\n".join("\n".join([group or "Further", *map(_told, some)]) for group, some in parts)


_LAST = 1_000
_INDENT = " " * 21


def _told(question: Question) -> str:
    parameters = [f"{_INDENT}--param {one.name}=...  {_asked(one)}" for one in question.parameters]
    return "\n".join([f"  {question.name:<18} {question.title}", *parameters])


def _asked(parameter: Parameter) -> str:
    if parameter.default is None:
        return parameter.description
    return f"{parameter.description} (else {parameter.default!r})" if parameter.default else parameter.description


def questions_as_json(questions: Iterable[Question]) -> str:
    """Give the same as one JSON array."""
    from dataclasses import asdict

    return json.dumps([asdict(question) for question in questions], indent=1, ensure_ascii=False)


def view_as_text(drawn: ViewSummary) -> str:
    """Say what a page holds."""
    rolled = "; too many to draw at once, so rolled up" if drawn.rolled_up else ""
    return (
        f"{drawn.path}: {drawn.drawn} of {drawn.nodes} things drawn, {drawn.assignments} assignments, "
        f"{drawn.size / 1000:.0f} kB{rolled}"
    )


def view_as_json(drawn: ViewSummary) -> str:
    """Give the same as one JSON object."""
    from dataclasses import asdict

    return json.dumps({**asdict(drawn), "path": str(drawn.path)})
