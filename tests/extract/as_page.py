"""A plan's text as a web page: rows as rows of a table, lines of prose as paragraphs."""

from __future__ import annotations

from itertools import groupby

from tests.extract.variants import Sheet

__all__ = ["as_page"]

Line = str | tuple[str, ...]


def as_page(sheet: Sheet) -> bytes:
    """Give the page; the cells of a text hold markup already, so that they stand as they are."""
    blocks = (_block(kind, list(lines)) for kind, lines in groupby(sheet.lines, key=_kind))
    body = "\n".join(filter(None, blocks))
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\n{body}\n</body></html>".encode()


def _kind(line: Line) -> str:
    if isinstance(line, str):
        return "prose" if line.strip() else "nothing"
    return "rows"


def _block(kind: str, lines: list[Line]) -> str:
    if kind == "rows":
        return f"<table>{''.join(_row(line) for line in lines if not _is_rule(line))}</table>"
    prose = "<br>".join(str(line).strip() for line in lines) if kind == "prose" else ""
    if prose.startswith("#"):
        return f"<h1>{prose.lstrip('# ')}</h1>"
    return f"<p>{prose}</p>" if prose else ""


def _row(cells: Line) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _is_rule(cells: Line) -> bool:
    """Whether a row is what Markdown draws below its headings."""
    return all(cell.strip() and set(cell.strip()) <= {"-", ":"} for cell in cells)
