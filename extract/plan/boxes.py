"""Boxes that stand beside a plan's table: the one that explains the answers, and the one that counts them."""

from __future__ import annotations

from typing import Final

from answerable.extract.document import Passage, Table
from answerable.extract.plan.answers import read_status
from answerable.extract.plan.wording import fold
from answerable.ontology import reading

__all__ = ["is_definitions", "read_totals"]

_PROSE: Final = 60
_PAIR: Final = 2


def is_definitions(table: Table) -> bool:
    """The box that explains the answers: its own headings, or answers in front of long explanations."""
    words = set(reading.words("header", "boilerplate", "definitions"))
    first = {fold(cell.text) for cell in table.rows[0].cells}
    if len(first & words) > 1:
        return True
    explained = [
        row
        for row in table.rows
        if len(row.cells) in {2, 3} and len(row.cells[1].text) > _PROSE and read_status(row.cells[0].text)
    ]
    return len(explained) > 1


def read_totals(table: Table, *, below: bool = False) -> list[tuple[Passage, Passage]]:
    """The closing box: pairs of an answer and a number, where the whole table is nothing else.

    `below` says that a plan stands above it: a part that a page cut off may then hold one pair.
    """
    pairs = []
    for row in table.rows:
        filled = row.filled
        if len(filled) == _PAIR and _counted(filled[0].text) and filled[1].text.strip().isdigit():
            pairs.append((filled[0].passage, filled[1].passage))
        elif len(filled) > 1 and (row is not table.rows[0] or any(cell.text.strip().isdigit() for cell in filled)):
            return []
    part = below and all(len(row.cells) == _PAIR for row in table.rows)
    return pairs if len(pairs) > 1 or part else []


def _counted(text: str) -> bool:
    return bool(read_status(text)) or fold(text) in reading.words("answers", "totals", "total")
