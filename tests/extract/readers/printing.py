"""Documents printed: a neutral document as a Word file with real tables, and Word files as PDF by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

from answerable.extract.document import Cell, Document, Paragraph, Table

__all__ = ["printed", "write_docx"]

_PAGE: Final = 690
_STYLES: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")


def write_docx(document: Document, path: Path, *, spacing: float = 6, size: float = 11, joined: bool = False) -> None:
    """Write a document as Word would have it: landscape, a grid around every table, bullets as list items.

    `spacing` stands after each paragraph, in points; `joined` puts tables of one width that follow each other into one.
    """
    word = new_document()
    _landscape(word)
    word.styles["Normal"].font.size = Pt(size)
    word.styles["Normal"].font.name = "Liberation Sans"
    last: Any = None
    for block in document.blocks:
        if isinstance(block, Table):
            width = max(len(row.cells) for row in block.rows)
            if not (joined and last is not None and len(last.columns) == width):
                if last is not None:
                    word.add_page_break()
                last = word.add_table(0, width, style="Table Grid")
            _fill(last, block, spacing)
            _widen(last, block)
        else:
            last = None
            _write(word.add_paragraph(), block, spacing)
    word.save(str(path))


def _landscape(word: Any) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Pt(50)


def _fill(table: Any, block: Table, spacing: float) -> None:
    for row in block.rows:
        cells = table.add_row().cells
        for target, cell in zip(cells, row.cells, strict=False):
            _fill_cell(target, cell, spacing)


def _widen(table: Any, block: Table) -> None:
    """Give columns that hold more text more room, as writers do."""
    table.autofit = False
    columns = range(len(table.columns))
    longest = [max(len(row.cells[i].text) for row in block.rows if i < len(row.cells)) for i in columns]
    words = [max(len(w) for row in block.rows if i < len(row.cells) for w in (*row.cells[i].text.split(), "")) for i in columns]
    weights = [max(min(length, 1200) ** 0.5, word * 1.1, 4) for length, word in zip(longest, words, strict=True)]
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Pt(_PAGE * weight / sum(weights))
        for cell in column.cells:
            cell.width = column.width


def _fill_cell(target: Any, cell: Cell, spacing: float) -> None:
    first = target.paragraphs[0]
    for index, paragraph in enumerate(cell.paragraphs):
        _write(first if not index else target.add_paragraph(), paragraph, spacing)


def _write(target: Any, paragraph: Paragraph, spacing: float) -> None:
    target.paragraph_format.space_after = Pt(spacing)
    if paragraph.level:
        target.style = _STYLES[min(paragraph.level, 3) - 1]
    for index, line in enumerate(paragraph.lines):
        run = target.add_run(line.text)
        if index < len(paragraph.lines) - 1:
            run.add_break()


def printed(files: Sequence[Path], folder: Path) -> None:
    """Convert files to PDF, all in one call, for starting LibreOffice takes longer than converting."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed; Debian has it as libreoffice-writer")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
