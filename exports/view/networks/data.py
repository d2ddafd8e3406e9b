"""A drawing as the page's data: nodes by their number, groups by their own key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from answerable.exports.facts.words import isolated

if TYPE_CHECKING:
    from answerable.exports.view.networks.drawing import Drawing, Group, Lifeline, Mark, Tick, Tie

__all__ = ["drawing_data"]


def drawing_data(drawing: Drawing, number: Mapping[str, int]) -> dict[str, Any]:
    """Give what the script needs to draw one network; `number` gives the number of each node of the view."""
    known = dict(number) | {group.key: group.key for group in drawing.groups}
    return {
        "title": drawing.title,
        "heading": drawing.heading,
        "caption": drawing.caption,
        "described": drawing.described,
        "note": drawing.note,
        "empty": drawing.empty,
        "counts": drawing.counts,
        "unit": drawing.unit,
        "heaviest": drawing.heaviest,
        "nodes": [_mark(mark, known, drawing.loads) for mark in drawing.marks],
        "edges": [_tie(tie, known) for tie in drawing.ties],
        "arcs": [{"plan": known[key], "points": points} for key, points in drawing.arcs.items()],
        "groups": [_group(group, number) for group in drawing.groups],
        "lifelines": [_lifeline(line, known) for line in drawing.lifelines],
        "ticks": list(_ticks(drawing.ticks)),
    }


def _mark(mark: Mark, known: Mapping[str, int | str], loads: Mapping[str, int]) -> dict[str, Any]:
    placed = {"id": known[mark.key], "x": mark.x, "y": mark.y, "size": mark.size}
    return placed | ({"load": loads[mark.key]} if mark.key in loads else {})


def _tie(tie: Tie, known: Mapping[str, int | str]) -> dict[str, Any]:
    ends = {"source": known[tie.source], "target": known[tie.target], "kind": tie.kind, "weight": tie.weight}
    return ends | ({"path": tie.path} if tie.path else {})


def _group(group: Group, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": group.key,
        "label": isolated(group.label),
        "short": isolated(group.short),
        "kind": group.kind,
        "mark": group.mark,
        "family": group.family,
        "load": group.load,
        "members": [number[key] for key in group.members],
    }


def _lifeline(line: Lifeline, known: Mapping[str, int | str]) -> dict[str, Any]:
    return {
        "id": known[line.key],
        "y": line.y,
        "start": line.start,
        "end": line.end,
        "openStart": line.open_start,
        "openEnd": line.open_end,
    }


def _ticks(ticks: tuple[Tick, ...]) -> Iterator[dict[str, Any]]:
    return ({"x": tick.x, "label": tick.label} for tick in ticks)
