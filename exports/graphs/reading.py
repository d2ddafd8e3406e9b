"""Reading a network out of a graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.graphs.network import Edge, Network, Node

if TYPE_CHECKING:
    from answerable.exports.facts import Row
    from answerable.exports.scope import Scope
    from answerable.graph.askable import Askable

__all__ = ["read_network"]

_HERE: Final = "answerable.exports.graphs"


def read_network(graph: Askable, name: str, scope: Scope) -> Network:
    """Read one of `NETWORKS`; raises KeyError for another name."""
    nodes, edges = _READERS[name](graph, scope)
    tied = {end for edge in edges for end in (edge.source, edge.target)}
    return Network(name, tuple(node for node in nodes if node.iri in tied), tuple(edges), scope)


def _ownership(graph: Askable, scope: Scope) -> tuple[list[Node], list[Edge]]:
    held = list(ask(graph, _HERE, "held"))
    asked = list(ask(graph, _HERE, "recommendations"))
    weights = Counter((row["holder"], row["recommendation"]) for row in held)
    edges = [Edge(holder, target, "owns", weight) for (holder, target), weight in sorted(weights.items())]
    edges += [Edge(row["recommendation"], row["plan"], "part of", 1) for row in asked]
    titles = {plan.iri: plan.title for plan in scope.plans}
    loads = Counter(row["recommendation"] for row in held)
    nodes = [*_plans(scope, Counter(row["plan"] for row in held)), *_recommendations(asked, titles, loads)]
    return [*nodes, *_named(graph, Counter(row["holder"] for row in held))], edges


def _together(graph: Askable, _scope: Scope) -> tuple[list[Node], list[Edge]]:
    holders: defaultdict[str, list[str]] = defaultdict(list)
    loads: Counter[str] = Counter()
    for row in ask(graph, _HERE, "held"):
        holders[row["assignment"]].append(row["holder"])
        loads[row["holder"]] += 1
    shared = Counter(pair for each in holders.values() for pair in combinations(sorted(each), 2))
    edges = [Edge(one, other, "shares", weight) for (one, other), weight in sorted(shared.items())]
    return list(_named(graph, loads)), edges


def _programmes(graph: Askable, scope: Scope) -> tuple[list[Node], list[Edge]]:
    involved = list(ask(graph, _HERE, "involved"))
    weights = Counter((row["thing"], row["plan"]) for row in involved)
    edges = [Edge(thing, plan, "involved in", weight) for (thing, plan), weight in sorted(weights.items())]
    nodes = [*_plans(scope, Counter(row["plan"] for row in involved))]
    return [*nodes, *_named(graph, Counter(row["thing"] for row in involved))], edges


_READERS: Final = {"ownership": _ownership, "together": _together, "programmes": _programmes}


def _plans(scope: Scope, loads: Mapping[str, int]) -> Iterator[Node]:
    return (Node(plan.iri, "plan", plan.title, loads.get(plan.iri, 0)) for plan in scope.plans)


def _recommendations(rows: Iterable[Row], titles: Mapping[str, str], loads: Mapping[str, int]) -> Iterator[Node]:
    for row in rows:
        iri, number = row["recommendation"], row["number"]
        yield Node(iri, "recommendation", number, loads.get(iri, 0), titles.get(row["plan"], ""), row["status"])


def _named(graph: Askable, loads: Mapping[str, int]) -> Iterator[Node]:
    for row in ask(graph, _HERE, "named"):
        if row["thing"] in loads:
            yield Node(row["thing"], row.text("kind") or "holder", row["label"], loads[row["thing"]])
