"""Whether a unit is a board that watches over delivery, by its name; the words are data in `ontology/`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

__all__ = ["is_board"]

_ASIDE = re.compile(r"\s*\([^)]*\)")


def is_board(name: str) -> bool:
    """Say whether the name of a unit, with what stands in brackets left out, ends as that of a board does.

    >>> is_board("Resettlement Board"), is_board("Senior Leadership Team (SLT)"), is_board("Boarding Team")
    (True, True, False)
    """
    return f" {_ASIDE.sub('', name).casefold()}".endswith(_endings())


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    data = (files("answerable.ontology") / "reading" / "boards.toml").read_text(encoding="utf-8")
    return tuple(f" {ending}" for ending in tomllib.loads(data)["endings"])
