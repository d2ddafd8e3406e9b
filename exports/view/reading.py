"""From the graph to the view model, by query only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.asking import Row, grouped
from answerable.exports.facts.evidence import EvidenceIndex
from answerable.exports.facts.fact import Fact
from answerable.exports.view.bodies import (
    organisation_nodes,
    read_changes,
    read_organisations,
    read_ownerships,
    relevant,
    subject_nodes,
)
from answerable.exports.view.duties import read_assignments
from answerable.exports.view.holders import BELONGS, forms_of, holder_nodes, thing_nodes
from answerable.exports.view.model import Assignment, Edge, Node, View
from answerable.exports.view.plans import (
    Plan,
    latest_day,
    plan_days,
    plan_node,
    read_plans,
    recommendation_nodes,
)
from answerable.exports.view.questions import ask, text_of

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["read_view"]

_QUERIES: Final = {
    "post": ("assignments", "owner"),
    "body": ("assignments", "owner"),
    "recommendation": ("assignments", "recommendation"),
    "plan": ("recommendations", "plan"),
    "thing": ("things", "thing"),
    "organisation": ("bodies", "body"),
}
"""The question behind each family of nodes, and the variable that stands for the chosen node."""


def read_view(store: Askable) -> View:
    """Ask the graph for everything that the page shows."""
    plans = read_plans(ask(store, "plans"))
    evidence = EvidenceIndex(ask(store, "evidence"), {plan.document.name: plan.place for plan in plans})
    demands = list(ask(store, "recommendations"))
    numbers = {row["recommendation"]: row["number"] for row in demands}
    forms = forms_of(ask(store, "forms"))
    actions = list(ask(store, "actions"))
    assignments = read_assignments(
        ask(store, "assignments"),
        _promised(store, actions, numbers, evidence),
        ask(store, "progress"),
        numbers,
        evidence,
    )
    said, homes = _said(store)
    holders = holder_nodes(ask(store, "holders"), assignments, forms, said, homes, evidence=evidence)
    names, organisations = read_organisations(ask(store, "bodies"))
    changes, ownerships = read_changes(ask(store, "changes")), read_ownerships(ask(store, "ownerships"))
    inspected = _inspected(plans)
    spoken_of = relevant({*homes.values(), *inspected, *(n.key for n in holders)}, organisations, changes, ownerships)
    silent = spoken_of - {node.key for node in holders}
    nodes = (
        *holders,
        *_plans(plans, demands, assignments, evidence),
        *recommendation_nodes(
            demands,
            Counter(item.recommendation for item in assignments),
            grouped(actions, "recommendation"),
            ask(store, "reasons"),
            evidence,
        ),
        *thing_nodes(ask(store, "things"), forms, numbers, evidence),
        *organisation_nodes(silent, names, organisations, forms, inspected),
        *subject_nodes(
            (row for row in ask(store, "subjects") if row["body"] not in organisations), inspected, evidence
        ),
    )
    return View(
        nodes,
        (*_owned(assignments), *_parts(nodes), *_named(nodes)),
        tuple(assignments),
        tuple(plan.document for plan in plans),
        _queries(),
        plan_days(plans, ask(store, "versions")),
        tuple(organisations[key] for key in sorted(spoken_of)),
        changes,
        ownerships,
        latest_day(plans),
        store.name,
    )


def _inspected(plans: Iterable[Plan]) -> dict[str, list[str]]:
    """Give the plans that inspect each body."""
    inspected: defaultdict[str, list[str]] = defaultdict(list)
    for plan in plans:
        if body := plan.row.text("body"):
            inspected[body].append(plan.key)
    return inspected


def _promised(
    store: Askable, actions: Iterable[Row], numbers: Mapping[str, str], evidence: EvidenceIndex
) -> Mapping[str, Sequence[Fact]]:
    """Give the actions that the print ties to an assignment."""
    known = {row["action"]: row for row in actions}
    promised: defaultdict[str, list[Fact]] = defaultdict(list)
    for row in ask(store, "assigned"):
        if action := known.get(row["action"]):
            quotes = evidence.quotes(row["action"], about=numbers.get(action["recommendation"]))
            promised[row["assignment"]].append(Fact("Action", action["text"], quotes=quotes))
    return promised


def _said(store: Askable) -> tuple[Mapping[str, Sequence[Fact]], Mapping[str, str]]:
    """Give what else is known of holders: where they belong and who holds the post; and the body of each."""
    said: defaultdict[str, list[Fact]] = defaultdict(list)
    homes: dict[str, str] = {}
    for row in ask(store, "organisations"):
        homes.setdefault(row["owner"], row["organisation"])
        said[row["owner"]].append(Fact(BELONGS, row["organisationName"], inferred=row.text("rule")))
    for row in ask(store, "people"):
        said[row["owner"]].append(Fact("Held by", row["name"]))
    return said, homes


def _plans(
    plans: Iterable[Plan], demands: Sequence[Row], assignments: Iterable[Assignment], evidence: EvidenceIndex
) -> Iterator[Node]:
    answers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in {row["recommendation"]: row for row in demands}.values():
        answers[row["plan"]][(row["statusName"] or "not answered").lower()] += 1
    loads = Counter(item.plan for item in assignments)
    return (plan_node(plan, answers[plan.key], loads[plan.key], evidence) for plan in plans)


def _owned(assignments: Iterable[Assignment]) -> Iterator[Edge]:
    """Tie holders to recommendations; one joint assignment makes the tie a joint one."""
    weights: Counter[tuple[str, str]] = Counter()
    joint = set()
    for item in assignments:
        for owner in item.owners:
            weights[owner, item.recommendation] += 1
            if len(item.owners) > 1:
                joint.add((owner, item.recommendation))
    return (Edge(*ends, "joint" if ends in joint else "owns", weight) for ends, weight in weights.items())


def _parts(nodes: Iterable[Node]) -> Iterator[Edge]:
    return (Edge(node.key, node.plans[0], "part") for node in nodes if node.family == "recommendation")


def _named(nodes: Iterable[Node]) -> Iterator[Edge]:
    things = (node for node in nodes if node.family == "thing")
    return (Edge(thing.key, link, "mentions") for thing in things for fact in thing.facts for link in fact.links)


def _queries() -> dict[str, tuple[str, ...]]:
    """Give for each family the query behind it and the one for its words; {key} stands for the chosen node."""
    return {
        family: (
            f"{text_of(question)}VALUES ?{variable} {{ <{{key}}> }}",
            f"{text_of('evidence')}VALUES ?subject {{ <{{key}}> }}",
        )
        for family, (question, variable) in _QUERIES.items()
    }
