"""The nouns that make words a post's title or the name of a unit, as `ontology/reading/holders.toml` has them."""

from __future__ import annotations

from functools import cache

from answerable.ontology import reading

__all__ = ["roles", "singular", "units"]


def singular(word: str) -> str:
    """Give a word in small letters in the singular."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def roles() -> frozenset[str]:
    """Give the nouns at the head of a post's title, in the singular."""
    return frozenset(reading.words("holders", "roles"))


@cache
def units() -> frozenset[str]:
    """Give the nouns at the head of a unit's or body's name, in the singular."""
    return frozenset(reading.words("holders", "units"))
