"""Lines of a page to pieces: words of one unbroken stretch of print with the box around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from answerable.extract.document import Piece, Place
from answerable.extract.readers.page.words import Line, enclosing

__all__ = ["piece_of"]

_SOFT: Final = "\u00ad"
_GOES_ON: Final = re.compile(r"[^\W\d_]-$|\w[/–]$")
"""A hyphen, slash or dash that clings to a word at the end of a line: the rest of the word stands below."""
_NOTHING: Final = re.compile("[\u200b\ufeff\u00ad]")


def piece_of(lines: Sequence[Line], place: Place) -> Piece:
    """Give the words of lines as printed; a word that a line's end cut in two is one word again."""
    text = ""
    for line in lines:
        printed = line.text
        if text.endswith(_SOFT) or (_GOES_ON.search(text) and not printed[:1].isspace()):
            text += printed
        else:
            text = f"{text} {printed}" if text else printed
    return Piece(_NOTHING.sub("", text), place._replace(box=enclosing(lines)))
