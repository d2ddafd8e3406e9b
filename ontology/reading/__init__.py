"""What a reader of action plans knows before opening one: the words of columns, answers, dates and holders, as data.

A new wording met in a plan is a line in one of the TOML files here, not a branch in the code that reads.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table", "words"]


@cache
def table(name: str) -> Mapping[str, Any]:
    """Give the content of `NAME.toml`: actions, answers, columns, dates, header, holders, marks or people."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, *path: str) -> tuple[str, ...]:
    """Give the list of words that stands at a path of `NAME.toml`, in lower case.

    >>> "monthly" in words("dates", "words", "recurring")
    True
    """
    value: Any = table(name)
    for key in path:
        value = value[key]
    return tuple(str(word).lower() for word in value)
