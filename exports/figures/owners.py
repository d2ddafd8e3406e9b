"""Who carries most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.sentences import have
from answerable.exports.facts.words import count, isolated
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Box, Mark, Symbol, Text

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.exports.figures.marks import Shape

__all__ = ["SHAPES", "Load", "OwnersByLoad", "owners_by_load"]

SHAPES: Final[dict[str, Shape]] = {
    "post": "circle",
    "post group": "double-circle",
    "person": "dotted-circle",
    "team": "diamond",
    "organisation": "diamond",
}
_MOST: Final = 24
_LABEL: Final = 236.0
_BAR: Final = 180.0
_STEP: Final = 17.0


@dataclass(frozen=True, slots=True)
class Load:
    """What one holder carries: assignments it has alone and jointly, and in how many plans."""

    label: str
    kind: str
    alone: int
    joint: int
    plans: int

    @property
    def all(self) -> int:
        """All its assignments."""
        return self.alone + self.joint


@dataclass(frozen=True, slots=True)
class OwnersByLoad:
    """Holders by how many assignments they have, those with most first; `assignments` counts each once."""

    loads: tuple[Load, ...]
    assignments: int
    scope: str
    source: str

    @property
    def words(self) -> Words:
        """The finding: who carries most."""
        told = "; ".join(f"{isolated(load.label)} {load.all:,} ({load.joint:,} joint)" for load in self.loads[:_MOST])
        alt = f"Bars of assignments by holder. {told or 'Nobody.'}"
        return Words(
            self._title, f"{self.scope}. An assignment is an owner printed with a date", self.source, alt, self._note
        )

    @property
    def _title(self) -> str:
        if not self.loads:
            return "No owner is printed"
        top = [load for load in self.loads if load.all == self.loads[0].all]
        share = f"{top[0].all:,} of {count(self.assignments, 'assignment')}"
        if len(top) == 1:
            return f"{isolated(top[0].label)} {'carry' if top[0].kind == 'post group' else 'carries'} {share}"
        return f"{len(top):,} holders carry most, each with {share}"

    @property
    def _note(self) -> str:
        rest = self.loads[_MOST:]
        if not rest:
            return ""
        more = f"{count(len(rest), 'holder')} more {have(len(rest))} at most {rest[0].all:,} each"
        return f"Shown are the {_MOST} with most; {more}."

    def canvas(self) -> Canvas:
        """Draw a bar to each holder: filled for what it has alone, hatched for what it shares."""
        legend: list[Mark] = [
            Box(0, 1, 16, 9, "post", "post"),
            Text(21, 6, "alone", 8.5, "soft"),
            Box(62, 1, 16, 9, None, "post", "////"),
            Text(83, 6, "joint, counted for each of its holders", 8.5, "soft"),
        ]
        shown = self.loads[:_MOST]
        most = max((load.all for load in shown), default=1)
        rows = [mark for place, load in enumerate(shown) for mark in _row(load, most, 22 + place * _STEP)]
        return Canvas((*legend, *rows), 22 + len(shown) * _STEP)


def owners_by_load(found: Commitments) -> OwnersByLoad:
    """Count what each holder has."""
    alone: Counter[str] = Counter()
    joint: Counter[str] = Counter()
    plans: dict[str, set[str]] = {holder.iri: set() for holder in found.holders}
    for each in found.assignments:
        (joint if len(each.owners) > 1 else alone).update(each.owners)
        for owner in each.owners:
            plans[owner].add(each.plan)
    loads = [
        Load(holder.label, holder.kind, alone[holder.iri], joint[holder.iri], len(plans[holder.iri]))
        for holder in found.holders
    ]
    ordered = sorted(loads, key=lambda load: (-load.all, load.label.casefold()))
    return OwnersByLoad(tuple(ordered), len(found.assignments), scope_of(found, dated=False), source_of(found))


def _row(load: Load, most: int, top: float) -> Iterator[Mark]:
    yield Symbol(
        6, top + 7, 4.2, SHAPES.get(load.kind, "circle"), "body" if SHAPES.get(load.kind) == "diamond" else "post"
    )
    yield Text(16, top + 7, fitted(load.label, 8.5, _LABEL - 24))
    scale = _BAR / most
    if load.alone:
        yield Box(_LABEL, top + 2, load.alone * scale, 10, "post", "post")
    if load.joint:
        yield Box(_LABEL + load.alone * scale, top + 2, load.joint * scale, 10, None, "post", "////")
    told = f"{load.all:,}" + (f" in {load.plans:,} plans" if load.plans > 1 else "")
    room = WIDTH - _LABEL - load.all * scale - 6
    yield Text(_LABEL + load.all * scale + 6, top + 7, fitted(told, 8.0, room), 8.0, "soft")
