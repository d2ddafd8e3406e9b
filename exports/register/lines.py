"""The lines of the action register: each printed owner with its date, and each recommendation that has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask, grouped
from answerable.graph.questions import ask as ask_by_name
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from answerable.exports.facts import Row
    from answerable.exports.scope import Scope
    from answerable.graph.askable import Askable

__all__ = ["Line", "register_lines"]

_HERE: Final = "answerable.exports.register"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; what is not printed, or could not be read, is None. `iri` is the assignment or the recommendation."""

    iri: str
    plan: str
    recommendation_iri: str
    number: str | None
    recommendation: str | None
    answer: str | None
    actions: str | None
    """What will be done: the actions that the print ties to this owner and date, else all of the answer's."""
    tied: bool | None
    """Whether the print ties them; None where there are no actions."""
    owners: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    printed: str | None = None
    due_by: date | None = None
    due_from: date | None = None
    due_text: str | None = None
    due_kind: str | None = None
    revised_by: date | None = None
    revised_text: str | None = None
    state: str | None = None
    said: date | None = None
    progress: str | None = None
    overdue: str | None = None
    days: int | None = None


def register_lines(graph: Askable, scope: Scope) -> Iterator[Line]:
    """Read the lines of the newest version of every plan, in printed order."""
    answers = _Answers(graph, scope)
    places = {plan.iri: place for place, plan in enumerate(scope.plans)}
    ordered = sorted(answers.recommendations, key=lambda row: (places[row["plan"]], row.number("position") or 0))
    for recommendation in ordered:
        iri = recommendation["recommendation"]
        assignments = answers.printed_for(iri)
        for assignment in assignments:
            yield answers.assigned(recommendation, assignment)
        if not assignments:
            yield answers.unassigned(recommendation)


class _Answers:
    """What the lines are put together from."""

    def __init__(self, graph: Askable, scope: Scope) -> None:
        self.recommendations = tuple(ask(graph, _HERE, "recommendations"))
        self._assignments = grouped(ask(graph, _HERE, "assignments"), "recommendation")
        self._places = _places(ask(graph, _HERE, "quotes"))
        self._promises = grouped(ask(graph, _HERE, "promises"), "recommendation")
        self._tied = grouped(ask(graph, _HERE, "tied"), "assignment")
        self._held = grouped(ask(graph, _HERE, "held"), "assignment")
        self._overdue = _overdue(graph, scope)

    def printed_for(self, recommendation: str) -> Sequence[Row]:
        """Give the assignments of a recommendation in the order in which the document has them."""
        rows = self._assignments.get(recommendation, ())
        return sorted(rows, key=lambda row: (self._places.get(row["assignment"], ()), row["assignment"]))

    def unassigned(self, recommendation: Row) -> Line:
        """Give the line of a recommendation that nobody owns."""
        iri = recommendation["recommendation"]
        promises = self._promises.get(iri, ())
        return Line(iri, *_asked(recommendation), _told(promises), tied=False if promises else None)

    def assigned(self, recommendation: Row, assignment: Row) -> Line:
        """Give the line of an assignment."""
        iri = assignment["assignment"]
        promises = self._promises.get(recommendation["recommendation"], ())
        mine = {row["action"] for row in self._tied.get(iri, ())}
        held = self._held.get(iri, ())
        overdue, days = self._overdue.get(iri, (None, None))
        return Line(
            iri,
            *_asked(recommendation),
            _told([row for row in promises if row["action"] in mine] or promises),
            tied=bool(mine) if promises else None,
            owners=tuple(row["owner"] for row in held),
            names=tuple(row["name"] for row in held),
            printed=assignment.text("printed") or ("as above" if assignment.says("inherited") else None),
            due_by=assignment.day("dueBy"),
            due_from=assignment.day("dueFrom"),
            due_text=assignment.text("dueText"),
            due_kind=assignment.text("dueKind"),
            revised_by=assignment.day("revisedBy"),
            revised_text=assignment.text("revisedText"),
            state=assignment.text("state"),
            said=assignment.day("said"),
            progress=assignment.text("progress"),
            overdue=overdue,
            days=days,
        )


def _places(quotes: Iterable[Row]) -> Mapping[str, tuple[int, ...]]:
    """Give where the owner or date of each assignment first stands."""
    places: dict[str, tuple[int, ...]] = {}
    for row in quotes:
        if row["field"] in {"owner", "due"}:
            place = tuple(row.number(name) or 0 for name in ("page", "start", "table", "row"))
            places[row["assignment"]] = min(place, places.get(row["assignment"], place))
    return places


def _asked(row: Row) -> tuple[str, str, str | None, str | None, str | None]:
    return row["plan"], row["recommendation"], row.text("number"), row.text("text"), row.text("status")


def _told(promises: Sequence[Row]) -> str | None:
    return "\n".join(" ".join(filter(None, (row.text("label"), row.text("text")))) for row in promises) or None


def _overdue(graph: Askable, scope: Scope) -> Mapping[str, tuple[str, int | None]]:
    """Give the answer to the question of the library for each assignment, by the day of the scope."""
    if scope.as_at is None:
        return {}
    answer = ask_by_name(graph, "overdue", as_at=scope.as_at)
    assert isinstance(answer, Rows), "the question is a SELECT"
    days = {str(row["iri"]): row["days"] for row in answer.records()}
    said = {str(row["iri"]): str(row["overdue"]) for row in answer.records()}
    return {iri: (said[iri], None if days[iri] is None else int(str(days[iri]))) for iri in said}
