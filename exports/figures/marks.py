"""What a picture is made of: marks with a place in points from the top left, before any library draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Align", "Arrow", "Box", "Hatch", "Line", "Mark", "Shape", "Symbol", "Text"]

Align = Literal["left", "center", "right"]
Shape = Literal["circle", "double-circle", "dotted-circle", "square", "diamond", "hexagon"]
Hatch = Literal["", "////", "....", "xxxx"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words; `y` is the middle of the line, `colour` the name of a colour of the palette, `size` in points."""

    x: float
    y: float
    text: str
    size: float = 8.5
    colour: str = "ink"
    bold: bool = False
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Box:
    """A bar; without `fill` it is hollow."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    edge: str
    hatch: Hatch = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """A mark for a thing; `fill` None is hollow, `half` fills its left half alone."""

    x: float
    y: float
    radius: float
    shape: Shape
    colour: str
    fill: bool = True
    half: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; drawn below everything else."""

    points: tuple[tuple[float, float], ...]
    colour: str = "edge"
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from one point to another; `bend` is how far its middle is lifted, as a share of its length."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "ink"
    bend: float = 0.0
    dashed: bool = False


Mark: TypeAlias = Text | Box | Symbol | Line | Arrow
