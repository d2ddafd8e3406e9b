"""What a command tells at its end or on request, in plain lines for a person and as JSON for a machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable.briefing import Handed
    from answerable.exports.view import ViewSummary
    from answerable.graph.questions import Parameter, Question
    from answerable.graph.snapshots.building import Built
    from answerable.graph.snapshots.listing import Entry

__all__ = [
    "build_as_json",
    "build_as_text",
    "handed_as_json",
    "handed_as_text",
    "questions_as_json",
    "questions_as_text",
    "snapshots_as_json",
    "snapshots_as_text",
    "view_as_json",
    "view_as_text",
]


def build_as_text(built: Built, seconds: float, to: str) -> str:
    """Give the sum of a build."""
    summary = built.summary
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
        "snapshot": built.snapshot + (", new" if built.new else _not_new(built)),
        "documents": f"{built.read} read, {built.reused} unchanged and not read again",
        "time": f"{seconds:.1f} s",
    }
    return "\n".join(f"{name:<16} {value}" for name, value in lines.items())


def _not_new(built: Built) -> str:
    return (
        ", current as before: nothing changed" if built.before == built.snapshot else ", an earlier one, current again"
    )


def build_as_json(built: Built, seconds: float) -> str:
    """Give the same as one JSON object."""
    about = {"snapshot": built.snapshot, "new": built.new, "read": built.read, "reused": built.reused}
    return json.dumps({**built.summary.as_counts(), **about, "seconds": round(seconds, 3)})


def snapshots_as_text(entries: Iterable[Entry]) -> str:
    """Give the list of a store's snapshots, one to a line."""
    return "\n".join(map(_listed, entries))


def _listed(entry: Entry) -> str:
    differs = {"added": entry.added, "withdrawn": entry.withdrawn, "changed": entry.changed}
    documents = ", ".join(f"{count} {what}" for what, count in differs.items() if count) or "the same documents"
    holds = f"{entry.plans:>6} plans {entry.quads:>10} quads   {documents}" if entry.sound else "damaged"
    return f"{'*' if entry.current else ' '} {entry.name}  {entry.time or '-':<25} {holds}"


def snapshots_as_json(entries: Iterable[Entry]) -> str:
    """Give the same as one JSON array."""
    from dataclasses import asdict

    return json.dumps([asdict(entry) for entry in entries], indent=1)


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

    told = {name: value for name, value in asdict(drawn).items() if name != "html"}
    return json.dumps({**told, "path": str(drawn.path)})


def handed_as_text(handed: Handed) -> str:
    """Say what a briefing or figure found, and over what."""
    return f"{handed.path}: {handed.title} ({handed.scope})"


def handed_as_json(handed: Handed) -> str:
    """Give the same as one JSON object."""
    from dataclasses import asdict

    return json.dumps({**asdict(handed), "path": str(handed.path)}, ensure_ascii=False)
