"""The four networks of the page: who carries what, who works with whom, what joins plans, what became of the bodies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from answerable.exports.view.networks.data import drawing_data
from answerable.exports.view.networks.drawing import Drawing
from answerable.exports.view.networks.organisations import organisations
from answerable.exports.view.networks.ownership import ownership
from answerable.exports.view.networks.programmes import programmes
from answerable.exports.view.networks.rollup import MOST
from answerable.exports.view.networks.together import together

if TYPE_CHECKING:
    from answerable.exports.view.model import View

__all__ = ["MOST", "Drawing", "drawing_data", "drawings"]


def drawings(view: View, most: int = MOST) -> Mapping[str, Drawing]:
    """Draw all networks of a view, by name; none opens with more than `most` marks, and equal views draw alike."""
    made = (ownership(view, most), together(view, most), programmes(view, most), organisations(view, most))
    return MappingProxyType({drawing.name: drawing for drawing in made})
