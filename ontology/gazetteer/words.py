"""What the shape rules know about words, and the grades: data from the `.toml` files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

__all__ = ["Words", "words"]


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, in lower case and in the singular where they are words, as printed where they are initialisms."""

    heads: Mapping[str, str]
    """The last word of a name to the kind of thing it makes of it."""
    weak: frozenset[str]
    """Heads that also stand inside longer names."""
    small: frozenset[str]
    """Heads that may be in small letters."""
    openers: frozenset[str]
    """Words that begin sentences, not names."""
    months: frozenset[str]
    """Months, days and seasons."""
    classes: frozenset[str]
    """Classes of people, bodies and papers, and subjects: no names."""
    initialisms: frozenset[str]
    """Everyday initialisms, as printed."""
    grades: Mapping[str, str]
    """Abbreviated grades and posts to their full titles, as printed."""
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
        small=frozenset(shapes["rules"]["small"]),
        openers=frozenset(shapes["rules"]["openers"]),
        months=frozenset(shapes["rules"]["months"]),
        classes=frozenset(shapes["classes"]["words"]),
        initialisms=frozenset(shapes["classes"]["initialisms"]),
        grades=MappingProxyType(posts["grades"]),
        empty=frozenset(posts["empty"]["words"]),
    )
