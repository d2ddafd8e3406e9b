"""One known name."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Entry"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing and the names it goes by.

    `kind` is a mention type of the plan record. `priority` 0 only explains acronyms and never makes a mention, 1 comes
    from reference tables, 2 is kept by hand. `capitals` says that only capitalised prints are this thing.
    `sources` say who taught it, such as "seed 002" or "general knowledge".
    """

    iri: str
    label: str
    kind: str
    notation: str | None = None
    labels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    priority: int = 1
    capitals: bool = False
    sources: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling in words: label, other labels and known misspellings, without the notation."""
        return tuple(dict.fromkeys((self.label, *self.labels, *self.hidden)))

    def taught_only_by(self, sources: frozenset[str]) -> bool:
        """Whether nothing but these sources knows the thing (for runs that leave a document out)."""
        return bool(self.sources) and sources.issuperset(self.sources)
