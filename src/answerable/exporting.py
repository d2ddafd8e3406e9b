"""A build as files for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

__all__ = ["export"]


def export(store: str | PathLike[str], form: str, *, graph: str | None = None) -> str:
    """Give a build as text in an RDF format: `nquads`, `trig`, `turtle` or `jsonld`.

    Args:
        store: the folder that `build` wrote.
        form: the format.
        graph: one named graph, by its address or by its end after `graph/` (`reference`, `inferred`); else all of them.

    Raises:
        NotAStoreError: the folder is missing, is no build, or was altered since.
        NoSuchGraphError: no graph is called so.
    """
    from answerable.graph.formats import write_rdf
    from answerable.graph.layout import GRAPH_FILE
    from answerable.library import open_store

    opened = open_store(store)
    return write_rdf((opened.directory / GRAPH_FILE).read_bytes(), form, base=opened.base, graph=graph)
