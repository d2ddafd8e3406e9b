"""Whether a title names one post or a group of posts; the role nouns are data in `ontology/`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["is_plural_title", "role_nouns"]

_HEAD_ENDS = re.compile(r"\s+(?:of|for|in|at)\s+|[,(/]")


def is_plural_title(title: str) -> bool:
    """Say whether a title names several posts: the last role noun at its head is a plural.

    >>> is_plural_title("Deputy Cluster Heads"), is_plural_title("Head of Commissioned Services")
    (True, False)
    """
    head = _HEAD_ENDS.split(title, maxsplit=1)[0]
    known = [word for word in re.findall(r"[a-z+&-]+", head.casefold()) if word in role_nouns()]
    return bool(known) and role_nouns()[known[-1]]


@lru_cache(maxsize=1)
def role_nouns() -> Mapping[str, bool]:
    """Give every role noun, singular and plural, and whether it is the plural."""
    data = (files("answerable.ontology") / "reading" / "holders.toml").read_text(encoding="utf-8")
    singular = tomllib.loads(data)["roles"]
    plural = {noun[:-1] + "ies" if noun.endswith("y") else noun + "s": True for noun in singular}
    return plural | dict.fromkeys(singular, False)
