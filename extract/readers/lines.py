"""Printed lines to paragraphs, for formats that have no character offsets: the place stands in for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from answerable.extract.document import Paragraph, Piece, Place
from answerable.extract.markup import BULLETS

__all__ = ["Lines", "trimmed"]

_NOTHING: Final = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad\u2060"))
_MARK: Final = re.compile(rf"(?:(?P<inner>[◦○⁃])|[{BULLETS}]|[-–—*o·](?=\s))\s*(?=\S)")


@dataclass(slots=True)
class Lines:
    """Takes words and breaks as they come, and gives the paragraphs that they make."""

    words: list[list[str]] = field(default_factory=lambda: [[]])

    def add(self, text: str) -> None:
        """Take words; white space is folded later."""
        self.words[-1].append(text)

    def end_line(self) -> None:
        """A soft break: the next words stand on a line of their own."""
        self.words.append([])

    def paragraphs(self, place: Place, *, level: int = 0, heading: bool = False, label: str = "") -> list[Paragraph]:
        """Give the paragraphs, at least one; the only one is empty where no word was taken.

        Lines are of one paragraph unless an empty line or the mark of a list item parts them. `label` is a number that
        the format makes up and prints before the words.
        """
        texts = [_folded("".join(line)) for line in self.words]
        texts[0] = f"{label} {texts[0]}".strip()
        made = list(_parted(texts, place, level))
        return [replace(paragraph, heading=heading) for paragraph in made] if heading else made


def _folded(text: str) -> str:
    return " ".join(text.translate(_NOTHING).split())


def _parted(texts: list[str], place: Place, level: int) -> Iterator[Paragraph]:
    waiting: list[Piece] = []
    at = level
    for text in texts:
        mark = _MARK.match(text)
        if waiting and (mark or not text):
            yield Paragraph(tuple(waiting), at)
            waiting, at = [], level
        if mark:
            at = max(level, 2 if mark["inner"] else 1)
            text = text[mark.end() :]  # noqa: PLW2901 - the mark is no word
        if text:
            waiting.append(Piece(text, place))
    if waiting or not any(texts):
        yield Paragraph(tuple(waiting), at)


def trimmed(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a cell without empty ones at its ends, which every editor leaves behind.

    Where a cell is one paragraph of several lines, sense must tell whether they are paragraphs.
    """
    filled = [index for index, paragraph in enumerate(paragraphs) if paragraph.lines]
    if not filled:
        return ()
    kept = paragraphs[filled[0] : filled[-1] + 1]
    if len(kept) == 1 and len(kept[0].lines) > 1:
        return (replace(kept[0], loose=True),)
    return tuple(kept)
