"""Cells as HTML."""

from __future__ import annotations

import html
from itertools import groupby

from tests.twins.sheet import Line, Spread

__all__ = ["cell_markup"]


def cell_markup(cell: Spread) -> str:
    """Give a cell's paragraphs and lists; a lone paragraph stands without tags."""
    if len(cell.lines) == 1 and not cell.lines[0].level:
        return _words(cell.lines[0])
    parts = []
    for listed, lines in groupby(cell.lines, key=lambda line: bool(line.level)):
        tag = "li" if listed else "p"
        items = "".join(f"<{tag}>{_words(line)}</{tag}>" for line in lines)
        parts.append(f"<ul>{items}</ul>" if listed else items)
    return "".join(parts)


def _words(line: Line) -> str:
    label = f"{line.label}. " if line.label and line.label.isdigit() else f"{line.label} " if line.label else ""
    return html.escape(label + line.text, quote=False)
