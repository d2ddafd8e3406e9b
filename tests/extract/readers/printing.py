"""Documents printed: a neutral document as a Word file with real tables, which LibreOffice makes a PDF of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from answerable.extract.document import Cell, Document, Paragraph, Table

__all__ = ["write_docx"]

_STYLES: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")
_PAGE: Final = 690
_SPACE: Final = 6


def write_docx(document: Document, path: Path) -> None:
    """Write a document as Word would have it: landscape, a grid around every table, each on a page of its own."""
    word = docx.Document()
    _landscape(word)
    above: Table | None = None
    for block in document.blocks:
        if isinstance(block, Table):
            if above:
                word.add_page_break()
            _add_table(word, block)
            above = block
        else:
            _write(word.add_paragraph(), block)
            above = None
    word.save(str(path))


def _landscape(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Pt(50)
    word.styles["Normal"].font.size = Pt(10)
    word.styles["Normal"].font.name = "Liberation Sans"


def _add_table(word: WordDocument, block: Table) -> None:
    table = word.add_table(0, max(len(row.cells) for row in block.rows), style="Table Grid")
    for row in block.rows:
        for target, cell in zip(table.add_row().cells, row.cells, strict=False):
            _fill(target, cell)
    _widen(table, block)


def _widen(table: WordTable, block: Table) -> None:
    """Give columns that hold more text more room, as writers do, and none less than its longest word."""
    table.autofit = False
    weights = [_weight([row.cells[i] for row in block.rows if i < len(row.cells)]) for i in range(len(table.columns))]
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Pt(_PAGE * weight / sum(weights))
        for cell in column.cells:
            cell.width = column.width


def _weight(cells: Sequence[Cell]) -> float:
    longest = max(len(cell.text) for cell in cells)
    word = max((len(word) for cell in cells for word in cell.text.split()), default=0)
    return max(min(longest, 1200) ** 0.5, word * 1.1, 4)


def _fill(target: WordCell, cell: Cell) -> None:
    for index, paragraph in enumerate(cell.paragraphs):
        _write(target.add_paragraph() if index else target.paragraphs[0], paragraph)


def _write(target: WordParagraph, paragraph: Paragraph) -> None:
    target.paragraph_format.space_after = Pt(_SPACE)
    if paragraph.level:
        target.style = _STYLES[min(paragraph.level, 3) - 1]
    for index, line in enumerate(paragraph.lines):
        run = target.add_run(line.text)
        if index < len(paragraph.lines) - 1:
            run.add_break()
