"""Bodies that follow one another, as a small piece of a graph, and a view that holds them."""

from dataclasses import replace
from datetime import date

import pytest

from answerable.exports.view import View
from answerable.exports.view.model import Change, Node, Organisation, Ownership

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
