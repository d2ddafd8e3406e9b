"""What is due when, what moved, and what is past its date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Block, Bullets, Group, Picture, Section, Statement, Table
from answerable.exports.facts.sentences import are, listed
from answerable.exports.facts.words import count, day_in_words, isolated
from answerable.exports.figures.timeline import timeline

if TYPE_CHECKING:
    from answerable.exports.briefs.dossier import Dossier
    from answerable.exports.commitments import Assignment, Recommendation

__all__ = ["overdue", "overdue_count", "when"]


def _stand(state: str, number: int) -> str:
    """Say how so many recommendations stand."""
    these = count(number, "recommendation")
    if state == "complete":
        return f"{these} {are(number)} wholly complete by the plan's own word"
    if state == "open":
        return f"{these} {are(number)} still open"
    return f"For {these} it cannot be told, for want of a date or of a word after it has passed"


def when(dossier: Dossier) -> Iterator[Section]:
    """Draw the dates, and say which moved and by how much."""
    if dossier.found.assignments:
        yield Section("When", (Picture("timeline", timeline(dossier.found)), Bullets(tuple(_moved(dossier)))))


def _moved(dossier: Dossier) -> Iterator[Statement]:
    known = {each.iri: each for each in dossier.found.assignments}
    moved = [row for row in dossier.about("moved") if row["moved"] != "unmoved"]
    if not moved:
        yield Statement("No target date moved to another day.")
    for row in moved:
        each = known[str(row["iri"])]
        demand = dossier.demand(dossier.all.recommendation(each.recommendation))
        original = f"“{row['original']}”" if row["original"] else "no printed date"
        dates = f"from {original} to “{row['revised']}”"
        told = f"{demand}, {dossier.holders_of(each)}: {dates}, {_by(row['moved'], row['months'], row['days'])}."
        quotes = dossier.evidence.quotes(each.iri, "due", about=dossier.number_of(each.iri))
        again = dossier.evidence.quotes(each.update or "", "revised", about=dossier.number_of(each.iri))
        yield Statement(told, dossier.note(quotes, again))


def _by(moved: object, months: object, days: object) -> str:
    if moved == "cannot tell":
        return "by how much cannot be told"
    apart = abs(int(str(months)))
    return f"{count(apart, 'month') if apart else count(abs(int(str(days))), 'day')} {moved}"


def overdue_count(dossier: Dossier) -> int:
    """Give how many assignments are past their date without word that they are done."""
    return sum(each.overdue == "yes" for each in dossier.found.assignments)


def overdue(dossier: Dossier) -> Iterator[Section]:
    """Say what is past its date as at the day, recommendation by recommendation, and how far each has come."""
    day = dossier.all.as_at.day
    if day is None:
        yield Section("What is overdue", (Statement("No day to judge by: no plan states a date, and none was given."),))
        return
    title = f"What is overdue as at {day_in_words(day)}"
    late = overdue_count(dossier)
    everything = len(dossier.found.assignments)
    if not late:
        said = Statement(f"None of {count(everything, 'assignment')} is past its date without word that it is done.")
        yield Section(title, (said, *_progress(dossier)))
        return
    silent = "no plan known by then says that"
    told = f"{late:,} of {count(everything, 'assignment')} are past their date, and {silent} they are done."
    if late == 1:
        told = f"One of {count(everything, 'assignment')} is past its date, and {silent} it is done."
    told += " That no plan says so does not mean that it was not done."
    yield Section(title, (Statement(told), *_progress(dossier), _table(dossier)))


def _table(dossier: Dossier) -> Table:
    rows = []
    for demand in dossier.found.recommendations:
        theirs = [each for each in dossier.found.assignments if each.recommendation == demand.iri]
        late = [each for each in theirs if each.overdue == "yes"]
        if late:
            rows.append(_late(dossier, demand, late, len(theirs)))
    columns = ("Recommendation", "Past date", "Of", "Oldest date", "Days past", "Who")
    return Table(
        "What is past its date, by recommendation.",
        columns,
        (4, 1, 1, 2, 1, 3),
        (Group(None, tuple(rows)),),
        frozenset({1, 2, 4}),
    )


def _late(dossier: Dossier, demand: Recommendation, late: list[Assignment], of: int) -> tuple[Statement, ...]:
    oldest = min(late, key=lambda each: (each.latest.last or dossier.all.as_at.day, each.iri))
    days = (dossier.all.as_at.day - oldest.latest.last).days if dossier.all.as_at.day and oldest.latest.last else None
    quotes = [
        dossier.evidence.quotes(subject, field, about=demand.number)
        for each in late
        for subject, field in ((each.iri, "due"), (each.update or "", "revised"))
    ]
    owners = dict.fromkeys(owner for each in late for owner in each.owners)
    who = listed(isolated(dossier.all.holder(owner).label) for owner in owners) or "nobody printed"
    return (
        Statement(dossier.demand(demand), dossier.note(*quotes)),
        Statement(f"{len(late):,}"),
        Statement(f"{of:,}"),
        Statement(oldest.latest.text),
        Statement("" if days is None else f"{days:,}"),
        Statement(who),
    )


def _progress(dossier: Dossier) -> Iterator[Block]:
    """Say which recommendations are wholly complete, which are open, and of which it cannot be told."""
    known = {each.iri: each for each in dossier.found.recommendations}
    stands: dict[str, list[Recommendation]] = {"complete": [], "open": [], "cannot tell": []}
    for row in dossier.about("progress"):
        stands[str(row["progress"])].append(known[str(row["iri"])])
    said = [
        Statement(
            f"{_stand(state, len(these))}: {dossier.numbers(these)}.",
            _done(dossier, these) if state == "complete" else (),
        )
        for state, these in stands.items()
        if these
    ]
    if said:
        yield Statement("Of recommendations as wholes, with all their owners:")
        yield Bullets(tuple(said))


def _done(dossier: Dossier, demands: list[Recommendation]) -> tuple[int, ...]:
    wanted = {each.iri for each in demands}
    quotes = [
        (
            *dossier.evidence.quotes(each.iri, "due", about=dossier.number_of(each.iri)),
            *dossier.evidence.quotes(each.update or "", "revised", about=dossier.number_of(each.iri)),
        )
        for each in dossier.found.assignments
        if each.recommendation in wanted
    ]
    return dossier.note(*quotes)
