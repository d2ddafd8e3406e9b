"""What the page shows, as plain frozen values: the view model.

Nothing here knows SPARQL, HTML or a place on the screen. Keys are IRIs, texts are as they are to be read, and every
fact carries the quotes that say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from answerable.exports.facts.fact import Fact

__all__ = ["Assignment", "Document", "Edge", "EdgeKind", "Family", "Node", "View"]

Family = Literal["post", "body", "recommendation", "plan", "thing"]
"""What a node is at first sight: a holder, a team or organisation, a demand, a plan, or a named thing."""

EdgeKind = Literal["owns", "joint", "mentions", "part"]
"""How two nodes are tied: alone, together with others, by naming it, or as a part of a plan."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One printed owner (or several together) with its date: who, for which recommendation, by when."""

    key: str
    recommendation: str
    plan: str
    owners: tuple[str, ...]
    due: str
    printed_due: str
    due_sort: str
    certain: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the picture and in the table.

    `mark` is the shape (circle, double-circle, dotted-circle, square, page, hexagon, diamond), `fill` says how a
    recommendation was answered (agreed, partly, not, or none), `load` counts the assignments that hang on it, `plans`
    are the keys of the plans in which it occurs, and `forms` are other names that a search should find it by.
    """

    key: str
    family: Family
    kind: str
    mark: str
    label: str
    short: str
    load: int
    plans: tuple[str, ...]
    facts: tuple[Fact, ...]
    fill: str = "agreed"
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two nodes; `weight` counts the assignments that it stands for."""

    source: str
    target: str
    kind: EdgeKind
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A source document, as the footer names it."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that one page shows, in the order in which it is shown."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    assignments: tuple[Assignment, ...]
    documents: tuple[Document, ...]
    queries: dict[str, tuple[str, ...]]
