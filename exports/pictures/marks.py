"""The marks of things: their shape says the kind, their fill how a recommendation was answered."""

from __future__ import annotations

from math import cos, pi, sin
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Mark", "mark_of"]

_SIZE: Final = 9
_FAMILIES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        **dict.fromkeys(("post", "grade"), ("circle", "post")),
        "group": ("double", "post"),
        "person": ("dotted", "post"),
        **dict.fromkeys(("recommendation", "concern", "action", "assignment"), ("square", "recommendation")),
        **dict.fromkeys(("plan", "document", "report"), ("page", "plan")),
        **dict.fromkeys(("organisation", "team", "board", "theme"), ("diamond", "body")),
        **dict.fromkeys(
            ("programme", "service", "system", "tool", "policy", "training", "project"), ("hexagon", "thing")
        ),
    }
)


class Mark(NamedTuple):
    """The outline of a mark around the origin as the data of an SVG path, and the class that colours it."""

    path: str
    colour: str
    inner: str = ""


def mark_of(kind: str) -> Mark:
    """Give the mark for a kind of thing; what has none of its own is a small circle."""
    shape, colour = _FAMILIES.get(kind, ("circle", "other"))
    return Mark(_OUTLINES[shape], colour, _INNER.get(shape, ""))


def _circle(radius: float) -> str:
    return f"M{-radius} 0a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"


def _polygon(corners: int, radius: float, turn: float = 0.0) -> str:
    angles = [2 * pi * corner / corners + turn for corner in range(corners)]
    return "M" + "L".join(f"{round(radius * cos(a), 2)} {round(radius * sin(a), 2)}" for a in angles) + "z"


_OUTLINES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "circle": _circle(_SIZE),
        "double": _circle(_SIZE),
        "dotted": _circle(_SIZE),
        "square": "M-8 -8h16v16h-16z",
        "page": "M-8 -10h11l5 5v15h-16z",
        "diamond": _polygon(4, 11),
        "hexagon": _polygon(6, 10),
    }
)
_INNER: Final[Mapping[str, str]] = MappingProxyType(
    {"double": _circle(5), "dotted": _circle(2.5), "page": "M3 -10v5h5"}
)
