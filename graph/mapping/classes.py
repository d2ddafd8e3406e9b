"""Whether a name is that of a class of bodies and of none of them; the names are data in `ontology/`."""

from __future__ import annotations

from functools import cache

from answerable.ontology import reading

__all__ = ["is_class_of_bodies"]


def is_class_of_bodies(name: str) -> bool:
    """Say whether a name is that of a class, as `ontology/reading/header.toml` lists them.

    >>> is_class_of_bodies("Community Rehabilitation Companies"), is_class_of_bodies("London CRC")
    (True, False)
    """
    return name.casefold() in _classes()


@cache
def _classes() -> frozenset[str]:
    return frozenset(reading.words("header", "respondents", "classes"))
