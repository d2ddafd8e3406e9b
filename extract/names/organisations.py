"""The organisation that a text names, if it names one."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.extract.names.forms import words_of
from answerable.extract.names.kinds import head_kind
from answerable.extract.names.passages import plain
from answerable.extract.names.posts import name_key
from answerable.ontology.gazetteer import Entry, OwnNames, known_entries, words
from answerable.ontology.iris import DEFAULT_BASE, mint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerable.extract.names.glossary import Glossary

__all__ = ["Organisation", "find_organisation"]

_BODIES: Final = frozenset({"organisation", "provider"})
_NAMED_AS: Final = _BODIES | {"place"}
"""How plans name bodies: a prison by the name of a place."""
_SHORT: Final = 3
"""An acronym of fewer letters names a body only where a document defines it."""

_WORD: Final = re.compile(r"\w+|[^\w\s]")
"""A word or a sign: what a name can begin with."""
_ACRONYM_AFTER: Final = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known organisation or contract holder: its address, its name, its acronym, and its other names."""

    iri: str
    label: str
    notation: str | None
    others: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form by which it goes."""
        return tuple(filter(None, (self.label, self.notation, *self.others)))


def find_organisation(text: str, glossary: Glossary) -> Organisation | None:
    """Give the longest organisation that a text names: one of the gazetteer, or one that the document defines.

    A known one is found by name, acronym or known misspelling. An acronym that the document defines means what the
    document says. A company named after its counties is one even where nobody knows it. Of names equally long the
    first counts.

    >>> from answerable.extract.names import Glossary
    >>> found = find_organisation("Director of Operations, DNLR CRC", Glossary())
    >>> found and found.label
    'Derbyshire, Leicestershire, Nottinghamshire and Rutland CRC'
    """
    flat = _flat(text)
    if not flat:
        return None
    found = [*_known(flat, glossary), *_defined(flat, glossary), *_formed(flat, glossary)]
    return max(found, key=lambda item: item[0], default=(0, None))[1]


def _known(text: str, glossary: Glossary) -> Iterator[tuple[int, Organisation]]:
    named = _named(glossary.names)
    for name in _printed(glossary.names, text):
        own = glossary.own.get(name)
        entry = named.get(_flat(own).lower() if own else name) or (None if own else named.get(name.lower()))
        if entry is not None:
            yield len(name), Organisation(entry.iri, entry.label, entry.notation, tuple(_names_of_the_body(entry)))


@lru_cache(maxsize=8192)
def _printed(own: OwnNames, text: str) -> tuple[str, ...]:
    """Give the known names that a text prints; plans print the same few owners over and over."""
    return tuple(_names_in(text, own))


def _names_in(text: str, own: OwnNames) -> Iterator[str]:
    """Give the known names that stand in a text, the longest at each place, none within another.

    Only where a word stands that a name begins with is there anything to compare: an expression of all names would
    try each of them at every place.
    """
    beginning, last = _by_first_word(own), 0
    for word in _WORD.finditer(text):
        if word.start() < last:
            continue
        low = word[0].lower()
        for names in filter(None, map(beginning.get, (low, low.removesuffix("s")))):
            if match := names.match(text, word.start()):
                last = match.end()
                yield match[0]
                break


def _defined(text: str, glossary: Glossary) -> Iterator[tuple[int, Organisation]]:
    """Give the bodies that only the document knows, by acronym or in full."""
    for acronym, full in glossary.own.items():
        said = [name for name in (acronym, _flat(full)) if name in text]
        kind = head_kind(full) if said and _flat(full).lower() not in _named(glossary.names) else None
        for name in said if kind in _BODIES else ():
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield len(name), _body(kind or "", full, glossary)


def _formed(text: str, glossary: Glossary) -> Iterator[tuple[int, Organisation]]:
    """Give the bodies whose form says what they are, unless they are known."""
    for kind, name in _shaped(text):
        if name.lower() not in _named(glossary.names) and head_kind(name) in {None, kind}:
            yield len(name), _body(kind, name, glossary)


@lru_cache(maxsize=8192)
def _shaped(text: str) -> tuple[tuple[str, str], ...]:
    """Give what a text prints in the form of a body's name, with its kind."""
    return tuple(
        (kind, _ACRONYM_AFTER.sub("", match[0]))
        for kind, pattern, has in words().patterns
        if kind in _BODIES and any(word in text for word in has)
        for match in re.finditer(pattern, text)
    )


def _body(kind: str, name: str, glossary: Glossary) -> Organisation:
    key = name_key(name, glossary)
    short = (acronym for acronym, full in glossary.own.items() if name_key(full, glossary) == key)
    return Organisation(mint(DEFAULT_BASE, kind, key), name, max(short, key=len, default=None))


@lru_cache(maxsize=8192)
def _flat(text: str) -> str:
    """Write a text with plain quotes, "and" for its signs, single spaces, and without "(ACR)" inside a name."""
    text = re.sub(r"\s*&\s*", " and ", plain(text))
    return re.sub(r"\s+", " ", re.sub(r"\s*\([A-Z]+\)(?=\s+[A-Z])", "", text))


@cache
def _named(own: OwnNames) -> Mapping[str, Entry]:
    """Every name of every organisation: acronyms as printed, names of several words in lower case."""
    named: dict[str, Entry] = {}
    for entry in sorted(known_entries(own), key=lambda entry: (-entry.priority, entry.iri)):
        if entry.body and entry.kind in _NAMED_AS and entry.priority:
            for flat in map(_flat, _names_of_the_body(entry)):
                named.setdefault(flat if len(words_of(flat)) == 1 else flat.lower(), entry)
                named.setdefault(flat, entry)
    return MappingProxyType(named)


def _names_of_the_body(entry: Entry) -> Iterator[str]:
    """Give the names that mean a body: of "HMP Wendle" and "Wendle" the second may mean the town."""
    for name in entry.names:
        if entry.kind != "place" or not any(other.endswith(f" {name}") for other in entry.names):
            yield name
    if entry.notation and len(entry.notation) >= _SHORT:
        yield entry.notation


@cache
def _by_first_word(own: OwnNames) -> Mapping[str, re.Pattern[str]]:
    """Give the names that begin with each word, as one expression with the longest first."""
    beginning: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(_named(own), key=lambda name: (-len(name), name)):
        spelled = re.escape(name) if name.isupper() or " " not in name else f"(?i:{re.escape(name)})"
        if word := _WORD.match(name):
            beginning[word[0].lower()].append(spelled)
    return MappingProxyType(
        {word: re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?=s?\b|'s)") for word, names in beginning.items()}
    )
