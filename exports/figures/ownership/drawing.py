"""The ownership figure drawn: two sides, and a line to each tie, two where it is joint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from answerable.exports.figures.canvas import WIDTH, Canvas
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Line, Mark, Symbol, Text
from answerable.exports.figures.owners import SHAPES

if TYPE_CHECKING:
    from answerable.exports.commitments.model import Holder
    from answerable.exports.figures.ownership.sides import Side
    from answerable.exports.figures.ownership.ties import Tie

__all__ = ["drawn"]

_LEFT: Final = 200.0
_RIGHT: Final = 296.0
_STEP: Final = 14.5


def drawn(holders: Sequence[Holder], sides: Sequence[Side], ties: Sequence[Tie]) -> Canvas:
    """Draw both sides over the same height, in the order in which they are given."""
    rows = max(len(holders), len(sides), 1)
    left = {holder.iri: _spread(place, len(holders), rows) for place, holder in enumerate(holders)}
    right = [_spread(place, len(sides), rows) for place in range(len(sides))]
    height = {side.key: y for side, y in zip(sides, right, strict=True)}
    marks: list[Mark] = [mark for tie in ties for mark in _lines(tie, left[tie.holder], height[tie.key])]
    marks += [mark for holder in holders for mark in _holder(holder, left[holder.iri])]
    marks += [mark for side, y in zip(sides, right, strict=True) for mark in _side(side, y)]
    return Canvas((*marks, *_legend(rows * _STEP + 12, ties)), rows * _STEP + 22)


def _spread(place: int, of: int, rows: int) -> float:
    return (place + 0.5) * rows / of * _STEP


def _lines(tie: Tie, left: float, right: float) -> Iterator[Mark]:
    for aside in (-1.1, 1.1) if tie.joint else (0.0,):
        yield Line(
            ((_LEFT + 5, left + aside), (_RIGHT - 5, right + aside)),
            "edge",
            min(0.7 + 0.35 * tie.weight, 3.5) if not tie.joint else 0.8,
        )


def _holder(holder: Holder, y: float) -> Iterator[Mark]:
    shape = SHAPES.get(holder.kind, "circle")
    yield Text(_LEFT - 9, y, fitted(holder.label, 8.5, _LEFT - 9), align="right")
    yield Symbol(_LEFT, y, 4.4, shape, "body" if shape == "diamond" else "post")


def _side(side: Side, y: float) -> Iterator[Mark]:
    if not side.key:
        yield Text(_RIGHT - 5, y, fitted(side.label, 8.5, WIDTH - _RIGHT + 5, bold=True), bold=True)
        return
    colour, answer = ("plan" if side.answer is None else "recommendation"), side.answer
    solid = answer in {None, "agreed", "partly agreed"}
    yield Symbol(_RIGHT, y, 4.0, "square", colour, fill=solid, half=answer == "partly agreed")
    yield Text(_RIGHT + 10, y, fitted(side.label, 8.5, WIDTH - _RIGHT - 10))


def _legend(y: float, ties: Sequence[Tie]) -> Iterator[Mark]:
    if any(not tie.joint for tie in ties):
        yield Line(((0, y), (20, y)), "edge", 1.4)
        yield Text(26, y, "owns alone, the more the thicker", 8.0, "soft")
    if any(tie.joint for tie in ties):
        for aside in (-1.1, 1.1):
            yield Line(((190, y + aside), (210, y + aside)), "edge", 0.8)
        yield Text(216, y, "owns jointly with others", 8.0, "soft")
