"""What commands that hand something over share: a build opened as its readers may see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from answerable.console import say
from answerable.inputs import in_bytes

if TYPE_CHECKING:
    from answerable.graph.profiles import Profile, Publishable
    from answerable.graph.store import Store

__all__ = ["opened"]


@contextmanager
def opened(store: str, snapshot: str | None, memory: int | None, profile: Profile) -> Iterator[Store | Publishable]:
    """Give a build under a profile; once the block has done its work, say what the profile removed."""
    from answerable import library
    from answerable.graph.profiles import profiled, removed_from

    graph = profiled(library.open_store(store, snapshot, memory=in_bytes(memory)), profile)
    yield graph
    if profile == "publishable":
        say(f"answerable: {removed_from(graph)}")
