"""A thing of the graph as a person reads it: what it is, what is said of it, and what it is tied to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.exports.facts.fact import Fact, Quote

__all__ = ["Entity", "Neighbour", "Promise", "Reference", "Section"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing by name: `label` in a context that needs no more, `about` what it is part of.

    `answer` is "agreed", "partly" or "not" for a recommendation that is answered so, "none" for one without an answer.
    """

    iri: str
    kind: str
    label: str
    about: str = ""
    answer: str = ""

    @property
    def whole(self) -> str:
        """The name with what it is part of."""
        return f"{self.label}, {self.about}" if self.about else self.label


@dataclass(frozen=True, slots=True)
class Promise:
    """One printed owner with its date: an assignment as a row of a table.

    `due` is what the printed date was read as, `due_by` its last day; `progress`, `update` and `revised` are what a
    later version of the plan tells, `as_at` its day. `certain` says whether the print ties owner and date together.
    """

    iri: str
    recommendation: Reference
    plan: Reference
    owners: tuple[Reference, ...]
    printed_owner: str
    actions: tuple[Reference, ...]
    due: str
    printed_due: str
    due_by: date | None
    progress: str = ""
    update: str = ""
    as_at: date | None = None
    revised: str = ""
    printed_revised: str = ""
    certain: bool = True
    inherited: bool = False
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Things that lead to this one in one way, the first of them; `total` counts all."""

    heading: str
    items: tuple[Reference, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing tied to this one; `tie` says how in a word or two, `weight` how often."""

    iri: str
    label: str
    kind: str
    tie: str
    weight: int = 1
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with all that a page of it shows.

    `quotes` are the words that name it, beside those that stand with a fact; `answer` is as in a reference.
    `names` gives the reference for every address that the facts link to, `sources` the documents that its words stand
    in, `queries` the SPARQL that gives what is shown; `promised` counts all promises where not all are in `promises`.
    """

    iri: str
    kind: str
    label: str
    subtitle: str
    facts: tuple[Fact, ...]
    promises: tuple[Promise, ...]
    promised: int
    sections: tuple[Section, ...]
    neighbours: tuple[Neighbour, ...]
    sources: tuple[Reference, ...]
    names: Mapping[str, Reference]
    queries: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()
    answer: str = ""
