"""Styles: which of them are headings, and which put a paragraph into a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.extract.readers.docx.tags import child, value, w
from answerable.extract.readers.trees import Element

__all__ = ["Listed", "Styles"]


class Listed(NamedTuple):
    """The list that a paragraph is in, and its level there; an empty number means that it is in none."""

    number: str
    level: int | None


class _Style(NamedTuple):
    name: str
    based_on: str
    listed: Listed | None


@dataclass(slots=True)
class Styles:
    """The paragraph styles of a document by their ids."""

    known: dict[str, _Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Take the styles from their part, where the document has one."""
        found = root.findall(w("style")) if root is not None else []
        return cls({value(style, "styleId"): _style(style) for style in found})

    def is_heading(self, properties: Element | None) -> bool:
        """Whether a paragraph with these properties is a heading or a title."""
        style = self.known.get(value(child(properties, "pStyle")))
        return style is not None and style.name.startswith(("heading", "title"))

    def listed(self, properties: Element | None) -> Listed | None:
        """Give the list that a paragraph is in, by itself or by its style."""
        own = _listed(properties)
        inherited = self._inherited(value(child(properties, "pStyle")))
        if own is None:
            return inherited
        level = own.level if own.level is not None else inherited.level if inherited else None
        return Listed(own.number or (inherited.number if inherited else ""), level)

    def _inherited(self, style: str) -> Listed | None:
        seen: set[str] = set()
        while style in self.known and style not in seen:
            seen.add(style)
            if listed := self.known[style].listed:
                return listed
            style = self.known[style].based_on
        return None


def _style(style: Element) -> _Style:
    name = value(child(style, "name")).casefold()
    return _Style(name, value(child(style, "basedOn")), _listed(child(style, "pPr")))


def _listed(properties: Element | None) -> Listed | None:
    numbered = child(properties, "numPr")
    if numbered is None:
        return None
    level = value(child(numbered, "ilvl"))
    return Listed(value(child(numbered, "numId")), int(level) if level.isdigit() else None)
