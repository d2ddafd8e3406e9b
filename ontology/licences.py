"""Licences that a build may state, by short names; the names are data, in `licences.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["known_licences", "licence_iri"]


@cache
def known_licences() -> Mapping[str, Mapping[str, str]]:
    """Give the label and the address of each licence, by its short name."""
    held: Mapping[str, Mapping[str, str]] = tomllib.loads(Path(__file__).with_name("licences.toml").read_text("utf-8"))
    return held


def licence_iri(stated: str) -> str | None:
    """Give the address of a licence that is stated by its short name or its address; None for a statement in words.

    >>> licence_iri("ogl-3")
    'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
    """
    if stated in known_licences():
        return known_licences()[stated]["iri"]
    return stated if stated.startswith(("https://", "http://")) and " " not in stated else None
