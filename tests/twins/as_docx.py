"""A plan as a Word document: real tables on landscape pages, list styles, merged cells, a repeated header row."""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tests.twins.plan import Plan
from tests.twins.sheet import COVERED, Grid, Line, Spread, lay_out

__all__ = ["as_docx"]

_WIDTHS = {"number": 14, "text": 48, "status": 22, "response": 92, "owner": 44, "due": 30, "update": 56, "revised": 28}
"""Millimetres, shared out over the width of the page."""
_PAGE = 267


def as_docx(plan: Plan) -> bytes:
    """Give the file."""
    document = docx.Document()
    _turn(document)
    for line in plan.before:
        document.add_paragraph(line)
    _table(document, plan)
    if plan.totals:
        _totals(document, plan.totals)
    for note in plan.notes:
        document.add_paragraph(note)
    properties = document.core_properties
    properties.created = properties.modified = dt.datetime(2024, 1, 1)  # noqa: DTZ001 - the library wants no zone
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _turn(document: Document) -> None:
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    document.styles["Normal"].font.size = Pt(10)


def _table(document: Document, plan: Plan) -> None:
    grid = lay_out(plan)
    table = document.add_table(rows=1 + len(grid), cols=len(plan.columns), style="Table Grid")
    table.autofit = False
    unit = _PAGE / sum(_WIDTHS[role] for role in plan.columns)
    for index, role in enumerate(plan.columns):
        for cell in table.columns[index].cells:
            cell.width = Mm(_WIDTHS[role] * unit)
    for cell, heading in zip(table.rows[0].cells, plan.columns.values(), strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    _fill(document, table, grid, counted=plan.counted)


def _fill(document: Document, table: Table, grid: Grid, *, counted: bool) -> None:
    cells = [list(row.cells) for row in table.rows[1:]]
    for i, row in enumerate(grid):
        for j, spread in enumerate(row):
            if spread is COVERED:
                continue
            cell = cells[i][j]
            if spread.across > 1 or spread.down > 1:
                cell = cell.merge(cells[i + spread.down - 1][j + spread.across - 1])
            _write(document, cell, spread, counted=counted)


def _write(document: Document, cell: _Cell, spread: Spread, *, counted: bool) -> None:
    number = _counting(document) if counted and any(line.label for line in spread.lines) else None
    for index, line in enumerate(spread.lines):
        paragraph = cell.paragraphs[0] if not index else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        _say(paragraph, line, number)


def _say(paragraph: Paragraph, line: Line, number: int | None) -> None:
    if line.level:
        paragraph.style = "List Bullet" if line.level == 1 else "List Bullet 2"
    if line.label and number is not None:
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        )
        paragraph.add_run(line.text)
    else:
        paragraph.add_run(f"{line.label} {line.text}" if line.label else line.text)


def _counting(document: Document) -> int:
    """Add a numbering "1.", "2." of its own for one cell and give its id."""
    numbering = document.part.numbering_part.element
    own = 900 + len(numbering)
    definition = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="{own}"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>"""
    numbering.insert(0, parse_xml(definition))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{own}"><w:abstractNumId w:val="{own}"/></w:num>'))
    return own


def _totals(document: Document, totals: dict[str, int]) -> None:
    document.add_paragraph()
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = "Recommendations"
    for answer, count in totals.items():
        row = table.add_row().cells
        row[0].text, row[1].text = answer, str(count)
