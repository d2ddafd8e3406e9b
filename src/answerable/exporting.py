"""A build as files for other programs: RDF as it is, and what a query gives in the forms of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from os import PathLike

    from answerable.graph.profiles import Profile, Publishable, Removed
    from answerable.graph.store import Store

__all__ = ["RDF", "TABLES", "Export", "NetworkName", "export", "export_pieces", "format_meant", "formats_as_text"]

NetworkName = Literal["ownership", "together", "programmes"]

RDF: Final[Mapping[str, tuple[str, str]]] = {
    "nquads": (".nq", "the whole graph, a statement to a line, the same bytes as the snapshot's own file"),
    "trig": (".trig", "the whole graph, with named graphs, for people to read"),
    "turtle": (".ttl", "the whole graph as one, without named graphs"),
    "jsonld": (".jsonld", "the whole graph as trees, each plan from the top, its context inside"),
}
"""The formats of RDF: their endings and what they hold."""
TABLES: Final = ("register", "owners")
"""The formats that are workbooks where the file ends in .xlsx."""


@dataclass(frozen=True, slots=True)
class Export:
    """What to write of a store: the format and what it is told."""

    form: str
    profile: Profile = "internal"
    graph: str | None = None
    network: NetworkName = "ownership"
    as_at: date | None = None


def export(store: str | PathLike[str], form: str, *, graph: str | None = None, profile: Profile = "internal") -> str:
    """Give a build as text in an RDF format: `nquads`, `trig`, `turtle` or `jsonld`.

    Args:
        store: the folder that `build` wrote.
        form: the format.
        graph: one named graph, by its address or by its end after `graph/` (`reference`, `inferred`); else all of them.
        profile: `publishable` has named individuals removed everywhere.

    Raises:
        NotAStoreError: the folder is missing, is no build, or was altered since.
        NoSuchGraphError: no graph is called so.
    """
    from answerable.library import open_store

    pieces, _ = export_pieces(open_store(store), Export(form, profile, graph))
    return b"".join(pieces).decode()


def export_pieces(store: Store, wanted: Export) -> tuple[Iterator[bytes], Removed]:
    """Give a format as bytes, in pieces, and tell what the profile removed.

    Raises NoSuchGraphError where no named graph is called as `wanted.graph` says.
    """
    from answerable.graph.profiles import profiled, removed_from

    shown = profiled(store, wanted.profile)
    removed = removed_from(shown)
    return (_rdf(shown, wanted) if wanted.form in RDF else _by_query(shown, wanted, removed)), removed


def _rdf(shown: Store | Publishable, wanted: Export) -> Iterator[bytes]:
    from answerable.graph.formats import write_rdf

    yield write_rdf(shown.quads(), wanted.form, base=shown.base, graph=wanted.graph, snapshot=shown.name).encode()


def _by_query(shown: Store | Publishable, wanted: Export, removed: Removed) -> Iterator[bytes]:
    from answerable.exports.formats import FORMATS, Written
    from answerable.exports.scope import read_scope

    said = str(removed) if wanted.profile == "publishable" else None
    scope = read_scope(shown, as_at=wanted.as_at, removed=said)
    return FORMATS[wanted.form].write(Written(shown, scope, wanted.network))


def format_meant(form: str, to: str) -> str:
    """Give the format that a name and a file mean: a table is a workbook where the file ends in .xlsx."""
    return f"{form}-xlsx" if form in TABLES and to.lower().endswith(".xlsx") else form


def formats_as_text() -> str:
    """Give the table of all formats, for people."""
    from answerable.exports.formats import FORMATS

    rows = [("FORMAT", "ENDING", "HOLDS", "SAYS ITS SCOPE IN")]
    rows += [(name, ending, holds, "the graph `dataset`") for name, (ending, holds) in RDF.items()]
    rows += [(name, form.ending, form.holds, form.says) for name, form in FORMATS.items()]
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows
    )
