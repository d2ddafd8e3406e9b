"""Whatever answers SPARQL about one snapshot: a store opened here, a pool of workers, a server elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.values import Answer, Rows, Term

__all__ = ["Askable"]


class Askable(Protocol):
    """Answers queries that only read; the default graph of a query is the union of all named graphs.

    What reads the graph takes one of these, so that it works the same wherever the graph lies. Every method raises
    QueryRefusedError for a query that is no SPARQL, changes something, or reaches into the network.
    """

    @property
    def name(self) -> str:
        """The name of the snapshot, which stands for its content."""

    @property
    def base(self) -> str:
        """The address that all things of this snapshot are named under."""

    @property
    def graphs(self) -> frozenset[str]:
        """The addresses of the named graphs."""

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Answer a query of any form; `substitutions` gives the values of variables, as terms."""

    def select(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Rows:
        """Answer a SELECT."""
