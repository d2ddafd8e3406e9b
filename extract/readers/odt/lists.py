"""Lists: how deep an item lies, and the number that is printed before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from answerable.extract.readers.numerals import numeral
from answerable.extract.readers.odt.tags import count, get, name, q
from answerable.extract.readers.trees import Element

__all__ = ["Lists", "OpenList"]

_MOST: Final = 1_000_000
_PLACEHOLDER: Final = re.compile(r"%(\d{1,2})%")
_FORMATS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class _Level(NamedTuple):
    bullet: bool
    format: str
    template: str
    start: int


@dataclass(slots=True)
class OpenList:
    """A list that is being read: its style and how many items were counted on each level."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Lists:
    """The list styles of a document, and the lists that later ones may go on with."""

    styles: dict[str, dict[int, _Level]] = field(default_factory=dict)
    known: dict[str, OpenList] = field(default_factory=dict)
    last: dict[str, OpenList] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Iterable[Element]) -> Lists:
        """Take the list styles of several parts."""
        return cls({get(style, "style:name"): dict(_levels(style)) for root in roots for style in _styles(root)})

    def open(self, element: Element) -> OpenList:
        """Begin a list, or go on with the one that it says it continues."""
        style = get(element, "text:style-name")
        before = self.known.get(get(element, "text:continue-list"))
        if before is None and get(element, "text:continue-numbering") == "true":
            before = self.last.get(style)
        opened = OpenList(style or (before.style if before else ""), before.counts if before else {})
        self.last[opened.style] = opened
        if identity := get(element, "xml:id"):
            self.known[identity] = opened
        return opened

    def item(self, opened: OpenList, element: Element, depth: int) -> tuple[int, str]:
        """Count one more item; give how deep it lies as a bullet, and the label printed before it."""
        levels = self.styles.get(opened.style, {})
        here = levels.get(depth)
        if here is None or here.bullet:
            return depth, ""
        start = get(element, "text:start-value")
        counts = opened.counts
        counts[depth] = int(start) if start.isdigit() else counts.get(depth, here.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return depth - 1, _label(here, levels, counts)


def _styles(root: Element) -> Iterator[Element]:
    yield from root.iter(q("text:list-style"))


def _levels(style: Element) -> Iterator[tuple[int, _Level]]:
    for level in style:
        kind, depth = name(level), count(level, "text:level", 10)
        if kind == "text:list-level-style-number":
            start = count(level, "text:start-value", _MOST)
            form = get(level, "style:num-format")
            yield depth, _Level(bullet=False, format=form, template=_template(level, depth, form), start=start)
        elif kind:
            yield depth, _Level(bullet=True, format="", template="", start=1)


def _template(level: Element, depth: int, form: str) -> str:
    """What is printed before an item, with the counts of levels as %1%, %2%; nothing where the level has no format."""
    if not form:
        return ""
    if given := get(level, "loext:num-list-format"):
        return given
    first = depth - count(level, "text:display-levels", depth) + 1
    numbers = ".".join(f"%{each}%" for each in range(first, depth + 1))
    return f"{get(level, 'style:num-prefix')}{numbers}{get(level, 'style:num-suffix')}"


def _label(here: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def shown(match: re.Match[str]) -> str:
        depth = int(match.group(1))
        level = levels.get(depth, here)
        return numeral(counts.get(depth, level.start), _FORMATS.get(level.format, "decimal"))

    return _PLACEHOLDER.sub(shown, here.template).strip()
