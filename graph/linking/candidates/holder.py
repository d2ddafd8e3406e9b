"""A holder as somebody who compares names sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from answerable.graph.mapping.titles import role_nouns

__all__ = ["Holder", "Quote"]

_WORD = re.compile(r"[\w&+]+")
_LONGEST = 6
"""How many letters an acronym has at most."""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Where a holder is printed, and in what words."""

    document: str
    page: int | None
    table: int | None
    row: int | None
    words: str
    recommendation: str | None = None

    def __str__(self) -> str:
        """Say it as a person would look it up."""
        places = (("page", self.page), ("table", self.table), ("row", self.row))
        where = ", ".join([self.document, *(f"{name} {number}" for name, number in places if number)])
        about = f", recommendation {self.recommendation}" if self.recommendation else ""
        return f"{where}{about}: “{self.words}”"


@dataclass(frozen=True)
class Holder:
    """A post, unit, person or body that holds assignments."""

    iri: str
    label: str
    kind: str
    """What it is: its class in the graph, groups of posts counting as posts."""
    organisation: str | None
    """The address of the organisation it is in."""
    forms: tuple[str, ...] = ()
    """Every printed form but the label."""
    quotes: tuple[Quote, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The normalised words of its title: the key that its address was made from, in singular and in full."""
        return frozenset(self.iri.rsplit("/", 1)[-1].split("-"))

    @cached_property
    def roles(self) -> frozenset[str]:
        """The words of its title that say what role it is."""
        return self.words & role_nouns().keys()

    @cached_property
    def portfolio(self) -> frozenset[str]:
        """The other words of its title: what the role is for."""
        return self.words - self.roles

    @cached_property
    def spelled(self) -> tuple[tuple[str, ...], ...]:
        """The words of each printed form in their order, as printed."""
        return tuple(tuple(_WORD.findall(form)) for form in (self.label, *self.forms))

    @cached_property
    def shorts(self) -> frozenset[str]:
        """The words of its title that are printed like acronyms and that nothing wrote out."""
        letters = {word.rstrip("s") for form in self.spelled for word in form}
        capitals = {each for each in letters if 2 <= len(each) <= _LONGEST and each.isupper()}
        return frozenset(each for each in capitals if self.without([each]) != self.words)

    def without(self, printed: Sequence[str]) -> frozenset[str]:
        """Give the words of its title without some that are printed, and may be plurals."""
        gone = {each.casefold() for each in printed}
        return frozenset(word for word in self.words if not gone & {word, word + "s"})
