"""A drawing: what one network shows, where each mark stands, and the sentence that says what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Drawing", "Group", "Lifeline", "Mark", "Point", "Tick", "Tie", "TieKind"]

Point = tuple[int, int]
"""Whole pixels, y down."""

TieKind = Literal["owns", "joint", "mentions", "part", "succeeds", "company"]
"""How two marks are tied: the kinds of the view, a body that follows another, and a company that owns another."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One node of the view or one group, by its key: its middle and its radius in whole pixels."""

    key: str
    x: int
    y: int
    size: int


@dataclass(frozen=True, slots=True)
class Group:
    """A mark that stands for several nodes of the view, which open when it is expanded."""

    key: str
    label: str
    short: str
    kind: str
    mark: str
    family: str
    load: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two marks; `weight` counts what it stands for, `path` says where it runs if not straight."""

    source: str
    target: str
    kind: TieKind
    weight: int = 1
    path: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Lifeline:
    """How long a body lived, from left to right; `open_start` and `open_end` say that no such day is known."""

    key: str
    y: int
    start: int
    end: int
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the picture at a day, with its words."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One network as it opens.

    `heading` is the finding and `caption` its scope; `note` says what was left out or rolled up, and `empty` what would
    fill the drawing if nothing does. `unit` is the radius of a mark of load 1 and `heaviest` the largest load, so that
    the legend can show sizes (0: sizes say nothing); `counts` says what a load counts, one and many.
    """

    name: str
    title: str
    heading: str
    caption: str
    described: str
    marks: tuple[Mark, ...] = ()
    ties: tuple[Tie, ...] = ()
    arcs: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    lifelines: tuple[Lifeline, ...] = ()
    ticks: tuple[Tick, ...] = ()
    loads: Mapping[str, int] = field(default_factory=dict)
    counts: tuple[str, str] = ("assignment", "assignments")
    unit: float = 1.0
    heaviest: int = 0
    note: str | None = None
    empty: str | None = None
