"""What every part of the mapping of one record shares: its addresses, its two graphs, and what it has said so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from answerable.graph.mapping.addresses import Addresses
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.passages import Passages
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.extract.records import PlanRecord
    from answerable.graph.mapping.names import Name

__all__ = ["Scope", "Siblings", "digest", "document_iri", "graph_iri"]

_SHORT = 16
_SHORTER = 10


def digest(*parts: str) -> str:
    """Give a short, stable name for a text that is too long to be one."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:_SHORTER]


def graph_iri(base: str, *parts: str) -> str:
    """Give the address of a named graph: a document's, `reference` or `inferred`."""
    return mint(base, "graph", *parts)


def document_iri(sha256: str, base: str) -> str:
    """Give the address of the document whose content has this hash."""
    return mint(base, "document", sha256[:_SHORT])


@dataclass(frozen=True, slots=True)
class Siblings:
    """The addresses that were given under parents, so that no two things share one."""

    _taken: Counter[str] = field(default_factory=Counter)

    def child(self, parent: str, kind: str, *parts: str) -> str:
        """Give a new address under a parent; the second of equal siblings takes a counter."""
        iri = mint(parent + "/", kind, *parts)
        self._taken[iri] += 1
        return iri if self._taken[iri] == 1 else f"{iri}-{self._taken[iri]}"


@dataclass(slots=True)
class Scope:
    """One record on its way into the graph."""

    record: PlanRecord
    base: str
    plan: str
    names: Mapping[str, Name]
    addresses: Addresses = field(init=False)
    document: str = field(init=False)
    stated: GraphLines = field(init=False)
    inferred: GraphLines = field(init=False)
    passages: Passages = field(init=False, default_factory=Passages)
    cited: set[tuple[str, str]] = field(init=False, default_factory=set)
    siblings: Siblings = field(init=False, default_factory=Siblings)

    def __post_init__(self) -> None:
        short = self.record.source.sha256[:_SHORT]
        self.addresses = Addresses(self.record, self.base)
        self.document = document_iri(self.record.source.sha256, self.base)
        self.stated = GraphLines(graph_iri(self.base, "document", short))
        self.inferred = GraphLines(graph_iri(self.base, "inferred"))

    def child(self, parent: str, kind: str, *parts: str) -> str:
        """Give a new address under a parent, as `Siblings` does."""
        return self.siblings.child(parent, kind, *parts)
