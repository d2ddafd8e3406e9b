"""The words of a page with their boxes.

The text of a page is asked for in one call and boxes only for the ends of its words: asking for every character costs
several times what reading the text does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_ushort
from typing import Any, Final

from answerable.extract.readers.page.words import Word
from answerable.extract.readers.pdf.sheet import Sheet

__all__ = ["page_words"]

_WORD: Final = re.compile(r"[^\s\ufffe\x02\x00]+[\ufffe\x02]?|[\ufffe\x02]")
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\ufffe": "-", "\x02": "-"}
)
"""PDFium gives a sign that is no character for a hyphen at the end of a line."""
_BELOW: Final = 0.28
"""How far letters reach below their foot, in heights above it; the same for all, so that lines compare."""
_SAMPLE: Final = 12
_STEEP: Final = 2.0


def page_words(text_page: Any, frame: tuple[float, float, float, float]) -> tuple[Sheet, list[Word]]:  # noqa: ANN401 - a handle of PDFium
    """Give how a page is turned and its words; `frame` are left, bottom, right and top of what it shows."""
    reader = _Reader(text_page)
    found = list(_WORD.finditer(reader.text))
    sheet = Sheet(*frame, reader.quarters(found))
    return sheet, list(reader.words(found, sheet))


class _Reader:
    """Asks PDFium for text and boxes, with its arguments made once."""

    def __init__(self, text_page: Any) -> None:  # noqa: ANN401 - a handle of PDFium
        import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a library of 7 MB, for a PDF only

        self.pdfium = pdfium
        self.page = text_page
        self.rectangle = pdfium.FS_RECTF()
        self.numbers = tuple(c_double() for _ in range(4))
        self.count = pdfium.FPDFText_CountChars(text_page)
        self.text = self._text() if self.count > 0 else ""
        self.shifted = len(self.text) != self.count

    def _text(self) -> str:
        buffer = (c_ushort * (2 * self.count + 1))()
        written = self.pdfium.FPDFText_GetText(self.page, 0, self.count, buffer)
        text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        return text.rstrip("\0")

    def _index(self, offset: int) -> int:
        """The number of the character behind an offset of the text, which leaves out what has no character."""
        if not self.shifted:
            return offset
        return int(self.pdfium.FPDFText_GetCharIndexFromTextIndex(self.page, offset))

    def _box(self, index: int, quarters: int) -> tuple[float, float, float, float]:
        """The box of a character: as high as its font where text stands upright, as its ink where it is turned."""
        if quarters == 0:
            box = self.rectangle
            self.pdfium.FPDFText_GetLooseCharBox(self.page, index, byref(box))
            if box.top > box.bottom:
                return box.left, box.bottom, box.right, box.top
        left, right, bottom, top = self.numbers
        self.pdfium.FPDFText_GetCharBox(self.page, index, byref(left), byref(right), byref(bottom), byref(top))
        return left.value, bottom.value, right.value, top.value

    def quarters(self, found: list[re.Match[str]]) -> int:
        """By how many quarters, against the clock, most of the text is turned."""
        long = [word for word in found if word.end() - word.start() > 3]
        turns = Counter(self._turn(word) for word in long[:: max(len(long) // _SAMPLE, 1)])
        return turns.most_common(1)[0][0] if turns else 0

    def _turn(self, word: re.Match[str]) -> int:
        (x, y), (x2, y2) = self._origin(word.start()), self._origin(word.start() + 1)
        across, up = x2 - x, y2 - y
        if abs(across) * _STEEP > abs(up):
            return 0 if across >= 0 else 2
        return 1 if up > 0 else 3

    def _origin(self, offset: int) -> tuple[float, float]:
        x, y, *_ = self.numbers
        self.pdfium.FPDFText_GetCharOrigin(self.page, self._index(offset), byref(x), byref(y))
        return x.value, y.value

    def words(self, found: list[re.Match[str]], sheet: Sheet) -> Iterator[Word]:
        text, ended = self.text, -1
        for word in found:
            start, end = word.span()
            first = self._box(self._index(start), sheet.quarters)
            last = self._box(self._index(end - 1), sheet.quarters) if end - start > 1 else first
            left, top, right, _ = sheet.box(*_around(first, last))
            foot = sheet.box(*(self._origin(start) * 2))[1]
            bottom = foot + _BELOW * (foot - top)
            glued = start == ended or text[ended:start] == "\r\n"
            yield Word(word.group().translate(_LIGATURES), left, top, right, bottom, glued)
            ended = end


def _around(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
