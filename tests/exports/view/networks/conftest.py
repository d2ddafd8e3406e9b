"""Bodies that follow one another, as a small piece of a graph, and a view that holds them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from answerable.exports.view import View
from answerable.exports.view.model import Assignment, Change, Node, Organisation, Ownership, PlanDays

OLD, NEW, OTHER, OWNER = (f"https://bodies.example/id/{name}" for name in ("old", "new", "other", "owner"))


def body(key: str, label: str, plans: tuple[str, ...] = ()) -> Node:
    return Node(key, "organisation", "organisation", "diamond", label, label, 0, plans, ())


@pytest.fixture
def changed(view: View) -> View:
    """The invented plans, both on a body that was owned by a company and ended in 2021."""
    plans = tuple(node.key for node in view.nodes if node.family == "plan")
    kept = tuple(
        replace(node, body=OLD) if node.family == "plan" else node
        for node in view.nodes
        if node.family != "organisation"
    )
    bodies = (
        body(OLD, "Northmoor CRC", plans),
        body(NEW, "Moor Region"),
        body(OTHER, "Southmoor CRC"),
        body(OWNER, "Owning Company"),
    )
    return replace(
        view,
        nodes=(*kept, *bodies),
        organisations=tuple(Organisation(each.key, date(2014, 6, 1), None) for each in bodies),
        changes=(Change("change", "CRCs to the Region", date(2021, 6, 26), (OLD, OTHER), (NEW,)),),
        ownerships=(Ownership(OLD, OWNER, None, date(2015, 2, 1), date(2021, 6, 25)),),
    )


@pytest.fixture
def crowd(view: View) -> Callable[..., View]:
    """Give a function that invents many plans with holders of their own, two of whom share an assignment in each."""

    def invented(plans: int, holders: int) -> View:
        nodes: list[Node] = []
        duties: list[Assignment] = []
        pattern = view.assignments[0]
        for number in range(plans):
            plan = f"plan{number:04}"
            nodes.append(Node(plan, "plan", "action plan", "page", f"{plan}, 2020", plan, holders, (plan,), ()))
            demand = f"{plan}/1"
            nodes.append(Node(demand, "recommendation", "recommendation", "square", "One", "1", holders, (plan,), ()))
            keys = [f"{plan}/post{each}" for each in range(holders)]
            nodes += [Node(key, "post", "post", "circle", key, key, 1, (plan,), ()) for key in keys]
            duties.append(replace(pattern, key=f"{demand}/a", recommendation=demand, plan=plan, owners=tuple(keys[:2])))
            duties += [
                replace(pattern, key=f"{key}/a", recommendation=demand, plan=plan, owners=(key,)) for key in keys[2:]
            ]
        known = date(2020, 3, 2)
        days = tuple(PlanDays(node.key, known, known) for node in nodes if node.family == "plan")
        return View(tuple(nodes), (), tuple(duties), (), {}, days)

    return invented
