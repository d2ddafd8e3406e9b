"""The page inside another one, as a notebook shows it."""

from __future__ import annotations

from html import escape

__all__ = ["inline"]

_HEIGHT = 900
"""Pixels: the picture with its legend, without scrolling twice."""


def inline(html: str) -> str:
    """Give a page as an element that shows it within another page.

    The page stands in the element itself, so nothing is fetched. It may run its own script and save its own files, and
    reaches nothing of the notebook around it.
    """
    return (
        f'<iframe srcdoc="{escape(html)}" sandbox="allow-scripts allow-downloads" title="Answerable: interactive view" '
        f'width="100%" height="{_HEIGHT}" style="border: 0"></iframe>'
    )
