"""A star, unfolded: the thing on the left, its neighbours below each other on the right, their names beside them.

So no name covers another however many there are, and the picture is as wide as a narrow screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count
from answerable.exports.pictures.marks import Mark, mark_of

if TYPE_CHECKING:
    from answerable.exports.entities import Entity, Neighbour

__all__ = ["WIDTH", "Fan", "Ray", "fan_of"]

WIDTH: Final = 400
_STEP: Final = 52
_AT: Final = 96
_LINE: Final = 38
"""Characters of a name in a line."""
MOST: Final = 12
"""Neighbours in a picture; the page lists all."""


@dataclass(frozen=True, slots=True)
class Ray:
    """One neighbour: its mark and height, its name in lines, how it is tied, and the curve that leads to it."""

    neighbour: Neighbour
    mark: Mark
    y: int
    lines: tuple[str, ...]
    tie: str
    style: str
    width: float
    curve: str


@dataclass(frozen=True, slots=True)
class Fan:
    """The whole picture, in units of about a pixel."""

    mark: Mark
    y: int
    height: int
    rays: tuple[Ray, ...]
    more: int
    description: str

    width: int = WIDTH


def fan_of(entity: Entity) -> Fan | None:
    """Give the picture of a thing and its neighbours; None where it has none."""
    shown = entity.neighbours[:MOST]
    if not shown:
        return None
    height = _STEP * len(shown)
    middle = height // 2
    rays = tuple(_ray(neighbour, _STEP * place + _STEP // 2, middle, shown) for place, neighbour in enumerate(shown))
    return Fan(
        mark_of(entity.kind), middle, height, rays, len(entity.neighbours) - len(shown), _described(entity, shown)
    )


def _ray(neighbour: Neighbour, y: int, middle: int, shown: Sequence[Neighbour]) -> Ray:
    heaviest = max(each.weight for each in shown)
    often = f", {count(neighbour.weight, 'assignment')}" if neighbour.tie.startswith("own") else ""
    tie = neighbour.tie + often
    bend = (_AT + 24) // 2
    return Ray(
        neighbour,
        mark_of(neighbour.kind),
        y,
        _lines(neighbour.label),
        tie,
        _style(neighbour.tie),
        round(1.5 + 2.5 * neighbour.weight / heaviest, 2),
        f"M24 {middle}C{bend} {middle} {bend} {y} {_AT} {y}",
    )


def _style(tie: str) -> str:
    if "joint" in tie:
        return "joint"
    return "owns" if tie.startswith("own") else "mentions"


def _lines(label: str) -> tuple[str, ...]:
    lines = wrap(label, _LINE, break_on_hyphens=False)
    return tuple(lines) if len(lines) < 3 else (lines[0], lines[1][: _LINE - 1].rstrip() + "\u2026")


def _described(entity: Entity, shown: Sequence[Neighbour]) -> str:
    told = "; ".join(f"{each.label} ({each.tie})" for each in shown)
    return f"{entity.label} is tied to: {told}."
