"""What pages need of a whole snapshot, read when the first page asks and kept until the snapshot changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from answerable.exports.pages.catalogue import Catalogue
from answerable.graph.lookup import Lookup

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["Shelf", "Shelves"]


class Shelf:
    """The names and the list of recommendations of one snapshot, each read when it is first asked for."""

    def __init__(self, graph: Askable) -> None:
        self.graph = graph
        self._reading = Lock()

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup.of(self.graph)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue.of(self.graph)

    @property
    def lookup(self) -> Lookup:
        """All names, to find things by."""
        with self._reading:
            return self._lookup

    @property
    def catalogue(self) -> Catalogue:
        """All recommendations."""
        with self._reading:
            return self._catalogue


@dataclass(slots=True)
class Shelves:
    """The shelf of the snapshot that is asked for; the one before goes."""

    _shelf: Shelf | None = None
    _change: Lock = field(default_factory=Lock)

    def of(self, graph: Askable) -> Shelf:
        """Give the shelf of a snapshot."""
        with self._change:
            if self._shelf is None or (self._shelf.graph.name, self._shelf.graph.base) != (graph.name, graph.base):
                self._shelf = Shelf(graph)
            return self._shelf
