"""Who owns what by when: one row for each printed owner with its date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Group, Section, Statement, Table
from answerable.exports.facts.sentences import clipped
from answerable.exports.facts.words import count

if TYPE_CHECKING:
    from answerable.exports.briefs.dossier import Dossier
    from answerable.exports.commitments import Assignment, Recommendation

__all__ = ["register"]

_PROMISE = 220
"""Characters of an action that a cell holds; the note quotes as much of it."""


def register(dossier: Dossier, title: str = "Who owns what, by when", *, short: bool = False) -> Iterator[Section]:
    """Give the table, grouped by recommendation; a short one counts equal rows and leaves out what was promised."""
    if not dossier.found.recommendations:
        return
    caption = (
        f"{count(len(dossier.found.assignments), 'assignment')}: an owner printed with a date. Dates as printed; "
        f"whether one is past is judged {dossier.all.as_at.words}."
    )
    if short:
        groups = tuple(_group(dossier, demand, _counted) for demand in dossier.found.recommendations)
        columns = ("Who", "By when", "Moved to", "Past its date", "How many")
        yield Section(title, (Table(caption, columns, (5, 2, 2, 2, 1), groups, frozenset({4})),))
        return
    groups = tuple(_group(dossier, demand, _each) for demand in dossier.found.recommendations)
    caption += " What was promised is told where the print ties it to an owner."
    columns = ("Who", "What was promised", "By when", "Moved to", "Past its date")
    yield Section(title, (Table(caption, columns, (3, 4, 2, 2, 1), groups),))


def _group(
    dossier: Dossier, demand: Recommendation, rows: Callable[[Dossier, list[Assignment]], list[tuple[Statement, ...]]]
) -> Group:
    words = f"{dossier.demand(demand)} ({demand.answer}): {clipped(demand.text, 260)}"
    heading = dossier.proven(words, demand.iri, "text", "addressee")
    theirs = [each for each in dossier.found.assignments if each.recommendation == demand.iri]
    nobody = tuple(map(Statement, ("nobody printed", "", "", "", "")))
    return Group(heading, tuple(rows(dossier, theirs)) or (nobody,))


def _each(dossier: Dossier, assignments: list[Assignment]) -> list[tuple[Statement, ...]]:
    return [_row(dossier, each) for each in assignments]


def _row(dossier: Dossier, each: Assignment) -> tuple[Statement, ...]:
    quotes = dossier.evidence.quotes(each.iri, "owner", "due", about=dossier.number_of(each.iri))
    return (
        Statement(dossier.holders_of(each), dossier.note(quotes, dossier.promised(each))),
        Statement(" ".join(clipped(words, _PROMISE) for _, words in each.actions)),
        Statement(each.due.text or "no date printed"),
        _moved(dossier, [each]),
        Statement(each.overdue),
    )


def _moved(dossier: Dossier, equal: list[Assignment]) -> Statement:
    if not equal[0].revised:
        return Statement("")
    quotes = [
        dossier.evidence.quotes(each.update or "", "revised", about=dossier.number_of(each.iri)) for each in equal
    ]
    return Statement(equal[0].revised.text, dossier.note(*quotes))


def _counted(dossier: Dossier, assignments: list[Assignment]) -> list[tuple[Statement, ...]]:
    equal: dict[tuple[str, ...], list[Assignment]] = {}
    for each in assignments:
        key = (*each.owners, each.due.text, each.revised.text if each.revised else "", each.overdue)
        equal.setdefault(key, []).append(each)
    return [
        (
            Statement(
                dossier.holders_of(same[0]),
                dossier.note(
                    *(dossier.evidence.quotes(e.iri, "owner", "due", about=dossier.number_of(e.iri)) for e in same)
                ),
            ),
            Statement(same[0].due.text or "no date printed"),
            _moved(dossier, same),
            Statement(same[0].overdue),
            Statement(f"{len(same):,}"),
        )
        for same in equal.values()
    ]
