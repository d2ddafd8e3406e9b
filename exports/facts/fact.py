"""A statement in the words of the domain, and the words of a plan that it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Fact", "Quote"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words that a fact came from, where they stand, and the rule that read them.

    `evidence` is the address of the span; two quotes are alike when they say the same of the same place.
    """

    text: str
    place: str
    rule: str
    evidence: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement in the words of the domain.

    `value` is what we read; `printed` are the words as printed where they differ; `inferred` names the rule where a
    program, not the print, says so; `links` are the keys of the nodes that the value speaks of.
    """

    term: str
    value: str
    printed: str | None = None
    inferred: str | None = None
    links: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
