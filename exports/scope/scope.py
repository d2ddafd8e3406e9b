"""The scope of a file, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.exports.facts.words import count, day_in_words

__all__ = ["Plan", "Scope"]


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: its address, what it is called, its document, and its dates."""

    iri: str
    title: str
    document: str
    submitted: date | None
    updated: date | None
    newest: bool
    """Whether no later version of it is in the graph."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a file is of."""

    plans: tuple[Plan, ...]
    snapshot: str
    base: str
    as_at: date | None
    stated: bool
    """Whether the day was given; else it is the latest that the documents state."""
    licence: str | None
    removed: str | None = None
    """What was removed from a publishable copy."""

    @property
    def title(self) -> str:
        """Say what it is of in a few words."""
        only = self.plans[0].title if len(self.plans) == 1 else count(len(self.plans), "inspection action plan")
        return f"Who is answerable for what: {only}"

    @property
    def day(self) -> str:
        """Say by which day it judges."""
        said = day_in_words(self.as_at)
        if said is None:
            return "no day: no document states one"
        return said if self.stated else f"{said}, the date of the latest plan"

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Say all of it, as names and values."""
        older = sum(not plan.newest for plan in self.plans)
        plans = count(len(self.plans), "plan") + (f", {older} of them replaced by a later version" if older else "")
        lines = [
            ("Scope", plans),
            ("As at", self.day),
            ("Snapshot", self.snapshot),
            ("Addresses begin with", self.base),
        ]
        if self.removed:
            lines.append(("Profile", f"publishable; {self.removed}"))
        return (*lines, ("Licence", self.licence or "none is stated for what the plans say"))

    @property
    def sentence(self) -> str:
        """Say all of it in one line."""
        return "; ".join(f"{name.lower()}: {value}" for name, value in self.lines())
