"""A story of an OpenDocument text (its body, a header, a cell, a text box) to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from answerable.extract.document import Block, Paragraph, Place, Table
from answerable.extract.readers.grid import Laid, make_table
from answerable.extract.readers.lines import trimmed
from answerable.extract.readers.odt.inline import Inline, boxes_in
from answerable.extract.readers.odt.lists import Lists, OpenList
from answerable.extract.readers.odt.tables import Placed, placed_rows
from answerable.extract.readers.odt.tags import name
from answerable.extract.readers.trees import Element

__all__ = ["Story"]

_WORDS: Final = frozenset({"text:p", "text:h"})
_ITEMS: Final = frozenset({"text:list-item", "text:list-header"})
_GONE: Final = frozenset({"text:tracked-changes", "office:forms", "text:sequence-decls", "text:index-title-template"})


class _Found(NamedTuple):
    """A paragraph or a table of a story; a paragraph that begins an item of a list has its depth and label."""

    element: Element
    level: int = 0
    label: str = ""


@dataclass(slots=True)
class Story:
    """Reads blocks in order; lists, notes and the numbers of tables and paragraphs run through the whole document."""

    name: str
    lists: Lists
    widths: Mapping[str, int]
    hidden: frozenset[str]
    notes: list[Element] = field(default_factory=list)
    tables: int = 0
    count: int = 0

    def blocks(self, story: Element) -> Iterator[Block]:
        """Give the paragraphs and tables of a story, text boxes after the paragraph that they hang on."""
        for found in self._elements(story):
            if name(found.element) == "table:table":
                yield from self._table(found.element)
            elif name(found.element) in _WORDS:
                self.count += 1
                paragraphs, boxes = self._paragraph(found, Place(paragraph=self.count))
                yield from (paragraph for paragraph in paragraphs if paragraph.lines)
                for box in boxes:
                    yield from self.blocks(box)
            else:
                yield from self.blocks(found.element)

    def flat(self, story: Element, place: Place) -> Iterator[Paragraph]:
        """Give all paragraphs of a story, those of tables within it in reading order."""
        for count, found in enumerate(self._elements(story), start=1):
            here = place._replace(paragraph=count)
            if name(found.element) == "table:table":
                cells = (placed.cell for row in placed_rows(self.name, found.element, self.widths) for placed in row)
                for cell in cells:
                    yield from trimmed(list(self.flat(cell, here))) if cell is not None else ()
            elif name(found.element) in _WORDS:
                paragraphs, boxes = self._paragraph(found, here)
                yield from paragraphs
                for box in boxes:
                    yield from self.flat(box, here)
            else:
                yield from self.flat(found.element, here)

    def _table(self, element: Element) -> Iterator[Block]:
        rows = placed_rows(self.name, element, self.widths)
        if (frame := self._framed(rows)) is not None:
            yield from self.blocks(frame)
        elif rows:
            self.tables += 1
            yield self._made(self.tables, rows)

    def _made(self, index: int, rows: list[list[Placed]]) -> Table:
        return make_table(self.name, index, ([self._laid(placed) for placed in row] for row in rows))

    def _laid(self, placed: Placed) -> Laid:
        def content(place: Place) -> tuple[Paragraph, ...]:
            return trimmed(list(self.flat(placed.cell, place))) if placed.cell is not None else ()

        return Laid(placed.edge, content, covered=placed.cell is None)

    def _framed(self, rows: list[list[Placed]]) -> Element | None:
        """The only cell of a table that is a frame around other tables, and so no table of its own."""
        if len(rows) != 1 or len(rows[0]) != 1:
            return None
        cell = rows[0][0].cell
        holds = cell is not None and any(name(part) == "table:table" for part in cell)
        return cell if holds else None

    def _paragraph(self, found: _Found, place: Place) -> tuple[list[Paragraph], list[Element]]:
        inline = Inline(self.hidden)
        inline.take(found.element)
        self.notes.extend(inline.notes)
        heading = name(found.element) == "text:h"
        made = inline.lines.paragraphs(place, level=found.level, heading=heading, label=found.label)
        return made, inline.boxes

    def _elements(self, story: Element) -> Iterator[_Found]:
        """The paragraphs, tables and free text boxes of a story, also within sections and lists."""
        for element in story:
            kind = name(element)
            if kind in _WORDS or kind == "table:table":
                yield _Found(element)
            elif kind == "text:list":
                yield from self._listed(element, self.lists.open(element), 1)
            elif kind.startswith("draw:"):
                yield from (_Found(box) for box in boxes_in(element))
            elif kind and kind not in _GONE:
                yield from self._elements(element)

    def _listed(self, element: Element, opened: OpenList, depth: int) -> Iterator[_Found]:
        """The paragraphs of a list; only the first one of an item has its mark."""
        for item in element:
            if name(item) not in _ITEMS:
                continue
            begun = name(item) == "text:list-header"
            for part in item:
                if name(part) == "text:list":
                    yield from self._listed(part, opened, depth + 1)
                elif name(part) in _WORDS and not begun:
                    begun = True
                    yield _Found(part, *self.lists.item(opened, item, depth))
                elif name(part) in _WORDS:
                    yield _Found(part)
