"""The addresses of things: made from what a thing is, never from a file's path or its place in a list."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["DEFAULT_BASE", "NAMESPACE", "mint", "slug"]

NAMESPACE: Final = "https://w3id.org/answerable/def#"
"""The namespace of our own terms, prefix `ap:`."""

DEFAULT_BASE: Final = "https://action-plans.example/id/"
"""The instance base unless a build is told another; it must end in a slash."""

_WORD: Final = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Fold a name into lower-case ASCII words joined by hyphens.

    >>> slug("Learning & Development (L&D) Lead")
    'learning-and-development-l-and-d-lead'
    """
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("+", " and ")).encode("ascii", "ignore")
    return "-".join(_WORD.findall(folded.decode().lower())) or "unnamed"


def mint(base: str, kind: str, *parts: str) -> str:
    """Make the address of a thing of some kind from the names that identify it.

    >>> mint(DEFAULT_BASE, "post", "DLNR CRC", "Head of Resettlement")
    'https://action-plans.example/id/post/dlnr-crc/head-of-resettlement'
    """
    return base + "/".join([kind, *map(slug, parts)])
