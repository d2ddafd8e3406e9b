"""One known name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["OWN", "Entry"]

OWN: Final = 3
"""The priority of an organisation's own names: they come before all that ships with the program."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing and the names it goes by.

    `kind` is a mention type of the plan record. `priority` 0 only explains acronyms and never makes a mention, 1 comes
    from reference tables, 2 is kept by hand, 3 is an organisation's own. `capitals` says that only capitalised prints
    are this thing. `body` says that it can own actions and hold posts: an organisation, but also a prison, whose name
    is that of a place. `valid_from` and `valid_to` are its first and last day, as precisely as known (YYYY, YYYY-MM or
    YYYY-MM-DD). `sources` say who taught it, such as "seed 002" or "general knowledge".
    """

    iri: str
    label: str
    kind: str
    notation: str | None = None
    labels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    priority: int = 1
    capitals: bool = False
    body: bool = False
    valid_from: str | None = None
    valid_to: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether an organisation's own files know it."""
        return self.priority >= OWN

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling in words: label, other labels and known misspellings, without the notation."""
        return tuple(dict.fromkeys((self.label, *self.labels, *self.hidden)))

    def taught_only_by(self, sources: frozenset[str]) -> bool:
        """Whether nothing but these sources knows the thing (for runs that leave a document out)."""
        return bool(self.sources) and sources.issuperset(self.sources)
