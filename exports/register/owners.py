"""The list of owners: who carries what, by load."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.register.table import Cell, Column, Table
from answerable.exports.register.words_of import EVIDENCE_COLUMNS, Words

if TYPE_CHECKING:
    from answerable.exports.scope import Scope
    from answerable.graph.askable import Askable

__all__ = ["OWNER_COLUMNS", "read_owners"]

_HERE: Final = "answerable.exports.register"
OWNER_COLUMNS: Final = (
    Column("Owner", "the name it goes by", 40),
    Column("Kind", "post, post group, person, team or organisation", 14),
    Column("Organisation", "the body it is in, printed or taken from the plan", 40),
    Column("Assignments", "printed owners with a date, over the newest version of every plan", 13),
    Column("Recommendations", "how many recommendations they answer", 17),
    Column("Plans", "in how many plans", 8),
    Column("First due", "the earliest target day", 18),
    Column("Last due", "the latest target day", 18),
    Column("Also printed as", "other forms of the name, as printed", 50),
    *EVIDENCE_COLUMNS,
    Column("Address", "the owner's address in the graph", 40),
)
"""What the list of owners holds."""


def read_owners(graph: Askable, scope: Scope) -> Table:
    """Read everybody who owns something in the newest version of some plan, those with most first."""
    return Table("Owners", OWNER_COLUMNS, _rows(graph), scope)


def _rows(graph: Askable) -> Iterator[tuple[Cell, ...]]:
    carried = _carried(graph)
    words = Words(ask(graph, _HERE, "words"), "owner")
    owners = [row for row in ask(graph, _HERE, "owners") if row["owner"] in carried]
    for row in sorted(owners, key=lambda row: (-carried[row["owner"]][0], row["name"], row["owner"])):
        iri = row["owner"]
        assignments, recommendations, plans, first, last = carried[iri]
        yield (
            row.text("name"),
            row.text("kind"),
            row.text("organisation"),
            assignments,
            recommendations,
            plans,
            first,
            last,
            row.text("forms") or None,
            *words.cells(iri),
            iri,
        )


def _carried(graph: Askable) -> Mapping[str, tuple[int, int, int, Cell, Cell]]:
    plans = {row["recommendation"]: row["plan"] for row in ask(graph, _HERE, "recommendations")}
    of = {row["assignment"]: row for row in ask(graph, _HERE, "assignments") if row["recommendation"] in plans}
    held: defaultdict[str, list[str]] = defaultdict(list)
    for row in ask(graph, _HERE, "held"):
        if row["assignment"] in of:
            held[row["owner"]].append(row["assignment"])
    loads = {}
    for owner, assignments in held.items():
        answered = Counter(of[each]["recommendation"] for each in assignments)
        days = [day for day in (of[each].day("dueBy") for each in assignments) if day]
        spans = len({plans[each] for each in answered})
        loads[owner] = (len(assignments), len(answered), spans, min(days, default=None), max(days, default=None))
    return loads
