"""The kinds of known things: the types of mention of the plan record."""

from __future__ import annotations

from typing import Final

__all__ = ["BODIES", "KINDS"]

BODIES: Final = frozenset({"organisation", "provider", "team"})
"""The kinds of what can be part of something, live and end."""
KINDS: Final = BODIES | {
    *("role", "person", "programme", "service", "system", "tool", "policy", "training", "meeting", "place"),
    *("legislation", "project"),
}
