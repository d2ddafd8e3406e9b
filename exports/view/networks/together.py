"""Together: holders joined by the assignments that they share, each circle round its hub."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, isolated
from answerable.exports.view.networks.apart import rounded, widening
from answerable.exports.view.networks.drawing import Drawing, Mark, Tie
from answerable.exports.view.networks.packing import packed
from answerable.exports.view.networks.rollup import MOST, holders_of
from answerable.exports.view.networks.sharing import Circle, Shared, shared_by
from answerable.exports.view.networks.sizes import sized, unit_of
from answerable.exports.view.networks.trees import radial

if TYPE_CHECKING:
    from answerable.exports.view.model import View

__all__ = ["together"]

_PITCH: Final = 96.0
_GAP: Final = 210.0
"""Between two circles: room for the labels on either side."""
_BETWEEN: Final = 120.0
_TITLE: Final = "Who works with whom"
_EMPTY: Final = "Holders stand here, joined, once a plan prints two owners with one date: a shared assignment."


def together(view: View, most: int = MOST) -> Drawing:
    """Draw who works with whom: whole circles, the largest first, a third of `most` marks at the most."""
    shared, circles = shared_by(view)
    drawn = _fitting(circles, shared, most // 3)
    kept = {key for circle in drawn for key in circle.members}
    unit = unit_of(shared.loads.values())
    radius = {key: sized(shared.loads[key], unit) for key in kept}
    near = _within(shared, kept)
    parts = [radial(circle.hub, near, _PITCH) for circle in drawn]
    spots = packed(parts, _GAP, _BETWEEN)
    places = rounded(spots, widening(spots, radius))
    heading = _heading(view, shared)
    return Drawing(
        "together",
        _TITLE,
        heading,
        _caption(view, shared, circles),
        f"{heading}. Network of holders: a line joins two who share an assignment, wider where they share more.",
        tuple(Mark(key, *places[key], radius[key]) for key in sorted(places)),
        tuple(Tie(*ends, "joint", weight) for ends, weight in sorted(shared.pairs.items()) if kept.issuperset(ends)),
        loads={key: shared.loads[key] for key in sorted(kept)},
        counts=("shared assignment", "shared assignments"),
        unit=unit,
        heaviest=max((shared.loads[key] for key in kept), default=0),
        note=_note(len(kept), len(shared.loads), (len(drawn), len(circles))),
        empty=None if kept else _EMPTY,
    )


def _fitting(circles: Sequence[Circle], shared: Shared, most: int) -> list[Circle]:
    """Take the largest circles while they fit; of a first one that is too large, those who are nearest its hub."""
    drawn: list[Circle] = []
    left = most
    for circle in circles:
        if len(circle.members) <= left:
            drawn.append(circle)
            left -= len(circle.members)
        elif not drawn:
            return [Circle(circle.hub, tuple(_nearest(circle.hub, shared, most)))]
    return drawn


def _nearest(hub: str, shared: Shared, most: int) -> list[str]:
    found = {hub: None}
    for key in (queue := [hub]):
        fresh = [other for other in shared.partners[key] if other not in found]
        found |= dict.fromkeys(fresh)
        queue.extend(fresh)
    return list(found)[:most]


def _within(shared: Shared, kept: set[str]) -> dict[str, list[str]]:
    return {key: [other for other in shared.partners[key] if other in kept] for key in kept}


def _heading(view: View, shared: Shared) -> str:
    if not any(node.family == "plan" for node in view.nodes):
        return "No plan has been loaded yet"
    if not shared.pairs:
        return "Nobody shares an assignment with anybody"
    partners = {key: len(others) for key, others in shared.partners.items()}
    most = max(partners.values())
    hubs = [node for node in view.nodes if partners.get(node.key) == most]
    if len(hubs) == 1:
        verb = "share" if hubs[0].mark == "double-circle" else "shares"
        return (
            f"{isolated(hubs[0].label)} {verb} assignments with {count(most, 'other holder')}, more than anybody else"
        )
    if len(hubs) == 2:
        names = " and ".join(isolated(node.label) for node in hubs)
        return f"{names} each share assignments with {count(most, 'other holder')}"
    return f"{count(len(hubs), 'holder')} each share assignments with {count(most, 'other')}, nobody with more"


def _caption(view: View, shared: Shared, circles: Sequence[Circle]) -> str:
    joint = sum(len(set(item.owners)) > 1 for item in view.assignments)
    return (
        f"{count(joint, 'assignment')} of {len(view.assignments):,} {'is' if joint == 1 else 'are'} shared; "
        f"{len(shared.loads):,} of {count(len(holders_of(view)), 'holder')} share, in {count(len(circles), 'circle')}. "
        "A line joins two who share an assignment and is wider where they share more."
    )


def _note(drawn: int, sharing: int, circles: tuple[int, int]) -> str | None:
    if drawn == sharing:
        return None
    return (
        f"Rolled up to stay readable: the picture shows the {circles[0]:,} largest of {circles[1]:,} circles, "
        f"{drawn:,} of {count(sharing, 'holder')} who share. Search for any other, and focus on it."
    )
