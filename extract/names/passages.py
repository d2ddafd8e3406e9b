"""What is read for names: the passages of a plan, and the one text that they make together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from answerable.extract.document import Passage
    from answerable.extract.records import MentionType

__all__ = ["NamedPassage", "PlanText", "plain"]

_PLAIN: Final = str.maketrans("\u2019\u2018\u201c\u201d\u2013\u2011\u2010\xa0\n", "''\"\"---  ")
"""Curly quotes, dashes, hyphens that do not break and spaces that are none, to the plain signs for them."""
_GAP: Final = "\n\n"


class NamedPassage(NamedTuple):
    """A passage to read for names, and what it is.

    `field` names the value ("text", "action", "owner", "due", "update", "rationale", "addressee", "title", "header",
    "intro"); `recommendation` is its number, None in the header. `holder`, where set, says that the whole passage is
    one holder of an owner cell, of this type. What is not `core` is boilerplate: it may define abbreviations, but
    makes no mention.
    """

    passage: Passage
    field: str
    recommendation: str | None
    holder: MentionType | None = None
    core: bool = True


def plain(text: str) -> str:
    """Write curly quotes, dashes and odd spaces the plain way, character for character, so that offsets stay true."""
    return text if text.isascii() and "\n" not in text else text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class PlanText:
    """All passages as one text, parted by blank lines, and the way back from it."""

    passages: tuple[NamedPassage, ...]
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, passages: Sequence[NamedPassage]) -> PlanText:
        """Put passages together."""
        texts = [plain(named.passage.text) for named in passages]
        starts = tuple(accumulate([len(text) + len(_GAP) for text in texts[:-1]], initial=0)) if texts else ()
        return cls(tuple(passages), _GAP.join(texts), starts, tuple(map(add, starts, map(len, texts))))

    def at(self, start: int, end: int) -> tuple[NamedPassage, Passage]:
        """Give the passage that holds text[start:end], and just those words of it."""
        index = bisect_right(self.starts, start) - 1
        named, offset = self.passages[index], self.starts[index]
        return named, named.passage.cut(start - offset, end - offset)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Give where each passage stands in the text."""
        return zip(self.starts, self.ends, strict=True)
