"""What pages are made over, whatever serves them: a graph, and the documents that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.graph.askable import Askable

__all__ = ["DocumentFiles", "Site"]


class DocumentFiles(Protocol):
    """Finds source documents by what they hold."""

    def find(self, sha256: str) -> Path | None:
        """Give the file with this content; None where there is none."""


class Site(Protocol):
    """A graph that is served."""

    def graph(self) -> Askable:
        """Give the snapshot that answers now; take it once for each request."""

    @property
    def documents(self) -> DocumentFiles | None:
        """The source documents, where the server was given them."""
