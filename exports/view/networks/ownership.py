"""Ownership: posts, the recommendations that they answer for, and the plans; who spans plans stands in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.exports.facts.words import count, isolated
from answerable.exports.view.finding import caption_of, described, heading_of
from answerable.exports.view.networks.drawing import Drawing, Mark, Tie
from answerable.exports.view.networks.layout import place
from answerable.exports.view.networks.rollup import MOST, holders_of, scene_of
from answerable.exports.view.networks.sizes import radii, unit_of

if TYPE_CHECKING:
    from answerable.exports.view.model import View

__all__ = ["ownership"]


def ownership(view: View, most: int = MOST) -> Drawing:
    """Draw who carries what and who spans plans, with at most `most` marks."""
    scene = scene_of(view, most)
    radius = radii(scene.nodes)
    layout = place(scene.nodes, scene.edges, radius)
    return Drawing(
        "ownership",
        "Who carries what",
        _heading(view),
        caption_of(view),
        described(view),
        tuple(Mark(node.key, *layout.positions[node.key], radius[node.key]) for node in scene.nodes),
        tuple(Tie(edge.source, edge.target, edge.kind, edge.weight) for edge in scene.edges),
        layout.arcs,
        scene.groups,
        unit=unit_of(node.load for node in scene.nodes if node.family != "plan"),
        heaviest=max((node.load for node in scene.nodes if node.family != "plan"), default=0),
        note=scene.note,
        empty=None if scene.nodes else "Build a store from a folder of plans, and its holders and plans stand here.",
    )


def _heading(view: View) -> str:
    """Say who carries most, and who spans plans."""
    spanning = [holder for holder in holders_of(view) if len(holder.plans) > 1]
    if not spanning:
        return heading_of(view)
    if len(spanning) == 1:
        who = isolated(spanning[0].label)
        verb = "span" if spanning[0].mark == "double-circle" else "spans"
        return f"{heading_of(view)}; {who} {verb} {count(len(spanning[0].plans), 'plan')}"
    return f"{heading_of(view)}; {count(len(spanning), 'holder')} span plans"
