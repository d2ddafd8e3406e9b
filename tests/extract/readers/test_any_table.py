"""What holds of every table, however it is written: its words come back in their cells, and stand at their offsets."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.document import Document, Table
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.extract.readers.office import docx, p, tbl, tr

WORDS: Final = ["Head", "of", "Safety", "May", "2020,", "co-ordinator", "naïve", "£5m", "R&D", "(S40)", "§3.", "’tis"]
CELLS: Final = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
GRIDS: Final = (
    st.integers(2, 5)
    .flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5))
    .filter(lambda rows: all(row[0] and row[-1] for row in rows))
)
"""Rows of as many cells; the first and the last say something, so that no row is shorter than it looks."""

Grid = list[list[str]]


def as_tabs(rows: Grid) -> bytes:
    return "\n".join("\t".join(row) for row in rows).encode()


def as_pipes(rows: Grid) -> bytes:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([*lines[:1], "|" + "---|" * len(rows[0]), *lines[1:]]).encode()


def as_page(rows: Grid) -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><table>{body}</table></body></html>".encode()


def as_word(rows: Grid) -> bytes:
    return docx(tbl(*(tr(*(p(html.escape(cell)) for cell in row)) for row in rows)) + p("After"))


WAYS: Final[dict[str, Callable[[Grid], bytes]]] = {
    "plan.txt": as_tabs,
    "plan.md": as_pipes,
    "plan.html": as_page,
    "plan.docx": as_word,
}


def read(name: str, rows: Grid) -> Document:
    return read_document(SourceFile(name, WAYS[name](rows)))


def printed(table: Table) -> Grid:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("name", WAYS)
@given(rows=GRIDS)
def test_every_cell_comes_back_in_its_row_and_column(name: str, rows: Grid) -> None:
    document = read(name, rows)
    (table,) = document.tables
    assert [row for row in printed(table) if not re.fullmatch(r"[-: ]*", "".join(row))] == rows
    assert [cell.column for cell in table.rows[0].cells] == [*range(1, len(rows[0]) + 1)]


@pytest.mark.parametrize("name", WAYS)
@given(rows=GRIDS)
def test_every_piece_stands_where_it_says(name: str, rows: Grid) -> None:
    document = read(name, rows)
    pieces = [
        piece for table in document.tables for row in table.rows for cell in row.cells for piece in cell.passage.pieces
    ]
    for piece in pieces:
        assert piece.place.row
        assert piece.place.column
        assert html.unescape(document.quote(piece)) == piece.text
    spans = [span for piece in pieces if (span := piece.span())]
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
