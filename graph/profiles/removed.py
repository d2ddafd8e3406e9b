"""What was removed from a copy of the graph, by kind."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NOTHING", "Removed"]


@dataclass(frozen=True, slots=True)
class Removed:
    """Counts of what is not in the copy."""

    people: int = 0
    """Named individuals, those who reviewed among them."""
    texts: int = 0
    """Different texts that a name was taken out of, quotes among them."""
    quotes: int = 0
    """Pieces of evidence whose quote is shortened."""
    addresses: int = 0
    """Addresses that spelled a name or could confirm one."""

    def __str__(self) -> str:
        return (
            f"named individuals removed: {self.people} people; {self.texts} texts, "
            f"{self.quotes} of them quotes; {self.addresses} addresses replaced"
        )


NOTHING = Removed()
