"""What every figure is: values read from the graph, the words around it, and its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from answerable.exports.facts.words import count

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.exports.figures.canvas import Canvas, Words

__all__ = ["Figure", "Told", "scope_of", "source_of"]


class Figure(Protocol):
    """A picture before it is drawn: frozen values that can be tested without any library that draws."""

    @property
    def words(self) -> Words:
        """What stands around it."""

    def canvas(self) -> Canvas:
        """Give its marks without those words; raises NoMatplotlibError, since letters are measured by the font."""


@dataclass(frozen=True, slots=True)
class Told:
    """Over what a figure was drawn and where it comes from, as lines."""

    scope: str
    source: str


def scope_of(found: Commitments, *, dated: bool = True) -> str:
    """Say over how much a figure was drawn, and as at which day where that matters."""
    told = f"{count(len(found.plans), 'plan')}, {count(len(found.recommendations), 'recommendation')}, "
    told += count(len(found.assignments), "assignment")
    return f"{told}; {found.as_at.words}" if dated else told


def source_of(found: Commitments) -> str:
    """Say which documents a figure comes from; beyond three, how many."""
    files = [plan.file for plan in found.plans]
    named = ", ".join(files) if len(files) <= 3 else count(len(files), "action plan")
    return f"Source: {named or 'no document'}. Snapshot {found.snapshot}."
