"""A page as it is read: turned so that its text runs across, measured from the top left corner."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Sheet"]


class Sheet(NamedTuple):
    """How points of a PDF's page, measured from the bottom left before it is turned, become points of what is read.

    `quarters` counts the quarter turns, against the clock, by which the text is turned on the page.
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def width(self) -> float:
        """How wide the page is, as read."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """How high the page is, as read."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Give left, top, right and bottom of what is read for a box on the page."""
        if self.quarters == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarters == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarters == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left
