"""The words of one paragraph, and what hangs on it: text boxes and notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from answerable.extract.readers.lines import Lines
from answerable.extract.readers.odt.tags import count, name
from answerable.extract.readers.trees import Element

__all__ = ["Inline", "boxes_in"]

_GONE: Final = frozenset(
    {"office:annotation", "office:annotation-end", "text:note-citation", "text:ruby-text", "text:tracked-changes"}
)
_BLOCKS: Final = frozenset({"draw:text-box", "draw:custom-shape"})
_MOST_SPACES: Final = 100


@dataclass(slots=True)
class Inline:
    """Collects a paragraph's lines; deleted words are kept elsewhere in the file and never met here."""

    hidden: frozenset[str]
    lines: Lines = field(default_factory=Lines)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)

    def take(self, element: Element) -> None:
        """Take the words of an element and of all within it, in reading order."""
        self.lines.add(element.text or "")
        for part in element:
            self._take_part(part, name(part))
            self.lines.add(part.tail or "")

    def _take_part(self, part: Element, kind: str) -> None:
        if kind == "text:s":
            self.lines.add(" " * count(part, "text:c", _MOST_SPACES))
        elif kind == "text:tab":
            self.lines.add(" ")
        elif kind == "text:line-break":
            self.lines.end_line()
        elif kind.startswith("draw:"):
            self.boxes.extend(boxes_in(part))
        elif kind == "text:note":
            self.notes.extend(body for body in part if name(body) == "text:note-body")
        elif kind and kind not in _GONE and not self._is_hidden(part):
            self.take(part)

    def _is_hidden(self, part: Element) -> bool:
        styles = (value for key, value in part.items() if key.endswith("}style-name"))
        return any(style in self.hidden for style in styles)


def boxes_in(part: Element) -> list[Element]:
    """The outermost text boxes and lettered shapes within a drawing."""
    if name(part) in _BLOCKS:
        return [part]
    return [box for each in part for box in boxes_in(each)]
