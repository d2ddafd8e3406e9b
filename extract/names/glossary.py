"""What acronyms stand for: what the document says of itself first, then the gazetteer, then the ministry's list."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.extract.names.forms import fold, one_of
from answerable.extract.names.kinds import head_kind
from answerable.extract.names.passages import plain
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames, acronyms, entries, known_entries, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Definition", "Glossary", "chosen", "definitions", "is_known"]

_ACRONYM: Final = r"(?=[\w&+/-]*[A-Z][\w&+/-]*[A-Z])[A-Za-z][\w&+/-]{1,11}?"
_AFTER: Final = re.compile(rf"\((?P<acronym>{_ACRONYM}(?: CRC)?)(?:'?s)?\)")
_BRACKETED: Final = re.compile(r" \((?P<full>[A-Za-z][\w&+,' -]{5,80})\)")
_LAST: Final = re.compile(rf"\b(?P<acronym>{_ACRONYM})(?:'?s)?$")
_FAR: Final = 16
"""How many characters before a bracket an acronym may begin."""
_WORD: Final = re.compile(r"(?<![\w'])\w[\w']*")
_WORDS: Final = re.compile(r"\w+")
_PARTED: Final = re.compile(r"[.;:()!?]")
_SIGNS: Final = re.compile(r"[^a-z0-9]")
_OWNING: Final = re.compile(r"'s?$")
_COMPANY: Final = re.compile(r" CRC\b")
_EXTRA: Final = 5
"""How many words a full form may have beyond the letters of its acronym."""


class Definition(NamedTuple):
    """An acronym and its full form, and where each stands in the text."""

    acronym: str
    full: str
    acronym_start: int
    acronym_end: int
    full_start: int
    full_end: int
    plural: bool = False


def definitions(text: str) -> Iterator[Definition]:
    """Find "Full Name (ACR)" and "ACR (Full Name)"; plural and possessive endings belong to neither."""
    if "(" not in text:
        return
    for match in _AFTER.finditer(text):
        acronym = match["acronym"]
        end = match.start() - text[match.start() - 1 : match.start()].isspace()
        full = _long_form(acronym.removesuffix(" CRC"), text, end)
        if full is not None:
            plural = text[match.end("acronym")] == "s"
            company = _COMPANY.match(text, match.end()) or _COMPANY.search(acronym)
            name = _strip(text[slice(*full)]) + (" CRC" if _COMPANY.match(text, match.end()) else "")
            bare = acronym.removesuffix(" CRC")
            for short in (bare, f"{bare} CRC") if company else (acronym,):
                yield Definition(short, name, *match.span("acronym"), *full, plural)
    for match in _BRACKETED.finditer(text):
        before = _LAST.search(text, max(0, match.start() - _FAR), match.start())
        full = _long_form(before["acronym"], text, match.end("full")) if before else None
        if before and full is not None and full[0] == match.start("full"):
            yield Definition(before["acronym"], _strip(text[slice(*full)]), *before.span("acronym"), *full)


def _strip(full: str) -> str:
    return _OWNING.sub("", full).strip(" '\"")


def _long_form(acronym: str, text: str, end: int) -> tuple[int, int] | None:
    """Find the shortest run of words before `end` that holds the letters of the acronym in order (Schwartz, Hearst).

    Where it takes a letter from within a word, or a small one, the words with those initials come first.
    """
    letters = _SIGNS.sub("", acronym.lower())
    window = max(text.rfind("\n", 0, end) + 1, end - 12 * (len(letters) + 3))
    low = "".join(map(_low, text[window:end])) if not text.isascii() else text[window:end].lower()
    position, within = end, False
    for left in range(len(letters) - 1, -1, -1):
        position = window + low.rfind(letters[left], 0, position - window)
        while left == 0 and position > 0 and position >= window and text[position - 1].isalnum():
            position = window + low.rfind(letters[0], 0, position - window)
        if position < window:
            return None
        within = within or text[position - 1 : position].isalnum() or text[position].islower()
    start = _start_by_initials(letters, text, window, end) if within else None
    return _checked(letters, text, position if start is None else start, end)


def _low(letter: str) -> str:
    """Give the small form of a letter where that is one letter, too, so that places stay true."""
    low = letter.lower()
    return low if len(low) == 1 else letter


def _start_by_initials(letters: str, text: str, window: int, end: int) -> int | None:
    """Where the words begin whose first letters are those of the acronym, small words between them left out or not.

    The shortest run can begin too late, where a letter stands within a later word as well: that of "Rural Rivers
    Partnership (RRP)" is "Rivers Partnership".
    """
    left = letters
    for word in reversed(list(_WORD.finditer(text, window, end))):
        small = word[0] in words().empty
        if word[0][0].lower() == left[-1] and not (small and len(left) == 1):
            left = left[:-1]
        elif not small:
            return None
        if not left:
            return word.start()
    return None


def _checked(letters: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    full = text[start:end].rstrip(" '\"")
    count = len(_WORDS.findall(full))
    wordy = 1 < count <= len(letters) + _EXTRA or (count == 1 and len(full) > 2 * len(letters))
    return (start, start + len(full)) if wordy and not _PARTED.search(full) else None


def chosen(found: Iterable[Definition]) -> Mapping[str, str]:
    """Choose one full form for each acronym.

    Damage and small letters make several forms of one: a known name is preferred, then capitals, then what is printed
    most, then what comes first.
    """
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for definition in found:
        forms[definition.acronym].append(_one(definition))
    return MappingProxyType({acronym: _best(full) for acronym, full in forms.items()})


def _best(forms: list[str]) -> str:
    if len(forms) == 1:
        return forms[0]
    counts = Counter(forms)
    return max(counts, key=lambda full: _merit(full, counts))


def _merit(full: str, counts: Counter[str]) -> tuple[bool, bool, int]:
    return is_known(full), full[:1].isupper(), counts[full]


def _one(definition: Definition) -> str:
    """Give the full form of a kind in the singular, since plurals define acronyms too."""
    one = one_of(definition.full)
    return one if definition.plural or head_kind(one) in {"role", "team"} else definition.full


@dataclass(frozen=True)
class Glossary:
    """Acronyms to full forms; the document's own sense beats every list.

    >>> Glossary.of(["the Customer Service Centre (CSC) Lead"]).expand("CSC")
    'Customer Service Centre'
    """

    own: Mapping[str, str] = field(default_factory=dict)
    names: OwnNames = NO_OWN_NAMES
    """What the readers of the document add to the known names."""

    @classmethod
    def of(cls, texts: Iterable[str], names: OwnNames = NO_OWN_NAMES) -> Glossary:
        """Read the definitions that a document gives."""
        return cls(chosen(definition for text in texts for definition in definitions(plain(text))), names)

    def expand(self, acronym: str) -> str | None:
        """Give what an acronym stands for, or None where nobody says or the lists give several senses."""
        own = self.own.get(acronym) or self._any_case.get(acronym.upper())
        return own or _known(self.names).get(acronym) or _listed(acronym)

    def may_tell_of(self, name: str) -> bool:
        """Whether something in a name may be short for what the document defines."""
        bare = _bare(name)
        for acronym in self._own_bare:  # noqa: SIM110 - every name is asked; a generator would take longer than its answer
            if acronym in bare:
                return True
        return False

    @cached_property
    def has_own_names(self) -> bool:
        """Whether the readers of the document add to the known names."""
        return self.names != NO_OWN_NAMES

    @cached_property
    def _own_bare(self) -> tuple[str, ...]:
        return tuple(map(_bare, self.own))

    @cached_property
    def defined(self) -> Mapping[str, str]:
        """The document's own full forms, and the first acronym of each."""
        return {full: acronym for acronym, full in reversed(list(self.own.items()))}

    @cached_property
    def _any_case(self) -> Mapping[str, str]:
        """The document's own acronyms in capitals; of two that differ in case only the first counts."""
        return {acronym.upper(): full for acronym, full in reversed(list(self.own.items()))}


@lru_cache(maxsize=20_000)
def _bare(name: str) -> str:
    """Give a name's letters and figures in capitals, as an acronym may stand in it however it is written."""
    return "".join(filter(str.isalnum, plain(name))).upper()


def is_known(name: str) -> bool:
    """Whether the gazetteer has a name."""
    return fold(name) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(fold(name) for entry in entries() for name in entry.names)


@cache
def _known(names: OwnNames) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for entry in sorted(known_entries(names), key=lambda entry: (-entry.priority, entry.iri)):
        for notation in (entry.notation, *(name for name in entry.labels if re.fullmatch(_ACRONYM, name))):
            if notation and entry.label != notation:
                known.setdefault(notation, entry.label)
    return MappingProxyType(known)


@lru_cache(maxsize=5_000)
def _listed(acronym: str) -> str | None:
    senses = acronyms().get(acronym, ())
    return senses[0] if len(set(map(fold, senses))) == 1 else None
