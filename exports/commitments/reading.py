"""From the graph to commitments, by query only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from answerable.exports.commitments.as_at import AsAt, as_at_of
from answerable.exports.commitments.model import Answer, Assignment, Commitments, Due, Holder, Overdue, Plan
from answerable.exports.commitments.model import Recommendation as Demand
from answerable.exports.facts import Row, ask, grouped
from answerable.exports.facts.words import day_in_words, short_name
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["read_commitments"]

_HERE: Final = "answerable.exports.commitments.queries"
_ANSWERS: Final[Mapping[str, Answer]] = MappingProxyType(
    {"agreed": "agreed", "partlyAgreed": "partly agreed", "notAgreed": "not agreed"}
)
_KINDS: Final = MappingProxyType(
    {
        "PostGroup": "post group",
        "Post": "post",
        "Person": "person",
        "OrganizationalUnit": "team",
        "Organization": "organisation",
    }
)


def read_commitments(graph: Askable, day: date | None = None) -> Commitments:
    """Ask the graph for the newest plans and what they promise, judged as at a day (see `as_at_of`)."""
    as_at = as_at_of(graph, day)
    plans = _plans(ask(graph, _HERE, "plans"))
    rank = {plan.iri: place for place, plan in enumerate(plans)}
    demands = sorted(_demands(ask(graph, _HERE, "recommendations")), key=lambda each: rank[each.plan])
    places = {each.iri: (place, each.plan) for place, each in enumerate(demands)}
    tied = grouped(ask(graph, _HERE, "actions"), "assignment")
    overdue = _overdue(graph, as_at)
    rows = grouped(ask(graph, _HERE, "assignments"), "assignment")
    assignments = [
        _assignment(of, tied.get(iri, ()), places[of[0]["recommendation"]][1], overdue) for iri, of in rows.items()
    ]
    ordered = sorted(
        assignments, key=lambda each: (places[each.recommendation][0], each.due.last or date.max, each.iri)
    )
    held = {owner for each in assignments for owner in each.owners}
    holders = [each for each in _holders(ask(graph, _HERE, "holders")) if each.iri in held]
    return Commitments(as_at, graph.name, tuple(plans), tuple(demands), tuple(ordered), tuple(holders))


def _first(rows: Iterable[Row], column: str) -> list[Row]:
    return [group[0] for group in grouped(rows, column).values()]


def _plans(rows: Iterable[Row]) -> list[Plan]:
    """Give each plan, the oldest first, those without a day last."""
    found = [_plan(row) for row in _first(rows, "plan")]
    years = Counter((plan.name, plan.dated.year if plan.dated else None) for plan in found)
    named = [_labelled(plan, apart=years[plan.name, plan.dated.year if plan.dated else None] > 1) for plan in found]
    return sorted(named, key=lambda plan: (plan.dated or date.max, plan.iri))


def _plan(row: Row) -> Plan:
    name = row.text("acronym") or short_name(row["bodyName"]) or row.text("title") or row["file"]
    days = (row.day("submitted"), row.day("updated"), row.day("published"))
    return Plan(row["plan"], name, name, row["title"], row.text("body"), row["bodyName"], *days, row["file"])


def _labelled(plan: Plan, *, apart: bool) -> Plan:
    from dataclasses import replace  # noqa: PLC0415 - names a field of the record only here

    day = plan.dated
    when = (day_in_words(day) if apart else str(day.year)) if day else plan.file if apart else ""
    return replace(plan, label=", ".join(filter(None, (plan.name, when))))


def _demands(rows: Iterable[Row]) -> list[Demand]:
    return [
        Demand(
            row["recommendation"],
            row["plan"],
            row["number"],
            row["text"],
            _ANSWERS.get(row["status"].rpartition("#")[2], "no answer printed"),
            row["rationale"],
            row.says("repeated"),
            row.says("damaged"),
            row.says("concern"),
        )
        for row in _first(rows, "recommendation")
    ]


def _overdue(graph: Askable, as_at: AsAt) -> Mapping[str, Overdue]:
    """Ask the named question, so that briefings, figures and the command line never disagree."""
    from answerable.graph.questions import ask as ask_question  # noqa: PLC0415 - figures without a day need no question

    if as_at.day is None:
        return {}
    answer = ask_question(graph, "overdue", as_at=as_at.day)
    rows = answer.records() if isinstance(answer, Rows) else iter(())
    return {str(row["iri"]): cast("Overdue", row["overdue"]) for row in rows}


def _assignment(rows: Sequence[Row], tied: Iterable[Row], plan: str, overdue: Mapping[str, Overdue]) -> Assignment:
    row = next((row for row in reversed(rows) if row.text("update")), rows[0])
    revised = _due(row, "revisedText", "revisedKind", "revisedFrom", "revisedBy")
    return Assignment(
        iri=row["assignment"],
        recommendation=row["recommendation"],
        plan=plan,
        owners=tuple(dict.fromkeys(each["owner"] for each in rows if each["owner"])),
        printed=row["printed"],
        due=_due(row, "dueText", "dueKind", "dueFrom", "dueBy"),
        revised=revised if revised.text else None,
        update=row.text("update"),
        progress=row["progress"],
        status=row["status"],
        actions=tuple((each["action"], each["text"]) for each in tied),
        certain=row.says("certain"),
        overdue=overdue.get(row["assignment"], "not known yet"),
    )


def _due(row: Row, text: str, kind: str, first: str, last: str) -> Due:
    return Due(row[text], row[kind].rpartition("#")[2], row.day(first), row.day(last))


def _holders(rows: Iterable[Row]) -> list[Holder]:
    groups = grouped(rows, "owner")
    namesakes = Counter(group[0]["name"] for group in groups.values())
    found = [_holder(group, alone=namesakes[group[0]["name"]] == 1) for group in groups.values()]
    return sorted(found, key=lambda each: (each.label.casefold(), each.iri))


def _holder(rows: Sequence[Row], *, alone: bool) -> Holder:
    row = next((row for row in rows if row.text("organisation")), rows[0])
    classes = {each["class"].replace("#", "/").rpartition("/")[2] for each in rows}
    kind = next((kind for local, kind in _KINDS.items() if local in classes), "holder")
    label = row["name"] if alone else ", ".join(filter(None, (row["name"], short_name(row["organisationName"]))))
    return Holder(
        row["owner"], row["name"], label, kind, row.text("organisation"), row["organisationName"], row.text("rule")
    )
