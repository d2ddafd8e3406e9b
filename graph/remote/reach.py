"""Which graphs a query reaches, told to a server in the way in which it answers soonest.

To name them all is understood everywhere, and is slow: engines look for each triple in one graph after another, or
write all names into each step of their plan. Where a server holds nothing else, the union of all it has is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.graph.errors import EndpointError
from answerable.graph.notation import escape
from answerable.graph.remote.dialect import asks_of_anything, names_its_graphs
from answerable.graph.remote.endpoint import NOTHING

if TYPE_CHECKING:
    from answerable.graph.remote.description import Description
    from answerable.graph.remote.endpoint import Endpoint, Told

__all__ = ["Reach", "reach_of"]

_UNION: Final[Told] = {"union-default-graph": ""}
"""How Oxigraph is asked to take all its graphs for the default graph, which on other servers they are anyway."""
_SERVERS_OWN: Final = (
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://localuriqaserver/sparql",
    "http://www.w3.org/ns/ldp#",
)
"""Graphs in which a new Virtuoso describes itself, in words that no plan is told in."""
_IS_UNION: Final = "ASK {{ <{}> a void:Dataset }}"
_UNNAMED: Final = "ASK { ?thing a ?kind }"
_OTHERS: Final = """
ASK {{ GRAPH ?graph {{ ?thing a ?kind }} FILTER(!STRSTARTS(STR(?graph), "{}") && STR(?graph) {}IN ({})) }}
"""


@dataclass(frozen=True, slots=True)
class Reach:
    """What is told with a query about one build, so that it reaches the graphs of that build and no others."""

    about_plans: Told
    """For a query that only what is said of plans can answer."""
    about_anything: Told
    """For one that any statement may answer."""

    def told(self, sparql: str) -> Told:
        """Give what is told with a query; nothing where it names its graphs itself."""
        if names_its_graphs(sparql):
            return NOTHING
        return self.about_anything if asks_of_anything(sparql) else self.about_plans


def reach_of(endpoint: Endpoint, build: Description) -> Reach:
    """Ask a server what else it holds, and how it is asked for the union of its graphs."""
    graphs = tuple(sorted(build.graphs))
    named: Told = {"default-graph-uri": graphs, "named-graph-uri": graphs}
    united = None if _holds(endpoint, build, "NOT ") else _united(endpoint, build)
    if united is None:
        return Reach(named, named)
    return Reach(united, named if _holds(endpoint, build, "") else united)


def _holds(endpoint: Endpoint, build: Description, which: str) -> bool:
    """Whether a server has named graphs beside a build that are, or are `NOT `, of its own."""
    own = ", ".join(f'"{graph}"' for graph in _SERVERS_OWN)
    return bool(endpoint.answer(_OTHERS.format(escape(build.base), which, own)))


def _united(endpoint: Endpoint, build: Description) -> Told | None:
    """Find how to ask for the union; None where a server has none, or holds something in no named graph as well."""
    asked = _IS_UNION.format(build.dataset)
    if endpoint.answer(asked):
        return NOTHING
    if endpoint.answer(_UNNAMED):
        return None
    try:
        return _UNION if endpoint.answer(asked, _UNION) else None
    except EndpointError:  # no server has to take a parameter that it does not know
        return None
