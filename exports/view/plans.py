"""Plans and their recommendations, as nodes of the view."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.exports.facts.fact import Fact, Quote
from answerable.exports.facts.words import day_in_words, short_name
from answerable.exports.view.model import Document, Node, PlanDays

if TYPE_CHECKING:
    from answerable.exports.facts.asking import Row
    from answerable.exports.facts.evidence import EvidenceIndex

__all__ = ["Plan", "latest_day", "plan_days", "plan_node", "read_plans", "recommendation_nodes"]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as the page names it."""

    key: str
    name: str
    """What it is about, in short: the acronym of the body, else its name or the plan's title."""
    label: str
    """The name with the year, or the day where two plans share the year."""
    place: str
    """How a quote names the plan: with the day on which it was submitted."""
    row: Row
    document: Document

    @property
    def short(self) -> str:
        """The name over the date, for the picture."""
        return f"{self.name}\n{self.label.removeprefix(self.name).strip(', ')}"


def read_plans(rows: Iterable[Row]) -> list[Plan]:
    """Give each plan once, the oldest first."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["plan"], row)
    ordered = sorted(first.values(), key=lambda row: (_dated(row) or date.max, row["plan"]))
    years = Counter((_name(row), _year(row)) for row in ordered)
    return [_plan(row, apart=years[_name(row), _year(row)] > 1) for row in ordered]


def _plan(row: Row, *, apart: bool) -> Plan:
    name = _name(row)
    day = day_in_words(_dated(row))
    label = ", ".join(filter(None, (name, day if apart else _year(row))))
    return Plan(
        row["plan"],
        name,
        label,
        ", ".join(filter(None, (f"{name} action plan", day))),
        row,
        Document(row["file"], label),
    )


def _name(row: Row) -> str:
    return row.text("acronym") or short_name(row["bodyName"]) or row.text("title") or row["file"]


def _dated(row: Row) -> date | None:
    return row.day("submitted") or row.day("published") or row.day("updated")


def _year(row: Row) -> str:
    day = _dated(row)
    return str(day.year) if day else ""


def latest_day(plans: Iterable[Plan]) -> date | None:
    """Give the latest day that the plans themselves state: submitted or updated, else that of a report."""
    rows = [plan.row for plan in plans]
    stated = [day for row in rows for day in (row.day("submitted"), row.day("updated")) if day]
    return max(stated or [day for row in rows if (day := row.day("published"))], default=None)


def plan_days(plans: Iterable[Plan], versions: Iterable[Row]) -> tuple[PlanDays, ...]:
    """Give the days of each plan, by the rules of the question "overdue": a later version counts from its own day."""
    rows = {plan.key: plan.row for plan in plans}
    newer: defaultdict[str, list[Row]] = defaultdict(list)
    revisions = set()
    for version in versions:
        revisions.add(version["newer"])
        if version["newer"] in rows:
            newer[version["older"]].append(rows[version["newer"]])
    return tuple(_days(row, newer[key], revision=key in revisions) for key, row in rows.items())


def _days(row: Row, newer: Iterable[Row], *, revision: bool) -> PlanDays:
    submitted, changed = row.day("submitted"), row.day("updated")
    known = (changed or submitted) if revision else (submitted or row.day("published"))
    replaced = min((day for other in newer if (day := other.day("updated") or other.day("submitted"))), default=None)
    return PlanDays(row["plan"], known, changed, replaced)


def plan_node(plan: Plan, answers: Counter[str], load: int, evidence: EvidenceIndex) -> Node:
    """Give the node of a plan; `answers` counts its recommendations by answer."""
    counted = ", ".join(f"{number} {answer}" for answer, number in sorted(answers.items()))
    facts = [
        Fact("Responds to", plan.row["title"], quotes=evidence.quotes(plan.key, "title")),
        Fact("Inspected", plan.row["bodyName"], quotes=evidence.quotes(plan.key, "inspected_body", "inspected")),
        *_day(plan, "Submitted", "submitted", evidence),
        *_day(plan, "Updated", "updated", evidence),
        *_day(plan, "Report published", "report_published", evidence, column="published"),
        Fact("Recommendations", f"{answers.total()}: {counted}" if counted else "none"),
        Fact("Read from", plan.document.name),
    ]
    forms = tuple(dict.fromkeys(filter(None, (plan.row["bodyName"], plan.row["title"], plan.name, plan.document.name))))
    shown = tuple(fact for fact in facts if fact.value)
    body = plan.row.text("body")
    return Node(
        plan.key,
        "plan",
        "action plan",
        "page",
        plan.label,
        plan.short,
        load,
        (plan.key,),
        shown,
        forms=forms,
        body=body,
    )


def _day(plan: Plan, term: str, field: str, evidence: EvidenceIndex, column: str | None = None) -> Iterator[Fact]:
    said = day_in_words(plan.row.day(column or field))
    quotes = evidence.quotes(plan.key, field)
    if said:
        yield Fact(term, said, printed=" ".join(quote.text for quote in quotes) or None, quotes=quotes)


def recommendation_nodes(
    rows: Iterable[Row],
    loads: Mapping[str, int],
    actions: Mapping[str, Sequence[Row]],
    reasons: Iterable[Row],
    evidence: EvidenceIndex,
) -> list[Node]:
    """Give the nodes of all recommendations in printed order."""
    why = defaultdict(list)
    for row in reasons:
        why[row["recommendation"]].append(Fact("Kind of reason", row["reason"], inferred=row.text("rule")))
    first = {row["recommendation"]: row for row in reversed(list(rows))}
    return [
        _recommendation(row, loads.get(key, 0), actions.get(key, ()), why[key], evidence)
        for key, row in reversed(first.items())
    ]


def _recommendation(row: Row, load: int, actions: Sequence[Row], why: Sequence[Fact], evidence: EvidenceIndex) -> Node:
    key, number = row["recommendation"], row["number"]
    kind = "concern" if row.says("concern") else "recommendation"
    kind = f"{row['level']} {kind}".strip()

    def quotes(*fields: str) -> tuple[Quote, ...]:
        return evidence.quotes(key, *fields, about=number)

    facts = [
        Fact("Concern" if row.says("concern") else "Recommendation", row["text"], quotes=quotes("text")),
        Fact("Addressed to", row["addressee"], quotes=quotes("addressee")),
        Fact("Answer", row["statusName"] or "no answer printed", quotes=quotes("status")),
        Fact("Reason given", row["rationale"], quotes=quotes("rationale")),
        *why,
        *([Fact("Repeated", "It says that it was made before.")] if row.says("repeated") else []),
        *([Fact("Damaged", "Parts of its text were lost or out of place.")] if row.says("damaged") else []),
        *(_action(action, number, evidence) for action in actions),
    ]
    return Node(
        key,
        "recommendation",
        kind,
        "square",
        f"{'Concern' if row.says('concern') else 'Recommendation'} {number}",
        number,
        load,
        (row["plan"],),
        tuple(fact for fact in facts if fact.value),
        fill=_fill(row["status"]),
        forms=(row["text"],),
    )


def _action(row: Row, number: str, evidence: EvidenceIndex) -> Fact:
    term = f"Action {row['label']}" if row.text("label") else "Action"
    return Fact(term, row["text"], quotes=evidence.quotes(row["action"], about=number))


def _fill(status: str) -> str:
    return {"agreed": "agreed", "partlyAgreed": "partly", "notAgreed": "not"}.get(status.rpartition("#")[2], "none")
