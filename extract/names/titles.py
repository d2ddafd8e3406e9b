"""The title of a post in its parts: what its holder is, of what, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from answerable.extract.names.forms import singular, words_of
from answerable.extract.names.kinds import head_kind
from answerable.ontology.gazetteer import Role, roles

__all__ = ["Title", "read_title", "without_body"]

_TOKEN: Final = re.compile(r"[\w&+'’-]+")
_ABBREVIATED: Final = re.compile(r"\s*\([A-Z][\w&+]*[A-Z]\w*\)")
_PARTED: Final = re.compile(r"\s+[-–—]\s+|\s*\(")
_NOT_THE_POST: Final = re.compile(r"^(?:all|each|every|both|the|acting|interim|temporary)\s+", re.IGNORECASE)
_LOOSE: Final = r"(?:of|for|in|at|the|and|within|to)"
_EDGES: Final = re.compile(rf"^(?:[^\w(]|{_LOOSE}\b)+|(?:[^\w)]|\b{_LOOSE})+$", re.IGNORECASE)
_UNITS: Final = frozenset({"pdu", "cluster"})
_MODIFIERS: Final = frozenset({"deputy", "assistant", "senior", "executive", "chief"})
"""What makes a grade of a role noun, wherever in a title it stands: "Deputy Cluster Heads"."""
_LONGEST: Final = 5
"""How many words the name of a role has at most."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: the role or grade, the portfolio or the unit it is of; None for what it does not say."""

    role: Role | None = None
    portfolio: str | None = None
    unit: str | None = None


class _Found(NamedTuple):
    role: Role
    rest: str


@lru_cache(maxsize=4096)
def read_title(title: str) -> Title:
    """Read a title, without the words of the body that the post is in.

    >>> title = read_title("Deputy Cluster Heads")
    >>> title.role and title.role.label, title.portfolio
    ('Deputy Head', 'Cluster')
    >>> read_title("DD Substance Misuse Group").unit
    'Substance Misuse Group'
    """
    bare = _NOT_THE_POST.sub("", _ABBREVIATED.sub("", title))
    main, *others = _PARTED.split(bare, maxsplit=1)
    found = _opening(main)
    if found is None:
        main, *after = main.split(",", 1)
        others, found = [*after, *others], _closing(main) or _inside(main)
    if found is None:
        return Title()
    of = [said for part in (found.rest, *others) for each in _apart(part) if (said := _EDGES.sub("", each))]
    unit = next(filter(_is_unit, of), None)
    return Title(found.role, next((said for said in of if said != unit), None), unit)


def without_body(title: str, forms: tuple[str, ...]) -> str:
    """Give a title without the names of the body that it is in; one that says nothing else is left as it is.

    >>> without_body("Director of Operations, Barset CRC", ("Barset CRC",))
    'Director of Operations'
    """
    names = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    if not names:
        return title
    bare = re.sub(rf"\(?(?<!\w)(?:{names})(?:['’]s?)?(?!\w)\)?", " ", title, flags=re.IGNORECASE)
    bare = _EDGES.sub("", re.sub(r"\s+(?=[,;)])", "", re.sub(r"\s+", " ", bare)))
    return bare if words_of(bare) else title


def _apart(part: str) -> list[str]:
    """Part the unit from the portfolio before it: in "Education, Skills and Work" the comma parts nothing."""
    portfolio, comma, unit = part.rpartition(", ")
    return [portfolio, unit] if comma and _is_unit(unit) else [part]


def _is_unit(said: str) -> bool:
    told = words_of(said)
    return len(told) > 1 and (head_kind(said) == "team" or told[-1] in _UNITS)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Give the words of a text, in the singular and in small letters, with where each stands; signs are no words."""
    found = ((match[0], *match.span()) for match in _TOKEN.finditer(text))
    return [
        (singular(re.sub(r"['’]s?$", "", word).lower()), start, end) for word, start, end in found if word.strip("&+-")
    ]


def _role(text: str, tokens: list[tuple[str, int, int]]) -> Role | None:
    """Give the role that some words of a text name: in words, or as an abbreviation in capitals."""
    printed = text[tokens[0][1] : tokens[-1][2]]
    return _named().get(" ".join(word for word, *_ in tokens)) or _named().get(
        re.sub(r"(?<=[A-Z])['’]?s$", "", printed)
    )


def _opening(text: str) -> _Found | None:
    """Read a title that opens with what its holder is: "Head of Safety", "DD Sentence Management"."""
    tokens = _tokens(text)
    for length in range(min(len(tokens), _LONGEST), 0, -1):
        role, rest = _role(text, tokens[:length]), text[tokens[length - 1][2] :]
        if role and (
            length == len(tokens) or tokens[length][0] in {"of", "for"} or (role.opens and not _closing(rest))
        ):
            return _Found(role, rest)
    return None


def _closing(text: str) -> _Found | None:
    """Read a title that ends with what its holder is: "Inspection and Quality Lead", "Deputy Cluster Heads"."""
    tokens = _tokens(text)
    for length in range(min(len(tokens), _LONGEST), 0, -1):
        role = _role(text, tokens[-length:])
        if role:
            graded = _graded(tokens[0][0], tokens[-length:]) if len(tokens) > length else None
            return _Found(graded or role, text[tokens[0][2] if graded else 0 : tokens[-length][1]])
    return None


def _inside(text: str) -> _Found | None:
    """Read a title in which what its holder is stands between other words: "Midlands Head of Operations"."""
    tokens = _tokens(text)
    cut = next((at for at, (word, *_) in enumerate(tokens) if word in {"of", "for"}), 0)
    found = _closing(text[: tokens[cut - 1][2]]) if cut else None
    return _Found(found.role, text[tokens[cut - 1][2] :]) if found else None


def _graded(first: str, tokens: list[tuple[str, int, int]]) -> Role | None:
    return _named().get(" ".join([first, *(word for word, *_ in tokens)])) if first in _MODIFIERS else None


@cache
def _named() -> Mapping[str, Role]:
    """Every role by its names in the singular and in small letters, and by its abbreviation as printed."""
    named: dict[str, Role] = {}
    for role in roles().values():
        for name in (role.label, *role.labels):
            named[" ".join(word for word, *_ in _tokens(name))] = role
        if role.notation:
            named[role.notation] = role
    return MappingProxyType(named)
