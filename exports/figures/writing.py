"""A figure as a file; the ending of its name says the format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from answerable.exports.figures.canvas import framed
from answerable.exports.figures.rendering import to_png, to_svg
from answerable.exports.whole import write_whole
from answerable.graph.errors import HandOverError

if TYPE_CHECKING:
    from answerable.exports.figures.canvas import Words
    from answerable.exports.figures.figure import Figure

__all__ = ["drawn", "write_figure"]


def write_figure(figure: Figure, path: Path) -> Words:
    """Write a figure as `.svg` or `.png`, and give the words around it, of which `alt` is the alternative text.

    Raises HandOverError where the ending is another one, and NoMatplotlibError where the library is missing.
    """
    data = drawn(figure, path.suffix.lower())
    write_whole(path, data)
    return figure.words


def drawn(figure: Figure, ending: str) -> bytes:
    """Give the bytes of a figure in the format of an ending."""
    formats = {".svg": to_svg, ".png": to_png}
    if ending not in formats:
        raise HandOverError(f"a figure cannot be written as {ending or 'a file without an ending'!r}; use .svg or .png")
    return formats[ending](framed(figure.words, figure.canvas()), figure.words)
