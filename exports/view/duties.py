"""Assignments: who owns what, by when, and how far it has come, as facts with their quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from answerable.exports.facts.asking import grouped
from answerable.exports.facts.fact import Fact
from answerable.exports.facts.words import day_in_words, due_in_words
from answerable.exports.view.model import Assignment, Revision

if TYPE_CHECKING:
    from answerable.exports.facts.asking import Row
    from answerable.exports.facts.evidence import EvidenceIndex

__all__ = ["read_assignments"]


def read_assignments(
    rows: Iterable[Row],
    promised: Mapping[str, Sequence[Fact]],
    progress: Iterable[Row],
    numbers: Mapping[str, str],
    evidence: EvidenceIndex,
) -> list[Assignment]:
    """Give each assignment once with all its owners.

    `promised` gives the actions of an assignment as facts, `numbers` the printed number of each
    recommendation, in printed order; so stand the assignments.
    """
    duties, updates = grouped(rows, "assignment"), grouped(progress, "assignment")
    rank = {recommendation: position for position, recommendation in enumerate(numbers)}
    ordered = sorted(duties, key=lambda k: (rank.get(duties[k][0]["recommendation"], -1), evidence.stands(k), k))
    return [_assignment(duties[key], promised.get(key, ()), updates.get(key, ()), numbers, evidence) for key in ordered]


def _assignment(
    rows: Sequence[Row],
    promised: Sequence[Fact],
    updates: Sequence[Row],
    numbers: Mapping[str, str],
    evidence: EvidenceIndex,
) -> Assignment:
    row, number = rows[0], numbers.get(rows[0]["recommendation"])
    due = due_in_words(_local(row["dueKind"]), row.day("dueFrom"), row.day("dueBy"))
    return Assignment(
        row["assignment"],
        row["recommendation"],
        row["plan"],
        tuple(dict.fromkeys(r["owner"] for r in rows if r["owner"])),
        due,
        row["dueText"],
        _local(row["dueKind"]),
        row.day("dueFrom"),
        row.day("dueBy"),
        row.says("certain"),
        (*_facts(row, due, number, evidence), *promised, *(f for u in updates for f in _progress(u, number, evidence))),
        _revision(updates),
        len(promised),
    )


def _revision(updates: Iterable[Row]) -> Revision | None:
    """Give the last word on an assignment."""
    row = max(updates, key=lambda row: (str(row.day("asAt") or ""), row["update"]), default=None)
    if row is None:
        return None
    kind, first, last = _local(row["revisedKind"]), row.day("revisedFrom"), row.day("revisedBy")
    return Revision(
        row.day("asAt"),
        kind or None,
        first,
        last,
        due_in_words(kind, first, last),
        row["revisedText"],
        _local(row["status"]) or None,
    )


def _facts(row: Row, due: str, number: str | None, evidence: EvidenceIndex) -> Iterator[Fact]:
    key = row["assignment"]
    owner = Fact(
        "Owner as printed", row["asPrinted"] or "an empty cell", quotes=evidence.quotes(key, "owner", about=number)
    )
    if row.says("inherited"):
        owner = Fact(owner.term, owner.value, inferred="the owner is taken from the row above", quotes=owner.quotes)
    yield owner
    yield Fact("Date", due, printed=row["dueText"], quotes=evidence.quotes(key, "due", about=number))
    if not row.says("certain"):
        yield Fact("Pairing", "The print leaves open which date goes with which owner.", inferred="paired by order")


def _progress(row: Row, number: str | None, evidence: EvidenceIndex) -> Iterator[Fact]:
    key = row["update"]
    state = ", ".join(filter(None, (row["statusName"], f"as at {d}" if (d := day_in_words(row.day("asAt"))) else None)))
    if state:
        yield Fact("Progress", state)
    if row["text"]:
        yield Fact("Update", row["text"], quotes=evidence.quotes(key, "update", about=number))
    if row["revisedText"]:
        revised = due_in_words(_local(row["revisedKind"]), row.day("revisedFrom"), row.day("revisedBy"))
        yield Fact("Revised date", revised, row["revisedText"], quotes=evidence.quotes(key, "revised", about=number))


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]
