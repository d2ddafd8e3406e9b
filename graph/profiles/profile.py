"""For whom a graph is: all of it for those inside, without named individuals for everybody else.

Names are removed once, from the graph: whatever is made of it afterwards cannot hold them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from answerable.graph.answering import answered, rows_of, streamed
from answerable.graph.dataset import Dataset
from answerable.graph.profiles.removed import NOTHING
from answerable.graph.profiles.rewriting import without_people

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.engine import Results
    from answerable.graph.profiles.removed import Removed
    from answerable.graph.store import Store
    from answerable.graph.values import Answer, Rows, Term

__all__ = ["Profile", "Publishable", "profiled", "removed_from"]

Profile: TypeAlias = Literal["internal", "publishable"]


class Publishable:
    """A copy of a snapshot without named individuals, in memory; it answers queries as a store does."""

    def __init__(self, quads: bytes, name: str, base: str) -> None:
        """Make the copy of N-Quads as a build writes them; `name` is the name of the snapshot."""
        self.name = f"{name}-publishable"
        self.base = base
        self._quads, self.removed = without_people(quads, base)
        self._dataset = Dataset(self._quads)

    @property
    def graphs(self) -> frozenset[str]:
        """The addresses of the named graphs."""
        return self._dataset.graphs

    def quads(self) -> bytes:
        """Give the graph as sorted N-Quads."""
        return self._quads

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Answer a query as a store does."""
        return answered(self._dataset, sparql, substitutions)

    def stream(self, sparql: str) -> Results:
        """Answer as `query` does, in the engine's own results, as a store does."""
        return streamed(self._dataset, sparql)

    def select(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Rows:
        """Answer a SELECT as a store does."""
        return rows_of(self.query(sparql, substitutions))


def profiled(store: Store, profile: Profile = "internal") -> Store | Publishable:
    """Give the graph that a profile shows: the store itself, or a copy of it without named individuals.

    Both answer queries and give their N-Quads by `quads()`; `removed_from` tells what is not in it.
    """
    return store if profile == "internal" else Publishable(store.quads(), store.name, store.base)


def removed_from(graph: Store | Publishable) -> Removed:
    """Tell what was removed from a graph that `profiled` gave; nothing from a store."""
    return graph.removed if isinstance(graph, Publishable) else NOTHING
