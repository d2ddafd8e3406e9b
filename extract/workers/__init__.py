"""Reading at arm's length: worker processes that are stopped and replaced, so that no file can stop the others."""

from __future__ import annotations

from answerable.extract.workers.reading import read_guarded

__all__ = ["read_guarded"]
