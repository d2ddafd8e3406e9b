"""The action register: a row for each printed owner with its date, and for each recommendation that has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.register.lines import Line, register_lines
from answerable.exports.register.table import Cell, Column, Table
from answerable.exports.register.words_of import EVIDENCE_COLUMNS, Words

if TYPE_CHECKING:
    from answerable.exports.scope import Plan, Scope
    from answerable.graph.askable import Askable

__all__ = ["REGISTER_COLUMNS", "read_register"]

_HERE: Final = "answerable.exports.register"
REGISTER_COLUMNS: Final = (
    Column("Plan", "what the plan responds to", 24),
    Column("Number", "the recommendation's number", 9),
    Column("Submitted", "when the plan was submitted", 16),
    Column("Recommendation", "what was recommended", 36),
    Column("Answer", "agreed, partly agreed or not agreed", 11),
    Column("Actions", "what will be done: the actions that the print ties to the owner, else all of the answer's", 50),
    Column("Tied", "whether the print ties these actions to this owner and date", 6),
    Column("Owners", "who holds it, by the names they go by", 26),
    Column("Owner as printed", "the owner cell", 24),
    Column("Due", "the last day of the target date as read", 16),
    Column("Due from", "the first day, where the target is a span or a start", 16),
    Column("Due as printed", "the date cell", 18),
    Column("Kind of date", "by a day, between days, ongoing, completed ...", 12),
    Column("Revised due", "the last day of the revised date as read", 16),
    Column("Revised as printed", "the revised date cell", 20),
    Column("Progress", "complete, open, closed or unknown, where an update says so", 11),
    Column("Progress as at", "the day of the update", 16),
    Column("Update", "the update as printed", 40),
    Column("Overdue", "yes, no or cannot tell, by the day that the sheet About gives", 10),
    Column("Days over", "days past the target", 8),
    *EVIDENCE_COLUMNS,
    Column("Address", "the address of the row's subject in the graph", 40),
)
"""What the register holds."""


def read_register(graph: Askable, scope: Scope) -> Table:
    """Read the action register of the newest version of every plan."""
    return Table("Action register", REGISTER_COLUMNS, _rows(graph, scope), scope, kept=2)


def _rows(graph: Askable, scope: Scope) -> Iterator[tuple[Cell, ...]]:
    plans = {plan.iri: plan for plan in scope.plans}
    words = Words(ask(graph, _HERE, "quotes"), "assignment")
    for line in register_lines(graph, scope):
        yield (*_cells(line, plans[line.plan]), *words.cells(line.iri), line.iri)


def _cells(line: Line, plan: Plan) -> tuple[Cell, ...]:
    return (
        plan.title,
        int(line.number) if line.number and line.number.isdecimal() else line.number,
        plan.submitted,
        line.recommendation,
        line.answer,
        line.actions,
        None if line.tied is None else "yes" if line.tied else "no",
        "; ".join(line.names) or None,
        line.printed,
        line.due_by,
        line.due_from,
        line.due_text,
        line.due_kind,
        line.revised_by,
        line.revised_text,
        line.state,
        line.said,
        line.progress,
        line.overdue,
        line.days,
    )
