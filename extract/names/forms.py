"""Forms of a name: singular and plural, folded spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["fold", "one_of", "plurals", "singular", "words_of"]

_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SIGN: Final = re.compile(r"\s*[&+]\s*")
_CO: Final = re.compile(r"\bco-(?=[a-z])")
_SINGULAR: Final = (
    (re.compile(r"\w\wies$"), (-3, "y")),
    (re.compile(r"\w(?:ss|x|ch|sh)es$"), (-2, "")),
    (re.compile(r"\w[^su\Wi]s$"), (-1, "")),
)
"""Endings of plurals, and what the singular has instead."""
_TAIL: Final = re.compile(r" (?:of|to|in|for) ")


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case, with signs for "and" as the word and possessive endings dropped."""
    plain = text.lower()
    if "&" in plain or "+" in plain:
        plain = _SIGN.sub(" and ", plain)
    if "co-" in plain:
        plain = _CO.sub("co", plain)
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Give the singular of a lower-case word.

    >>> [singular(word) for word in ("heads", "duties", "companies", "premises", "access", "services", "inspections")]
    ['head', 'duty', 'company', 'premise', 'access', 'service', 'inspection']
    """
    for ending, kept in _SINGULAR if word.endswith("s") else ():
        if ending.search(word):
            return word[: len(word) + kept[0]] + kept[1]
    return word


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Fold a name so that number, case, "&" or "and", hyphens and punctuation make no difference.

    >>> fold("Multi-Agency Safeguarding Hubs") == fold("multi agency safeguarding hub")
    True
    """
    return " ".join(singular(word) for word in words_of(text))


@lru_cache(maxsize=20_000)
def one_of(name: str) -> str:
    """Give the singular of a name, its capitals kept.

    >>> [one_of(name) for name in ("Single Points of Contact", "Probation Delivery Managers", "Head of Operations")]
    ['Single Point of Contact', 'Probation Delivery Manager', 'Head of Operations']
    """
    head, tail = _head_and_tail(name)
    first, space, last = head.rpartition(" ")
    one = singular(last.lower())
    kept = next(
        (at for at, (a, b) in enumerate(zip(last.lower(), one, strict=False)) if a != b), min(len(last), len(one))
    )
    return first + space + last[:kept] + one[kept:] + tail


@lru_cache(maxsize=20_000)
def plurals(name: str) -> tuple[str, ...]:
    """Give the plural prints of a name: of its last word, and of the word before "of", "to", "in" or "for".

    >>> plurals("Single Point of Contact")
    ('Single Points of Contact', 'Single Points of Contacts', 'Single Point of Contacts')
    """
    head, tail = _head_and_tail(name)
    return (_plural(head) + tail, _plural(head) + _plural(tail), _plural(name)) if tail else (_plural(name),)


def _head_and_tail(name: str) -> tuple[str, str]:
    cut = _TAIL.search(name)
    return (name[: cut.start()], name[cut.start() :]) if cut else (name, "")


def _plural(name: str) -> str:
    if re.search(r"(?:s|x|ch|sh)$", name):
        return name if name.endswith("s") else name + "es"
    return re.sub(r"(?<=[^aeiouAEIOU\W\d])y$", "ie", name) + "s"
