"""What one request may cost. Each limit is there so that no question spoils the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["CROWDED", "Limits"]

CROWDED: Final = "answerable.crowded"
"""What a connection marks a request with where more connections are open than may be."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a service; times in seconds, sizes in bytes."""

    timeout: float = 30.0
    """How long a query may run; then its worker is ended and replaced."""
    patience: float = 10.0
    """How long a query may wait for a worker before the answer is 503."""
    queue: int = 64
    """How many queries may wait at a time; the next is told 503 at once."""
    query: int = 100_000
    """How long a query may be."""
    depth: int = 64
    """How deeply brackets of a query may be nested."""
    result: int = 256_000_000
    """How long an answer may be."""
    memory: int = 2_000_000_000
    """How much memory a worker may take beside what its snapshot takes."""
    idle: float = 20.0
    """How long a client may send nothing of a request, or take nothing of an answer."""
    spool: int = 2_000_000_000
    """How much of answers that clients have not taken yet may lie on disk, all together."""
    kept: int = 32_000_000
    """How much of answers is kept in memory, to be given again while the snapshot is the same."""
    responses: int = 512
    """How many connections may be open at a time."""
