"""The organisation that a text names, if it names one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.extract.names.forms import words_of
from answerable.extract.names.passages import plain
from answerable.ontology.gazetteer import Entry, entries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.extract.names.glossary import Glossary

__all__ = ["Organisation", "find_organisation"]


_SHORT: Final = 3
"""An acronym of fewer letters names a body only where a document defines it."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known organisation or contract holder: its address, its name and its acronym."""

    iri: str
    label: str
    notation: str | None


def find_organisation(text: str, glossary: Glossary) -> Organisation | None:
    """Give the longest organisation of the gazetteer that a text names, by name, acronym or known misspelling.

    An acronym that the document defines means what the document says. Of names equally long the first counts.

    >>> found = find_organisation("Director of Operations, DNLR CRC", Glossary())
    >>> found and found.label
    'Derbyshire, Leicestershire, Nottinghamshire and Rutland CRC'
    """
    best: tuple[int, Entry] | None = None
    for match in _pattern().finditer(_flat(text)):
        name = match[0]
        own = glossary.own.get(name)
        entry = _named().get(_flat(own).lower()) if own else None
        entry = entry or _named().get(name) or _named().get(name.lower())
        if entry and (best is None or len(name) > best[0]):
            best = (len(name), entry)
    return Organisation(best[1].iri, best[1].label, best[1].notation) if best else None


def _flat(text: str) -> str:
    """Write a text with plain quotes, "and" for its signs, single spaces, and without "(ACR)" inside a name."""
    text = re.sub(r"\s*&\s*", " and ", plain(text))
    return re.sub(r"\s+", " ", re.sub(r"\s*\([A-Z]+\)(?=\s+[A-Z])", "", text))


@cache
def _named() -> Mapping[str, Entry]:
    """Every name of every organisation: acronyms as printed, names of several words in lower case."""
    named: dict[str, Entry] = {}
    for entry in sorted(entries(), key=lambda entry: (-entry.priority, entry.iri)):
        if entry.kind in {"organisation", "provider"} and entry.priority:
            for name in (*entry.names, *([entry.notation] if entry.notation and len(entry.notation) >= _SHORT else [])):
                flat = _flat(name)
                named.setdefault(flat if len(words_of(flat)) == 1 else flat.lower(), entry)
                named.setdefault(flat, entry)
    return MappingProxyType(named)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_named(), key=lambda name: (-len(name), name))
    spelled = (re.escape(name) if name.isupper() or " " not in name else f"(?i:{re.escape(name)})" for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?=s?\b|'s)")
