"""Which thing a name is: a known one, one that the document defines, or one of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.extract.names.forms import fold, singular, words_of
from answerable.extract.names.glossary import Glossary
from answerable.extract.names.kinds import head_kind
from answerable.extract.names.posts import is_plain, name_key, post_key
from answerable.ontology.gazetteer import Entry, words
from answerable.ontology.iris import DEFAULT_BASE, mint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Thing", "Things"]

_RULES: Final = {"model": "model"}
"""What the evidence calls groups whose names are known by nothing but their print; in others the shape decided."""
_FIXED: Final = frozenset({"gazetteer", "defined"})
"""Groups of which all names mean the same in every document, or none."""
_NEARLY: Final = 0.85
"""How alike a defined full form and a known name with the same acronym must be to be one thing, damage apart."""


class Thing(NamedTuple):
    """What a name is: its key within the document, kind, address, the known entry if any, and the deciding rule."""

    key: str
    name: str
    kind: str
    iri: str
    rule: str
    entry: Entry | None = None


@dataclass(frozen=True, eq=False)
class Things:
    """The known things by address, by folded name and, for roles, by the key of the post."""

    by_iri: Mapping[str, Entry]
    by_name: Mapping[str, Entry]
    by_notation: Mapping[str, Entry]
    posts: Mapping[str, Entry]
    glossary: Glossary = field(default_factory=Glossary)
    base: str = DEFAULT_BASE
    home: frozenset[str] = frozenset()
    """Keys of the bodies that the header names."""
    seen: dict[tuple[str, str, str], Thing] = field(default_factory=dict)
    """What was asked before."""
    everywhere: Things | None = None
    """The same things as no document sees them."""

    @classmethod
    def known(cls, entries: Iterable[Entry]) -> Things:
        """Index the gazetteer; entries come in order of priority and the first of a name counts."""
        by_iri: dict[str, Entry] = {}
        by_name: dict[str, Entry] = {}
        by_notation: dict[str, Entry] = {}
        for entry in entries:
            by_iri[entry.iri] = entry
            for name in entry.names:
                by_name.setdefault(fold(name), entry)
            if entry.notation:
                by_notation.setdefault(entry.notation.upper(), entry)
        roles = [entry for entry in by_iri.values() if entry.kind == "role"]
        posts = {post_key(name, Glossary()): entry for entry in reversed(roles) for name in entry.names}
        return cls(by_iri, by_name, by_notation, posts)

    def at_home(self, keys: Iterable[str]) -> Things:
        """Give the same things, with the bodies that the plan is about."""
        return replace(self, home=frozenset(keys), seen={})

    def within(self, glossary: Glossary, base: str) -> Things:
        """Give the things as one document sees them."""
        return replace(self, glossary=glossary, base=base or DEFAULT_BASE, seen={}, everywhere=self)

    def of(self, group: str, name: str, kind: str) -> Thing:
        """Say which thing a name of some group and kind names: a holder's print, else the id of its span."""
        thing = self.seen.get((group, name, kind))
        if thing is None:
            thing = self.seen[group, name, kind] = self._first(group, name, kind)
        return thing

    def _first(self, group: str, name: str, kind: str) -> Thing:
        if self.everywhere and self._is_same_everywhere(group, name):
            return _lasting(self.everywhere, self.base, group, name, kind)
        return self._of(group, name, kind)

    def _is_same_everywhere(self, group: str, name: str) -> bool:
        """Whether nothing that a document defines or is about can change what a name names."""
        if group in _FIXED:
            return group == "gazetteer"
        if self.home and ", " in name:
            return False
        return is_plain(name) if self.glossary.has_own_names else not self.glossary.may_tell_of(name)

    def _of(self, group: str, name: str, kind: str) -> Thing:
        if group == "gazetteer":
            return self._entry(self.by_iri[name], "gazetteer")
        if group == "holders":
            return self._holder(name, kind)
        return self._defined(name) if group == "defined" else self._found(name, kind, _RULES.get(group, "shape"))

    def _entry(self, entry: Entry, rule: str) -> Thing:
        iri = self.base + entry.iri.removeprefix(DEFAULT_BASE) if entry.iri.startswith(DEFAULT_BASE) else entry.iri
        rule += ", own names" if entry.is_own else ""
        return Thing(entry.iri, entry.label, entry.kind, iri, rule, entry)

    def _holder(self, text: str, kind: str) -> Thing:
        kind = "role" if kind == "team" and _is_post(text) else kind
        text = self._at_home(text) if kind == "role" else text
        entry = self.posts.get(post_key(text, self.glossary)) if kind == "role" else self._find(text)
        if entry is not None and (kind == "role" or entry.kind != "role"):
            return self._entry(entry, "owner cell, gazetteer")
        return self._own(text, kind, "owner cell")

    def _at_home(self, text: str) -> str:
        """Drop the body after a post's title where it is the one the plan is about: "Head of Safety, HMP Here"."""
        title, _, body = text.rpartition(", ")
        if not title or not self.home:
            return text
        entry = self._find(body)
        key = entry.iri if entry else name_key(body, self.glossary)
        return title if key in self.home else text

    def _defined(self, full: str) -> Thing:
        entry = self.by_name.get(fold(full)) or self._alike(self.glossary.defined[full], full)
        if entry is not None:
            return self._entry(entry, "definition, gazetteer")
        return self._own(full, head_kind(full) or "programme", "definition")

    def _alike(self, acronym: str, full: str) -> Entry | None:
        entry = self.by_notation.get(acronym.upper()) or self.by_name.get(fold(acronym))
        return entry if entry and any(_nearly(fold(full), fold(name)) for name in entry.names) else None

    def _found(self, name: str, kind: str, rule: str) -> Thing:
        entry = self.posts.get(post_key(name, self.glossary)) if kind == "role" else self._find(name)
        if entry is not None:
            return self._entry(entry, f"{rule}, gazetteer")
        return self._own(name, kind, rule)

    def _find(self, text: str) -> Entry | None:
        own = self.glossary.own.get(text)
        return self.by_name.get(fold(own or text)) or (None if own else self.by_notation.get(text))

    def _own(self, name: str, kind: str, rule: str) -> Thing:
        key = post_key(name, self.glossary) if kind == "role" else name_key(name, self.glossary)
        return Thing(f"{kind}:{key}" if kind == "role" else key, name, kind, _address(self.base, kind, key), rule)


@lru_cache(maxsize=50_000)
def _lasting(things: Things, base: str, group: str, name: str, kind: str) -> Thing:
    """Say which thing a name names in every document; plans share most of their names."""
    return replace(things, base=base, seen={}).of(group, name, kind)


_address: Final = lru_cache(maxsize=20_000)(mint)


@lru_cache(maxsize=20_000)
def _nearly(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _NEARLY


def _is_post(text: str) -> bool:
    """Whether a title's own words say that it is a post's: its head, or its first word as in "Director, Programme"."""
    told = words_of(text)
    return "role" in {head_kind(text), words().heads.get(singular(told[0])) if told else None}
