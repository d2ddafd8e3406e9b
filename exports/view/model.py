"""What the page shows, as plain frozen values: the view model.

Nothing here knows SPARQL, HTML or a place on the screen. Keys are IRIs, texts are as they are to be read, and every
fact carries the quotes that say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.exports.facts.fact import Fact

__all__ = [
    "Assignment",
    "Change",
    "Document",
    "Edge",
    "EdgeKind",
    "Family",
    "Node",
    "Organisation",
    "Ownership",
    "PlanDays",
    "Revision",
    "View",
]

Family = Literal["post", "body", "recommendation", "plan", "thing", "organisation"]
"""What a node is at first sight: a holder, a team or organisation that holds something, a demand, a plan, a
named thing, or an organisation that holds nothing itself but is inspected, is home to posts, or tied to such a one."""

EdgeKind = Literal["owns", "joint", "mentions", "part"]
"""How two nodes are tied: alone, together with others, by naming it, or as a part of a plan."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What the last update of an assignment says: the state of completion, and the new date where it sets one.

    `as_at` is the day of the update, `kind` the local name of the new date's kind (`by`, `completed`, `noDate`...), or
    None where the update prints no date; `state` is complete, open, closed or unknown.
    """

    as_at: date | None
    kind: str | None
    first: date | None
    last: date | None
    due: str
    printed: str
    state: str | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """One printed owner (or several together) with its date: who, for which recommendation, by when.

    `kind` is the local name of the date's kind (`by`, `between`, `ongoing`...), `first` and `last` are the days that it
    was read as; `actions` counts the actions that the print ties to it, 0 where it does not say.
    """

    key: str
    recommendation: str
    plan: str
    owners: tuple[str, ...]
    due: str
    printed_due: str
    kind: str
    first: date | None
    last: date | None
    certain: bool
    facts: tuple[Fact, ...]
    revision: Revision | None = None
    actions: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the picture and in the table.

    `mark` is the shape (circle, double-circle, dotted-circle, square, page, hexagon, diamond), `fill` says how a
    recommendation was answered (agreed, partly, not, or none), `load` counts the assignments that hang on it, `plans`
    are the keys of the plans in which it occurs, and `forms` are other names that a search should find it by. `body` is
    the organisation that a holder belongs to, or that a plan inspects.
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
    body: str | None = None


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
class PlanDays:
    """The days of a plan: when it became known, its last word, and from when a later version counts instead."""

    plan: str
    known: date | None
    said: date | None
    replaced: date | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation in time: from when to when it stood, where that is known, and what it is part of."""

    key: str
    first: date | None
    last: date | None
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change event: on a day, some organisations ended and others began or took over."""

    key: str
    label: str
    day: date | None
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who owns a company, from when to when, and the share as it is told."""

    company: str
    owner: str
    share: str | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class View:
    """Everything that one page shows, in the order in which it is shown.

    `as_at` is the day by which things are judged overdue, `snapshot` the name of the build that was read.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    assignments: tuple[Assignment, ...]
    documents: tuple[Document, ...]
    queries: dict[str, tuple[str, ...]]
    days: tuple[PlanDays, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    changes: tuple[Change, ...] = ()
    ownerships: tuple[Ownership, ...] = ()
    as_at: date | None = None
    snapshot: str = ""
