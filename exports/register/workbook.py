"""A table as a workbook: filters, a heading that stays, days as days, and a sheet that says what it is."""

from __future__ import annotations

import math
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from answerable.exports.register.safe import is_formula, shown
from answerable.graph.errors import HandOverError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from answerable.exports.register.table import Cell, Table

__all__ = ["to_workbook"]

_FACE: Final = "Calibri"
_DAY: Final = "d mmmm yyyy"
_STILL: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every part within the file, so that equal tables give equal bytes."""
_LINE: Final = 15
"""Points from line to line."""
_ROOM: Final = 1.05
"""Words do not fill their lines."""
_TALLEST: Final = 409
"""Points that a row may be high at most."""
_OLDEST: Final = 1900
"""The first year that a workbook knows."""
_METHOD: Final = (
    "Each row is one printed owner with its date. Beside each value that was read stand the words as printed; the last "
    "columns quote them with their place. Dates without a day stand for their last day. Nothing is judged by the clock."
)


def to_workbook(table: Table) -> Iterator[bytes]:
    """Give the table as the bytes of an XLSX file."""
    from openpyxl import Workbook  # noqa: PLC0415 - loaded only where a workbook is written

    book = Workbook()
    book.remove(book.active)
    _rows(book.create_sheet(table.name), table)
    _about(book.create_sheet("About"), table)
    yield _still(book, table)


def _rows(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    top, widths = Alignment(vertical="top", wrap_text=True), [column.width for column in table.columns]
    line = Border(bottom=Side("hair", color="9AA5AB"))
    sheet.append([column.heading for column in table.columns])
    for cell in sheet[1]:
        cell.font = Font(name=_FACE, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F3A4D")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    for number, row in enumerate(table.rows, start=2):
        for place, value in enumerate(row, start=1):
            _write(sheet.cell(number, place), value, top)
            sheet.cell(number, place).border = line
        sheet.row_dimensions[number].height = _height(row, widths)
    last = get_column_letter(len(table.columns))
    for place, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[1].height = 2 * _LINE
    sheet.freeze_panes = f"{get_column_letter(table.kept + 1)}2"
    sheet.auto_filter.ref = f"A1:{last}{sheet.max_row}"
    _for_paper(sheet, get_column_letter(table.kept), get_column_letter(len(table.columns) - 1))


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Give the height in points that a row's longest cell needs: not every reader works it out itself."""
    lines = (
        sum(max(1, math.ceil(len(line) * _ROOM / width)) for line in str(value).split("\n"))
        for value, width in zip(row[:-1], widths, strict=False)
        if isinstance(value, str)
    )
    return min(max(lines, default=1) * _LINE + 3, _TALLEST)


def _for_paper(sheet: Worksheet, kept: str, last: str) -> None:
    """Print on sheets side by side, without the addresses; the first columns and the heading stand on each."""
    sheet.print_title_rows, sheet.print_title_cols = "1:1", f"A:{kept}"
    sheet.print_area = f"A1:{last}{sheet.max_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2 if kept > "A" else 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "Page &P of &N"


def _write(cell: Any, value: Cell, alignment: object) -> None:  # noqa: ANN401 - openpyxl's own type of cell
    from openpyxl.styles import Alignment  # noqa: PLC0415 - as above

    if value is None:
        return
    if isinstance(value, date) and value.year < _OLDEST:
        value = value.isoformat()
    cell.alignment = alignment
    if isinstance(value, str):
        cell.value = shown(value)
        cell.data_type = "s"  # words stay words, whatever they begin with
        cell.quotePrefix = is_formula(value)
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = _DAY
        cell.alignment = Alignment(vertical="top", horizontal="left")
    else:
        cell.alignment = Alignment(vertical="top", horizontal="right", indent=1)


def _about(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    lines = [*table.scope.lines(), ("Method", _METHOD), ("", ""), ("Column", "What it holds")]
    lines += [(column.heading, column.meaning) for column in table.columns]
    lines += [("", ""), ("Plan", "Document")]
    lines += [(plan.title, plan.document) for plan in table.scope.plans]
    heading = sheet.cell(1, 1)
    heading.font = Font(name=_FACE, bold=True, size=14)
    _write(heading, f"{table.name}. {table.scope.title}", Alignment(vertical="top"))
    for number, pair in enumerate(lines, start=3):
        for place, text in enumerate(pair, start=1):
            _write(sheet.cell(number, place), text or None, Alignment(vertical="top", wrap_text=True))
        sheet.cell(number, 1).font = Font(name=_FACE, bold=True)
        sheet.row_dimensions[number].height = _height((*pair, None), (30, 90))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0


def _still(book: Workbook, table: Table) -> bytes:
    """Write a workbook with no time of making in it."""
    day = table.scope.as_at
    made = datetime(day.year, day.month, day.day) if day else datetime(*_STILL)  # noqa: DTZ001 - no clock, no zone
    book.properties.creator, book.properties.title = "Answerable", f"{table.name}. {table.scope.title}"
    book.properties.description = table.scope.sentence
    book.properties.created = book.properties.modified = made
    first, still = BytesIO(), BytesIO()
    _save(book, first)
    with zipfile.ZipFile(first) as parts, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "docProps/core.xml":  # saving writes the time of saving, whatever was set
                data = _with_time(data, made)
            out.writestr(_part(name), data)
    return still.getvalue()


def _save(book: Workbook, to: BytesIO) -> None:
    """Write a workbook, of which openpyxl puts each sheet into a temporary file first."""
    from lxml.etree import SerialisationError  # noqa: PLC0415 - comes with openpyxl, and is loaded by then

    try:
        book.save(to)
    except SerialisationError as error:
        raise HandOverError(
            f"{tempfile.gettempdir()}: no room for a workbook on its way ({error}); make some, or set TMPDIR to a "
            "folder that has some"
        ) from error


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, _STILL)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o600 << 16
    return part


def _with_time(core: bytes, made: datetime) -> bytes:
    stamp = made.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
