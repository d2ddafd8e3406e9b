"""Bodies whose fates hang together: by change events or by who owns whom; and the order in which their lanes lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import networkx as nx

if TYPE_CHECKING:
    from answerable.exports.view.model import Change, Ownership, View

__all__ = ["Histories", "histories_of"]

_SWEEPS: Final = 12
"""After so many rounds the order of lanes hardly changes any more."""


@dataclass(frozen=True, slots=True)
class Histories:
    """Bodies in the order of their lanes, and what ties them; `plain` have plans, and no history that is known.

    `inspected` gives the plans of each body, `left_out` counts bodies with plans and without a lane.
    """

    lanes: tuple[str, ...]
    plain: frozenset[str]
    changes: tuple[Change, ...]
    ownerships: tuple[Ownership, ...]
    inspected: dict[str, tuple[str, ...]]
    left_out: int = 0


def histories_of(view: View, most: int) -> Histories:
    """Choose the bodies to draw, at most `most`: connected ones that plans inspect first, then other histories."""
    listed = {node.key for node in view.nodes}
    inspected = _inspected(view, listed)
    graph = nx.Graph()
    pairs = list(_pairs(view, listed))
    graph.add_edges_from(pairs)
    parts = [sorted(part) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-sum(len(inspected.get(key, ())) for key in part), -len(part), part[0]))
    lanes = [key for part in _while_room(parts, most) for key in _ordered(part, pairs, _starts(view))]
    plain = [key for key in inspected if key not in graph]
    plain.sort(key=lambda key: (-len(inspected[key]), key))
    kept = plain[: max(most - len(lanes), 0)]
    drawn = {*lanes, *kept}
    return Histories(
        (*lanes, *kept),
        frozenset(kept),
        tuple(c for c in view.changes if drawn.intersection(c.before) and drawn.intersection(c.after)),
        tuple(o for o in view.ownerships if {o.company, o.owner} <= drawn),
        inspected,
        len(set(inspected) - drawn),
    )


def _inspected(view: View, listed: set[str]) -> dict[str, tuple[str, ...]]:
    """Give the plans on each body or theme."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node in view.nodes:
        if node.family == "plan" and node.body in listed:
            found[node.body].append(node.key)
    return {body: tuple(plans) for body, plans in found.items()}


def _pairs(view: View, listed: set[str]) -> Iterable[tuple[str, str]]:
    for change in view.changes:
        yield from ((old, new) for old in change.before for new in change.after if {old, new} <= listed)
    for each in view.ownerships:
        if {each.company, each.owner} <= listed:
            yield each.owner, each.company


def _while_room(parts: Sequence[Sequence[str]], most: int) -> Iterable[Sequence[str]]:
    room = most
    for part in parts:
        if len(part) <= room:
            room -= len(part)
            yield part


def _starts(view: View) -> dict[str, date]:
    return {each.key: each.first or date.min for each in view.organisations}


def _ordered(part: Sequence[str], pairs: Iterable[tuple[str, str]], starts: dict[str, date]) -> list[str]:
    """Order lanes so that those that are tied lie close: each goes to the mean of its neighbours, again and again."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for one, two in pairs:
        near[one].append(two)
        near[two].append(one)
    lanes = sorted(part, key=lambda key: (starts.get(key, date.min), key))
    best, least = lanes, _length(lanes, near)
    for _ in range(_SWEEPS):
        place = {key: index for index, key in enumerate(lanes)}
        mean = {key: round(sum(place[other] for other in near[key]) / len(near[key]), 6) for key in lanes}
        lanes = sorted(lanes, key=lambda key: (mean[key], place[key]))
        if (length := _length(lanes, near)) < least:
            best, least = lanes, length
    return _swapped(best, near)


def _swapped(lanes: list[str], near: dict[str, list[str]]) -> list[str]:
    """Move single lanes to wherever the ties get shortest, as long as any gets shorter."""
    best, least = lanes, _length(lanes, near)
    for _ in range(len(lanes)):
        tried = [_moved(best, start, to) for start in range(len(best)) for to in range(len(best)) if start != to]
        length, order = min(((_length(each, near), each) for each in tried), default=(least, best))
        if length >= least:
            break
        best, least = order, length
    return best


def _moved(lanes: list[str], start: int, to: int) -> list[str]:
    rest = [*lanes[:start], *lanes[start + 1 :]]
    return [*rest[:to], lanes[start], *rest[to:]]


def _length(lanes: Sequence[str], near: dict[str, list[str]]) -> int:
    place = {key: index for index, key in enumerate(lanes)}
    return sum((place[key] - place[other]) ** 2 for key in lanes for other in near[key])
