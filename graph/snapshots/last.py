"""What the last build was made of, and what it left for the next one to go on from."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from answerable.graph.snapshots.durable import replace_file

if TYPE_CHECKING:
    from answerable.graph.layout import Layout

__all__ = ["Last"]


@dataclass(frozen=True, slots=True)
class Last:
    """The last build that came to its end; all None where there is none, or where nothing is known of it."""

    key: str | None = None
    """A key of all that its snapshot depends on."""
    snapshot: str | None = None
    corpus: str | None = None
    """The hash of the corpus that it left."""

    @classmethod
    def read(cls, layout: Layout) -> Last:
        """Read what is known of the last build in a store."""
        with suppress(OSError, ValueError, TypeError):
            return cls(**json.loads(layout.last.read_bytes()))
        return cls()

    def write(self, layout: Layout, *, unless: Last) -> None:
        """Note this build, where it differs from what is noted."""
        if self != unless:
            replace_file(layout.last, json.dumps(asdict(self)).encode())
