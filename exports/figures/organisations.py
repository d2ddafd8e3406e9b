"""What became of the bodies that plans are about: from 2014, when the trusts ended, to the day to judge by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.facts.sentences import are
from answerable.exports.facts.words import count, day_in_words, isolated
from answerable.exports.figures.calendar import Span
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Arrow, Box, Mark, Symbol, Text

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.exports.facts import Row
    from answerable.graph.askable import Askable

__all__ = ["Body", "OrganisationsOverTime", "organisations_over_time"]

_QUERIES: Final = "answerable.exports.figures.queries"
_START: Final = date(2014, 1, 1)
_LABEL: Final = 205.0
_STEP: Final = 18.0
_MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its days; `plans` are the days of plans about it, and make it one that was inspected."""

    iri: str
    name: str
    first: date | None
    last: date | None
    plans: tuple[date, ...]
    inspected: bool


@dataclass(frozen=True, slots=True)
class OrganisationsOverTime:
    """Bodies in the order of their days, and changes from one to another among them."""

    bodies: tuple[Body, ...]
    changes: tuple[tuple[str, str, date], ...]
    until: date | None
    left_out: int
    scope: str
    source: str

    @property
    def words(self) -> Words:
        """The finding: how many of the bodies inspected have ended."""
        told = "; ".join(f"{isolated(body.name)} {_days(body)}" for body in self.bodies)
        names = {body.iri: body.name for body in self.bodies}
        then = "; ".join(
            f"{isolated(names[a])} to {isolated(names[b])} on {day_in_words(d)}" for a, b, d in self.changes
        )
        alt = f"Bars of bodies over time. {told or 'None'}." + (f" Changes: {then}." if then else "")
        note = (
            "Bodies that followed are inferred from change events; a promise stays with the body that made it."
            if self.changes
            else ""
        )
        if self.left_out:
            more = count(self.left_out, "inspected body", "inspected bodies")
            note += f" {more} more {are(self.left_out)} left out, those with fewest plans."
        return Words(
            self._title,
            f"{self.scope}. Bodies of which no day is known are drawn over the whole time",
            self.source,
            alt,
            note.strip(),
        )

    @property
    def _title(self) -> str:
        inspected = [body for body in self.bodies if body.inspected]
        ended = [body for body in inspected if body.last and self.until and body.last < self.until]
        if not inspected:
            return "No inspected body is a known organisation"
        if len(inspected) == 1:
            return f"{isolated(inspected[0].name)} {f'ended on {day_in_words(ended[0].last)}' if ended else 'stands'}"
        if not ended:
            return f"None of {len(inspected):,} inspected bodies is known to have ended"
        return f"{len(ended):,} of {len(inspected):,} inspected bodies {'has' if len(ended) == 1 else 'have'} ended"

    def canvas(self) -> Canvas:
        """Draw a bar to each body, a page for each plan about it, and an arrow for each change."""
        if not self.bodies:
            return Canvas((Text(0, 8, "There is nothing to draw.", 9, "soft"),), 18)
        until = self.until or max(filter(None, (body.last or body.first for body in self.bodies)), default=_START)
        span = Span.over((_START, max(until, date(2015, 1, 1))), _LABEL, WIDTH)
        bottom = 20 + len(self.bodies) * _STEP
        rows = {body.iri: 20 + place * _STEP for place, body in enumerate(self.bodies)}
        marks = [*_legend(), *span.axis(20, bottom)]
        marks += [mark for body in self.bodies for mark in _bar(body, rows[body.iri], span, until)]
        marks += [mark for a, b, day in self.changes for mark in _change(rows[a], rows[b], span.place(day))]
        return Canvas(tuple(marks), bottom + 22)


def organisations_over_time(graph: Askable, found: Commitments) -> OrganisationsOverTime:
    """Ask for the inspected bodies and those before and after them, whose plans are in what was found."""
    plans = _days_of_plans(found)
    rows = [row for row in ask(graph, _QUERIES, "bodies") if row["subject"] in plans]
    subjects = {row["subject"] for row in rows}
    chosen = _chosen(subjects, plans)
    bodies = {row["body"]: _body(row, plans) for row in rows if row["subject"] in chosen}
    ordered = sorted(bodies.values(), key=lambda b: (b.first or date.min, b.last or date.max, b.name))[:_MOST]
    kept = {body.iri for body in ordered}
    return OrganisationsOverTime(
        tuple(ordered),
        tuple(sorted(_changes(graph, kept))),
        found.as_at.day,
        len(subjects - kept),
        scope_of(found),
        source_of(found),
    )


def _days_of_plans(found: Commitments) -> Mapping[str, Sequence[date]]:
    """Give for each body that plans are about their days, where they have any."""
    days: dict[str, list[date]] = {}
    for plan in found.plans:
        if plan.body:
            days.setdefault(plan.body, []).extend(filter(None, [plan.dated]))
    return days


def _body(row: Row, plans: Mapping[str, Sequence[date]]) -> Body:
    iri = row["body"]
    name = row["acronym"] or row["name"]
    return Body(iri, name, row.day("from"), row.day("to"), tuple(plans.get(iri, ())), iri in plans)


def _changes(graph: Askable, among: set[str]) -> set[tuple[str, str, date]]:
    return {
        (row["before"], row["after"], day)
        for row in ask(graph, _QUERIES, "events")
        if (day := row.day("day")) and {row["before"], row["after"]} <= among
    }


def _chosen(subjects: set[str], plans: Mapping[str, Sequence[date]]) -> set[str]:
    """Give the bodies with most plans, so many that those before and after them fit as well."""
    return set(sorted(subjects, key=lambda iri: (-len(plans[iri]), iri))[:10])


def _days(body: Body) -> str:
    first, last = day_in_words(body.first), day_in_words(body.last)
    return f"{f'from {first}' if first else 'of no known beginning'}{f' to {last}' if last else ''}"


def _bar(body: Body, top: float, span: Span, until: date) -> Iterator[Mark]:
    yield Text(0, top + 9, fitted(body.name, 8.5, _LABEL - 10, bold=body.inspected), 8.5, bold=body.inspected)
    left = span.place(max(body.first, _START)) if body.first else span.left
    right = span.place(min(body.last, until)) if body.last else span.right
    fill = "body" if body.inspected else "wash"
    if right > left:
        yield Box(left, top + 4, right - left, 10, fill, "body", "", dashed=body.first is None)
    for day in body.plans:
        yield Symbol(span.place(day), top + 9, 3.4, "square", "plan")


def _change(before: float, after: float, x: float) -> Iterator[Mark]:
    down = after > before
    yield Arrow(x, before + (15 if down else 3), x, after + (3 if down else 15), "ink")


def _legend() -> Iterator[Mark]:
    yield Box(0, 1, 16, 9, "body", "body")
    yield Text(21, 6, "inspected", 8.5, "soft")
    yield Box(80, 1, 16, 9, "wash", "body")
    yield Text(101, 6, "before or after it", 8.5, "soft")
    yield Symbol(196, 6, 3.4, "square", "plan")
    yield Text(206, 6, "a plan about it", 8.5, "soft")
    yield Arrow(290, 6, 312, 6, "ink")
    yield Text(318, 6, "followed by", 8.5, "soft")
