"""A network as rows: nodes and edges, each with the same few typed attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from answerable.exports.scope import Scope

__all__ = ["NETWORKS", "Edge", "Network", "Node"]

NETWORKS: Final[Mapping[str, str]] = {
    "ownership": "holders, the recommendations in which they have an assignment, and the plans of these",
    "together": "holders that share an assignment",
    "programmes": "named things and the plans whose recommendations involve them",
}
"""The networks that can be had, and what they tie."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its address, what kind it is, what it is called, and how much it carries (assignments or mentions)."""

    iri: str
    kind: str
    label: str
    load: int
    plan: str = ""
    """The title of the plan that a recommendation is of."""
    status: str = ""
    """How a recommendation was answered."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two things; `weight` counts assignments, shared assignments or recommendations."""

    source: str
    target: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """One network, its nodes and edges in a fixed order."""

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    scope: Scope

    @property
    def description(self) -> str:
        """Say what it is of."""
        return f"{self.name}: {NETWORKS[self.name]}; {self.scope.sentence}"
