"""The words of a page with their boxes.

The text of a page is asked for in one call and boxes only for the ends of its words: asking for every character costs
several times what reading the text does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_ushort
from math import hypot
from typing import Final

from answerable.extract.readers.page.words import Word
from answerable.extract.readers.pdf.handles import Handle
from answerable.extract.readers.pdf.sheet import Sheet

__all__ = ["page_words"]

_WORD: Final = re.compile(r"[^\s\ufffe\x02\x00]+[\ufffe\x02]?|[\ufffe\x02]")
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\ufffe": "-", "\x02": "-"}
)
"""PDFium gives a sign that is no character for a hyphen at the end of a line."""
_ABOVE: Final = 0.75
_BELOW: Final = 0.25
"""How far letters reach above and below their foot, in sizes of their font: fonts state it too badly to be asked."""
_SAMPLE: Final = 12
_STEEP: Final = 2.0
_TINY: Final = 2.0
"""A size that stands for another: the real one is in the matrix."""


def page_words(text_page: Handle, frame: tuple[float, float, float, float]) -> tuple[Sheet, list[Word]]:
    """Give how a page is turned and its words; `frame` are left, bottom, right and top of what it shows."""
    reader = _Reader(text_page)
    found = list(_WORD.finditer(reader.text))
    sheet = Sheet(*frame, reader.quarters(found))
    return sheet, list(reader.words(found, sheet))


class _Reader:
    """Asks PDFium for text and boxes, with its arguments made once."""

    def __init__(self, text_page: Handle) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a library of 7 MB, for a PDF only

        self.pdfium = pdfium
        self.page = text_page
        self.rectangle = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
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

    def _end(self, index: int, quarters: int) -> tuple[float, float, float, float]:
        """The box of a word's last character: with its space on the right where text is upright, else of its ink."""
        if quarters == 0:
            box = self.rectangle
            self.pdfium.FPDFText_GetLooseCharBox(self.page, index, byref(box))
            return box.left, box.bottom, box.right, box.top
        left, right, bottom, top = self.numbers
        self.pdfium.FPDFText_GetCharBox(self.page, index, byref(left), byref(right), byref(bottom), byref(top))
        return left.value, bottom.value, right.value, top.value

    def _scale(self, index: int) -> float:
        """How many times its stated size a character is high."""
        self.pdfium.FPDFText_GetMatrix(self.page, index, byref(self.matrix))
        return hypot(self.matrix.c, self.matrix.d)

    def _usual_scale(self, found: Sequence[re.Match[str]]) -> float | None:
        """The scale of the whole page, or None where it differs from word to word."""
        scales = [self._scale(self._index(word.start())) for word in found[:: max(len(found) // _SAMPLE, 1)]]
        return scales[0] if scales and max(scales) - min(scales) < scales[0] * 0.02 else None

    def _size(self, index: int, scale: float | None) -> float:
        size = self.pdfium.FPDFText_GetFontSize(self.page, index)
        return float(size * (self._scale(index) if scale is None or size < _TINY else scale))

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
        text, ended, scale = self.text, -1, self._usual_scale(found)
        for word in found:
            start, end = word.span()
            index = self._index(start)
            left, foot, *_ = sheet.box(*(self._origin(start) * 2))
            *_, right, _ = sheet.box(*self._end(self._index(end - 1), sheet.quarters))
            size = self._size(index, scale)
            glued = start == ended or text[ended:start] == "\r\n"
            top, bottom = foot - _ABOVE * size, foot + _BELOW * size
            yield Word(word.group().translate(_LIGATURES), left, top, max(right, left), bottom, glued)
            ended = end
