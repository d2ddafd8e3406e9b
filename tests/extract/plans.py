"""Small plans written as text, so that a test can say in a line or two what stands in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from answerable.extract import read_source
from answerable.extract.records import Assignment, Owner, PlanRecord, Recommendation
from answerable.extract.source import SourceFile

__all__ = [
    "COLUMNS",
    "FIRST",
    "HEADER",
    "LAYOUTS",
    "PAGE",
    "SECOND",
    "Reads",
    "Row",
    "actions_of",
    "as_markdown",
    "as_tabs",
    "flags_of",
    "holders_in",
    "ignored_of",
    "only",
    "owners_in",
    "owners_of",
    "pairs_of",
    "plan_row",
    "read_text",
]

Row = Mapping[str, str] | Sequence[str]
"""Cells by the name of their column, or all cells from left to right."""
Reads = Callable[..., PlanRecord]
"""Reads the plan that some rows make, in one of the layouts."""

PAGE: Final[Row] = ("the end of a page",)
"""Stands between rows where a page ends."""

COLUMNS: Final[dict[str, str]] = {
    "number": "1. Rec No",
    "text": "2. Recommendation",
    "status": "3. Agreed/ Partly Agreed/ Not Agreed",
    "response": "4. Response Action Taken/Planned",
    "owner": "5. Responsible Owner",
    "due": "6. Target Date",
}
"""The usual columns in their usual order, with what usually stands above them."""

HEADER: Final = """Action Plan Submitted: 4 May 2021

A Response to the HMI Probation Inspection: Pellow Vale CRC

Report Published: 7 May 2021
"""


def plan_row(  # noqa: PLR0917 - the usual columns in their usual order, as a reader sees them
    number: str = "",
    text: str = "",
    status: str = "",
    response: str = "",
    owner: str = "",
    due: str = "",
    **more: str,
) -> dict[str, str]:
    """Give the cells of a row by the names of the usual columns, and of any others."""
    return {"number": number, "text": text, "status": status, "response": response, "owner": owner, "due": due, **more}


FIRST = plan_row(
    "1",
    "Improve the quality of plans to manage risk of harm",
    "Agreed",
    "Ten plans from each office will be read every month against the guide, and the results will go to the board.",
    "Head of Quality",
    "May 2020",
)
SECOND = plan_row(
    "2",
    "Provide offices in which people can be seen in private",
    "Partly Agreed",
    "Booths will be built in two offices. The other leases cannot be ended before the contract is.",
    "Head of Estates",
    "August 2020",
)
"""Two rows of the usual columns, whole."""


def as_tabs(rows: Sequence[Row], columns: Mapping[str, str] = COLUMNS, before: str = HEADER, after: str = "") -> str:
    """Give a plan as tab-separated rows; a page ends in three empty lines."""
    lines = ["\t".join(columns.values())]
    lines += ["\n\n" if row is PAGE else "\t".join(_cells(row, columns)) for row in rows]
    return f"{before}\n" + "\n".join(lines) + f"\n\n{after}"


def as_markdown(
    rows: Sequence[Row], columns: Mapping[str, str] = COLUMNS, before: str = HEADER, after: str = ""
) -> str:
    """Give a plan as Markdown tables, a new one on each page, as a converter writes them."""
    pages: list[list[Row]] = [[tuple(columns.values())]]
    for row in rows:
        if row is PAGE:
            pages.append([])
        else:
            pages[-1].append(row)
    return f"{before}\n" + "\n\n\n".join(_table(page, columns) for page in pages if page) + f"\n\n{after}"


def _table(rows: Sequence[Row], columns: Mapping[str, str]) -> str:
    lines = ["| " + " | ".join(_cells(row, columns)) + " |" for row in rows]
    return "\n".join([*lines[:1], "|" + "---|" * (lines[0].count("|") - 1), *lines[1:]])


def _cells(row: Row, columns: Mapping[str, str]) -> list[str]:
    return [row.get(name, "") for name in columns] if isinstance(row, Mapping) else list(row)


LAYOUTS: Final = {"tabs": as_tabs, "markdown": as_markdown}
"""Ways to write the same plan."""


def read_text(text: str, name: str = "plan.txt", encoding: str = "utf-8") -> PlanRecord:
    """Read a plan from text, as from a file of that name."""
    return read_source(SourceFile(name, text.encode(encoding)), names=False)


def only(record: PlanRecord) -> Recommendation:
    """Give the only recommendation of a plan."""
    (recommendation,) = record.recommendations
    return recommendation


def pairs_of(recommendation: Recommendation) -> list[tuple[str, str]]:
    """Give what the owner and the date cell of each assignment print."""
    return [(a.owner_text, a.due.text) for a in recommendation.assignments]


def owners_of(assignment: Assignment) -> list[str]:
    """Give the holders of an assignment, in the words printed."""
    return [owner.text for owner in assignment.owners]


def owners_in(cell: str) -> tuple[Owner, ...]:
    """Give the holders that an owner cell names."""
    row = plan_row("1", "Improve plans", "Agreed", "Plans will be read each month.", cell, "May 2021")
    (assignment,) = only(read_text(as_tabs([row]))).assignments
    return assignment.owners


def holders_in(cell: str) -> list[str]:
    """Give the holders that an owner cell names, in the words printed."""
    return [owner.text for owner in owners_in(cell)]


def actions_of(recommendation: Recommendation, kind: str | None = None) -> list[str]:
    """Give the texts of a recommendation's response, of one kind or of all."""
    return [action.text for action in recommendation.actions if kind in {None, action.kind.value}]


def flags_of(record: PlanRecord) -> list[str]:
    """Give the reasons for which something in a plan should be looked at."""
    return [flag.reason for flag in record.ledger.flagged]


def ignored_of(record: PlanRecord) -> dict[str, int]:
    """Give the number of rows ignored, by reason."""
    return {item.reason: item.rows for item in record.ledger.ignored}
