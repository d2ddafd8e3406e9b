"""A story of a Word document (its body, a header, a cell, a text box) to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from answerable.extract.document import Block, Paragraph, Place, Table
from answerable.extract.readers.docx.inline import Fields, Inline
from answerable.extract.readers.docx.numbering import Numbering
from answerable.extract.readers.docx.styles import Styles
from answerable.extract.readers.docx.tables import Placed, placed_rows
from answerable.extract.readers.docx.tags import child, local
from answerable.extract.readers.grid import Laid, make_table
from answerable.extract.readers.lines import Lines, trimmed
from answerable.extract.readers.trees import Element

__all__ = ["Story"]

_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})


@dataclass(slots=True)
class Story:
    """Reads blocks in order; lists, fields and the numbers of tables and paragraphs run through the whole document."""

    name: str
    styles: Styles
    numbering: Numbering
    fields: Fields = field(default_factory=Fields)
    tables: int = 0
    count: int = 0
    carried: Lines | None = None

    def blocks(self, story: Element) -> Iterator[Block]:
        """Give the paragraphs and tables of a story, text boxes after the paragraph that they hang on."""
        for element in _elements(story):
            if local(element) == "tbl":
                yield from self._table(element)
            else:
                yield from self._prose(element)

    def _prose(self, element: Element) -> Iterator[Block]:
        self.count += 1
        found, boxes = self._paragraph(element, Place(paragraph=self.count))
        yield from (paragraph for paragraph in found if paragraph.lines)
        for box in boxes:
            yield from self.blocks(box)

    def flat(self, story: Element, place: Place) -> Iterator[Paragraph]:
        """Give all paragraphs of a story, those of tables within it in reading order."""
        for count, element in enumerate(_elements(story), start=1):
            here = place._replace(paragraph=count)
            if local(element) == "tbl":
                for row in placed_rows(self.name, element):
                    for placed in row:
                        yield from trimmed(list(self.flat(placed.cell, here)))
            else:
                found, boxes = self._paragraph(element, here)
                yield from found
                for box in boxes:
                    yield from self.flat(box, here)

    def _table(self, element: Element) -> Iterator[Block]:
        rows = placed_rows(self.name, element)
        if (frame := _framed(rows)) is not None:
            yield from self.blocks(frame)
        elif rows:
            self.tables += 1
            yield self._made(self.tables, rows)

    def _made(self, index: int, rows: Iterable[Iterable[Placed]]) -> Table:
        return make_table(self.name, index, [[self._laid(placed) for placed in row] for row in rows])

    def _laid(self, placed: Placed) -> Laid:
        def content(place: Place) -> tuple[Paragraph, ...]:
            return () if placed.covered else trimmed(list(self.flat(placed.cell, place)))

        return Laid(placed.edge, content, placed.covered)

    def _paragraph(self, element: Element, place: Place) -> tuple[list[Paragraph], list[Element]]:
        """Give a paragraph as paragraphs, for an empty line within it parts it, and the text boxes that hang on it.

        Where the mark at its end is deleted, its words are carried on into the next one.
        """
        inline = Inline(self.fields, self.carried or Lines())
        inline.take(element)
        properties = child(element, "pPr")
        if child(properties, "rPr", "del") is not None:
            self.carried = inline.lines
            return [], inline.boxes
        self.carried = None
        level, label = self._listed(properties)
        heading = self.styles.is_heading(properties)
        return inline.lines.paragraphs(place, level=level, heading=heading, label=label), inline.boxes

    def _listed(self, properties: Element | None) -> tuple[int, str]:
        listed = self.styles.listed(properties)
        item = self.numbering.next_item(listed.number, listed.level or 0) if listed else None
        return (item.level, item.label) if item else (0, "")


def _elements(story: Element) -> Iterator[Element]:
    """The paragraphs and tables of a story, also within content controls; deleted ones aside."""
    for element in story:
        name = local(element)
        if name in {"p", "tbl"}:
            yield element
        elif name in _WRAPPERS:
            yield from _elements(element)
        elif name == "AlternateContent":
            form = next((each for each in element if local(each) in {"Choice", "Fallback"}), ())
            yield from _elements(form)


def _framed(rows: list[list[Placed]]) -> Element | None:
    """The only cell of a table that is a frame around other tables, and so no table of its own."""
    if len(rows) != 1 or len(rows[0]) != 1:
        return None
    cell = rows[0][0].cell
    return cell if any(local(element) == "tbl" for element in _elements(cell)) else None
