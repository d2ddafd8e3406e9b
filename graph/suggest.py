"""One clear line for a name that does not exist: what was meant, perhaps, and what there is."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from answerable.graph.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["known_or_near"]


def known_or_near(name: str, known: Collection[str], what: str) -> None:
    """Raise QuestionError, with the nearest name and all names there are, unless a name is known."""
    if name in known:
        return
    near = get_close_matches(name, known, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    there_is = f" There is: {', '.join(sorted(known))}." if known else " There is none."
    raise QuestionError(f"no {what} is called {name!r}.{meant}{there_is}")
