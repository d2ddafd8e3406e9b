"""How wide words are and where they break, measured in the very font that draws them."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.exports.figures.errors import NoMatplotlibError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

__all__ = ["fitted", "font", "plain", "width_of", "wrapped"]


def plain(text: str) -> str:
    """Give words as one line without marks that control how text runs: a picture has no use for them."""
    kept = (
        " " if char.isspace() else char
        for char in text
        if unicodedata.category(char) not in {"Cf", "Cc", "Cs"} or char.isspace()
    )
    return " ".join("".join(kept).split())


@cache
def font(*, bold: bool = False) -> FontProperties:
    """Give the font that matplotlib brings along, and not whatever of that name a machine has."""
    try:
        from matplotlib import get_data_path  # noqa: PLC0415 - an extra, and heavy
        from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - only where figures are drawn
    except ImportError as error:
        raise NoMatplotlibError from error
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return FontProperties(fname=Path(get_data_path()) / "fonts" / "ttf" / name)


@cache
def _advance(char: str, *, bold: bool) -> float:
    file = str(font(bold=bold).get_file())
    from matplotlib.font_manager import get_font  # noqa: PLC0415 - an extra, and heavy

    face = get_font(file)
    face.set_size(100, 72)
    return float(face.load_char(ord(char)).linearHoriAdvance) / 65536 / 100


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of words in points; kerning is left out, so that it is never less than what is drawn."""
    return size * sum(_advance(char, bold=bold) for char in text)


def fitted(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Give as much of a line as fits, ending in an ellipsis where something is left out."""
    text = plain(text)
    if width_of(text, size, bold=bold) <= width:
        return text
    room = width - width_of("…", size, bold=bold)
    kept = 0
    for char in text:
        room -= _advance(char, bold=bold) * size
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def wrapped(text: str, size: float, width: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """Break words into lines that fit; what goes beyond `most` lines is left out with an ellipsis."""
    lines: list[str] = []
    words = plain(text).split()
    while words:
        if len(lines) == most - 1:
            return [*lines, fitted(" ".join(words), size, width, bold=bold)]
        taken = 1
        while taken < len(words) and width_of(" ".join(words[: taken + 1]), size, bold=bold) <= width:
            taken += 1
        lines.append(fitted(" ".join(words[:taken]), size, width, bold=bold))
        words = words[taken:]
    return lines
