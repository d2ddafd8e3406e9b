"""Lists: the labels that Word makes up ("1.1", "b)", a bullet) and how deep an item lies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from answerable.extract.readers.docx.tags import child, value, w
from answerable.extract.readers.numerals import numeral
from answerable.extract.readers.trees import Element

__all__ = ["Item", "Numbering"]

_PLACEHOLDER: Final = re.compile(r"%([1-9])")


class Item(NamedTuple):
    """What a list says of a paragraph: how deep it lies as a bullet, and the number printed before it."""

    level: int
    label: str


class _Level(NamedTuple):
    format: str
    text: str
    start: int
    legal: bool


@dataclass(slots=True)
class Numbering:
    """Counts the items of every list of a document, in reading order."""

    definitions: dict[str, dict[int, _Level]] = field(default_factory=dict)
    instances: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """Take the definitions from the numbering part, where the document has one."""
        numbering = cls()
        if root is None:
            return numbering
        for definition in root.findall(w("abstractNum")):
            levels = {_number(value(level, "ilvl")): _level(level) for level in definition.findall(w("lvl"))}
            numbering.definitions[value(definition, "abstractNumId")] = levels
        for instance in root.findall(w("num")):
            numbering._add(value(instance, "numId"), instance)
        return numbering

    def _add(self, number: str, instance: Element) -> None:
        definition = value(child(instance, "abstractNumId"))
        own = {_number(value(each, "ilvl")): each for each in instance.findall(w("lvlOverride"))}
        redefined = {at: _level(level) for at, each in own.items() if (level := child(each, "lvl")) is not None}
        if redefined:  # a list with levels of its own counts by itself
            self.definitions[f"{definition}/{number}"] = {**self.definitions.get(definition, {}), **redefined}
            definition = f"{definition}/{number}"
        self.instances[number] = definition
        self.overrides[number] = {
            at: _number(value(start)) for at, each in own.items() if (start := child(each, "startOverride")) is not None
        }

    def next_item(self, number: str, level: int) -> Item | None:
        """Count one more item of a list, and say what is printed before it; None where there is no such list."""
        definition = self.instances.get(number)
        levels = self.definitions.get(definition or "")
        if definition is None or not levels or level not in levels:
            return None
        self._count(number, definition, level)
        here = levels[level]
        if here.format in {"bullet", "none"}:
            return Item(level + 1 if here.format == "bullet" else 0, "")
        return Item(level, self._label(definition, levels, here))

    def _count(self, number: str, definition: str, level: int) -> None:
        counts = self.counts.setdefault(definition, {})
        start = self.definitions[definition][level].start
        if level in self.overrides[number] and (number, level) not in self.begun:
            counts[level] = self.overrides[number][level]
        else:
            counts[level] = counts.get(level, start - 1) + 1
        self.begun.add((number, level))
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

    def _label(self, definition: str, levels: dict[int, _Level], here: _Level) -> str:
        counts = self.counts[definition]

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            level = levels.get(at, here)
            return numeral(counts.get(at, level.start), "decimal" if here.legal else level.format)

        return _PLACEHOLDER.sub(shown, here.text).strip()


def _level(level: Element) -> _Level:
    return _Level(
        value(child(level, "numFmt"), default="decimal"),
        value(child(level, "lvlText")),
        _number(value(child(level, "start"), default="1")),
        child(level, "isLgl") is not None,
    )


def _number(text: str) -> int:
    return int(text) if text.lstrip("-").isdigit() else 0
