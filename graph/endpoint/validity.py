"""How long an answer stays true: as long as its snapshot answers, unless the query asks for the time or for chance."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.graph.endpoint.asked import Asked

__all__ = ["is_current", "is_lasting", "tag"]

# Whatever only looks like one of these, in a string or a name, costs that query its tag and nothing else.
_SIGNS: Final = ("NOW", "RAND", "UUID", "BNODE", "\\U")
"""Of these one stands in every such query; hardly any other holds one, and they are soon looked for."""
_PASSING: Final = re.compile(r"(?:NOW|RAND|UUID|BNODE)\s*\(|\\U")


@lru_cache(maxsize=64)
def is_lasting(sparql: str) -> bool:
    """Whether a query has the same answer whenever it is put to the same snapshot.

    >>> is_lasting("SELECT (NOW() AS ?t) {}")
    False
    """
    text = sparql.upper()
    return not any(word in text for word in _SIGNS) or _PASSING.search(text) is None


def tag(snapshot: str, asked: Asked) -> str:
    """Give the entity tag of an answer: the same for the same request to the same snapshot.

    It is weak, because compression and the order of rows that a query leaves open may differ.
    """
    told = blake2b(digest_size=12)
    for part in (snapshot, asked.accept, *asked.default_graphs, "\0", *asked.named_graphs, "\0", asked.sparql):
        told.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return f'W/"{told.hexdigest()}"'


def is_current(if_none_match: str, entity_tag: str) -> bool:
    """Whether a client that names the tags it holds has this answer already."""
    held = (each.strip().removeprefix("W/") for each in if_none_match.split(","))
    return if_none_match.strip() == "*" or entity_tag.removeprefix("W/") in held
