"""What the shape rules know about words, and the grades: data from the `.toml` files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

__all__ = ["Pattern", "Words", "words"]

_CAPITALISED: Final = r"[A-Z][a-z][\w'-]*"


class Pattern(NamedTuple):
    """A regular expression whose matches are names of a kind; every match holds one of the words that it `has`."""

    kind: str
    match: str
    has: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, in lower case and in the singular where they are words, as printed where they are initialisms."""

    heads: Mapping[str, str]
    """The last word of a name to the kind of thing it makes of it."""
    weak: frozenset[str]
    """Heads that also stand inside longer names."""
    abbreviations: frozenset[str]
    """Short words whose dot ends no sentence, without their last dot."""
    naming: frozenset[str]
    """Heads that make a new name of a known one before them."""
    small: frozenset[str]
    """Heads that may be in small letters."""
    determiners: frozenset[str]
    """Small words, which begin no name even in capitals."""
    openers: frozenset[str]
    """What begins sentences, not names."""
    months: frozenset[str]
    """Months, days and seasons, which end a name."""
    classes: frozenset[str]
    """Classes of people, bodies and papers, and subjects: no names."""
    subjects: frozenset[str]
    """Subjects, which are no names even with an acronym beside them."""
    initialisms: frozenset[str]
    """Everyday initialisms, as printed."""
    counted: frozenset[str]
    """What only counts the parts of a thing."""
    general: frozenset[str]
    """General words that do not make a class of things a particular one."""
    cues: Mapping[str, str]
    """Turns of phrase that introduce a name, to the kind of thing that they introduce."""
    labels: Mapping[str, str]
    """What statistical models call kinds of names, to ours."""
    patterns: tuple[Pattern, ...]
    """Forms that give a name away."""
    grades: Mapping[str, str]
    """Abbreviated grades and posts to their full titles, as printed."""
    short: Mapping[str, str]
    """Everyday short words to the words they stand for, in lower case."""
    empty: frozenset[str]
    """Words that do not tell posts apart."""


@cache
def words() -> Words:
    """Give the word lists that ship with the program."""
    folder = Path(__file__).parent
    shapes = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    posts = tomllib.loads((folder / "grades.toml").read_text("utf-8"))
    return Words(
        heads=MappingProxyType({word: kind for kind, group in shapes["heads"].items() for word in group}),
        weak=frozenset(shapes["rules"]["weak"]),
        abbreviations=frozenset(shapes["rules"]["abbreviations"]),
        naming=frozenset(shapes["rules"]["naming"]),
        small=frozenset(shapes["rules"]["small"]),
        determiners=frozenset(shapes["rules"]["determiners"]),
        openers=frozenset(shapes["rules"]["openers"]),
        months=frozenset(shapes["rules"]["months"]),
        classes=frozenset(shapes["classes"]["words"]),
        subjects=frozenset(shapes["classes"]["subjects"]),
        initialisms=frozenset(shapes["classes"]["initialisms"]),
        counted=frozenset(shapes["rules"]["counted"]),
        general=frozenset(shapes["rules"]["general"]),
        cues=MappingProxyType({cue: kind for kind, group in shapes["cues"].items() for cue in group}),
        labels=MappingProxyType(shapes["labels"]),
        patterns=tuple(
            Pattern(rule["kind"], rule["match"].replace("{cap}", _CAPITALISED), tuple(rule["has"]))
            for rule in shapes["patterns"]
        ),
        grades=MappingProxyType(posts["grades"]),
        short=MappingProxyType(posts["short"]),
        empty=frozenset(posts["empty"]["words"]),
    )
