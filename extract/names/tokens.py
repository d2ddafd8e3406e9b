"""Where spaCy's tokens begin and end, cut only where somebody asks.

spaCy cuts each word between spaces by itself. Names stand at few places of a text, so that only their own words have to
be cut, each once in the life of the program.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Tokens"]

_BLANK: Final = " \n"
"""The spaces that most words stand between; the nothing after the last word is in it, too."""


class Tokens:
    """The tokens of one text.

    `cut` gives where the tokens of a word or a name begin, counted from its first letter.
    """

    def __init__(self, text: str, cut: Callable[[str], tuple[int, ...]]) -> None:
        self._text = text
        self._cut = cut

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Widen a stretch to whole tokens; spaces at its ends are left out."""
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end:
            return start, end
        begins = not start or text[start - 1] in _BLANK
        return start if begins else self._begin(start), end if text[end : end + 1] in _BLANK else self._finish(end)

    def are(self, start: int, end: int) -> bool:
        """Whether a stretch begins and ends with tokens; it has no spaces at its ends."""
        text = self._text
        begins = not start or text[start - 1] in _BLANK or self._begin(start) == start
        return begins and (text[end : end + 1] in _BLANK or self._finish(end) == end)

    def count(self, start: int, end: int) -> int:
        """Say how many tokens there are from the start of one to the end of one; plans share most of their names."""
        return len(self._cut(self._text[start:end]))

    def _begin(self, position: int) -> int:
        first, last = self._word(position)
        cuts = self._cut(self._text[first:last])
        return first + cuts[bisect_right(cuts, position - first) - 1]

    def _finish(self, end: int) -> int:
        first, last = self._word(end - 1)
        cuts = self._cut(self._text[first:last])
        after = bisect_left(cuts, end - first)
        return first + cuts[after] if after < len(cuts) else last

    def _word(self, position: int) -> tuple[int, int]:
        """Give where the word begins and ends that a letter is in."""
        text = self._text
        first = text.rfind(" ", 0, position) + 1
        last = text.find(" ", position)
        before, after = text[first:position].split(), text[position : last if last >= 0 else None].split(maxsplit=1)
        opened = before and not text[position - 1].isspace()
        return position - len(before[-1]) if opened else position, position + len(after[0])
