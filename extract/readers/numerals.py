"""Counts as lists print them: figures, letters, Roman numerals."""

from __future__ import annotations

from typing import Final

__all__ = ["numeral"]

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST: Final = 5_000
"""Beyond this count letters and Roman numerals give way to figures."""


def numeral(count: int, style: str) -> str:
    """Give a count in a style of Word: lowerLetter, upperRoman, decimalZero ...; figures for all that is not known.

    >>> [numeral(count, style) for count, style in ((4, "lowerRoman"), (28, "upperLetter"), (7, "decimalZero"))]
    ['iv', 'BB', '07']
    """
    if style == "decimalZero":
        return f"{count:02}"
    if not 0 < count <= _MOST or not style.endswith(("Letter", "Roman")):
        return str(count)
    shown = _letters(count) if style.endswith("Letter") else _roman(count)
    return shown.upper() if style.startswith("upper") else shown


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        text += sign * times
    return text
