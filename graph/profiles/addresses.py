"""Addresses that spell a person's name, or were made from it, and what stands for them.

An address that holds a digest of words can confirm a guess of these words; one whose words had a name is replaced too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from answerable.graph.profiles.known_words import TITLES
from answerable.ontology.iris import slug

if TYPE_CHECKING:
    from answerable.graph.profiles.person import PersonName
    from answerable.graph.profiles.remover import NameRemover

__all__ = ["Addresses"]

_DIGEST: Final = re.compile(r"(?:(?<=/)|(?<=-))[0-9a-f]{10}(?:[0-9a-f]{6})?(?:-\d+)?$")
_DOCUMENT: Final = re.compile(r"document/[0-9a-f]+$")
"""A document's digest is that of the whole file, which confirms no guess of a few words."""


class Addresses:
    """Chooses new addresses under a base; the rest of an address that stays is as it was."""

    def __init__(self, base: str, remover: NameRemover) -> None:
        self._base = base
        self._remover = remover
        self._taken: Counter[str] = Counter()
        self._parts: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self.replaced: dict[str, str] = {}

    def withhold(self, people: Iterable[str]) -> None:
        """Replace the addresses of people: "person/barset-crc/ada-brookes" becomes "person/withheld-1"."""
        for iri in _in_no_telling_order(people):
            kind = iri.removeprefix(self._base).split("/")[0]
            self._replace(iri, self._new(f"{self._base}{'reviewer' if kind == 'reviewer' else 'person'}/"))

    def respell(self, addresses: Iterable[str]) -> None:
        """Replace every address in which a part spells a name."""
        for iri in _in_no_telling_order(addresses):
            if iri.startswith(self._base) and iri not in self.replaced:
                parts = iri.removeprefix(self._base).split("/")
                kept = [self._spelled(parts[:place], part) for place, part in enumerate(parts)]
                if kept != parts:
                    self._replace(iri, self._base + "/".join(kept))

    def unmake(self, addresses: Iterable[str]) -> None:
        """Replace the digest in those of the addresses that end in one."""
        for iri in _in_no_telling_order(addresses):
            now = self.now(iri)
            if (found := _DIGEST.search(now)) and not _DOCUMENT.search(now):
                self._replace(iri, self._new(now[: found.start()]))

    def now(self, iri: str) -> str:
        """Give what stands for an address, or for the address it stands under."""
        if iri not in self._known:
            self._known[iri] = self._found(iri)
        return self._known[iri]

    def _found(self, iri: str) -> str:
        if iri in self.replaced:
            return self.replaced[iri]
        above, slash, last = iri.rpartition("/")
        under = slash and iri.startswith(self._base) and len(above) > len(self._base)
        return f"{self.now(above)}/{last}" if under else iri

    def _replace(self, iri: str, new: str) -> None:
        self.replaced[iri] = new
        self._known.clear()

    def _new(self, stem: str) -> str:
        self._taken[stem] += 1
        return f"{stem}withheld-{self._taken[stem]}"

    def _spelled(self, above: list[str], part: str) -> str:
        if not self._spells(part):
            return part
        stem = "/".join([*above, ""])
        if stem + part not in self._parts:
            self._parts[stem + part] = self._new(stem).removeprefix(stem)
        return self._parts[stem + part]

    def _spells(self, part: str) -> bool:
        words = frozenset(part.split("-"))
        if any(self._remover.names_alone(word) for word in words):
            return True
        return any(_all_in(words, person) for person in self._remover.people_of(words))


def _all_in(words: Collection[str], person: PersonName) -> bool:
    surname = set(slug(" ".join(person.surname)).split("-"))
    given = slug(person.given[0]) if person.given else ""
    return surname <= set(words) and (given in words or bool(TITLES & set(words)))


def _in_no_telling_order(addresses: Iterable[str]) -> list[str]:
    """Give addresses in an order that is always the same and says nothing of their letters."""
    return sorted(set(addresses), key=lambda iri: sha256(iri.encode()).digest())
