"""What pages need of a whole snapshot, read ahead when the snapshot is first seen and kept until it changes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from answerable.exports.pages.catalogue import Catalogue, Wording
from answerable.graph.endpoint.asked import RequestRefusedError
from answerable.graph.errors import EndpointError
from answerable.graph.lookup import Lookup

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["Shelf", "Shelves"]

_LOG: Final = logging.getLogger(__name__)
T = TypeVar("T")


class _Kept(Generic[T]):
    """Something that is made when it is first asked for; who asks meanwhile waits for it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._making = Lock()

    def get(self) -> T:
        with self._making:
            if self._made is None:
                self._made = self._make()
            return self._made


class Shelf:
    """The names, the recommendations and their words of one snapshot, each read once."""

    def __init__(self, graph: Askable) -> None:
        self.graph = graph
        self._catalogue = _Kept(lambda: Catalogue.of(graph))
        self._lookup = _Kept(lambda: Lookup.of(graph))
        self._wording = _Kept(lambda: Wording.of(graph, self.catalogue.items))

    @property
    def lookup(self) -> Lookup:
        """All names, to find things by."""
        return self._lookup.get()

    @property
    def catalogue(self) -> Catalogue:
        """All recommendations."""
        return self._catalogue.get()

    @property
    def wording(self) -> Wording:
        """What recommendations say, to find them by."""
        return self._wording.get()

    def fill(self) -> None:
        """Read everything, the first page's needs first; what cannot be read now is left to the page that needs it."""
        try:
            for kept in (self._catalogue, self._lookup, self._wording):
                kept.get()
        except (EndpointError, RequestRefusedError) as error:
            _LOG.warning("pages were not prepared: %s", error)


@dataclass(slots=True)
class Shelves:
    """The shelf of the snapshot that is asked for; the one before goes."""

    _shelf: Shelf | None = None
    _change: Lock = field(default_factory=Lock)

    def of(self, graph: Askable) -> Shelf:
        """Give the shelf of a snapshot; a new one is filled from now on, beside whatever else goes on."""
        with self._change:
            if self._shelf is None or (self._shelf.graph.name, self._shelf.graph.base) != (graph.name, graph.base):
                self._shelf = Shelf(graph)
                Thread(target=self._shelf.fill, name="pages", daemon=True).start()
            return self._shelf
