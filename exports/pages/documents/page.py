"""The page of a document: found by the hash of its content, its text shown where its quotes stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from answerable.exports.entities import names_of
from answerable.exports.facts.words import count
from answerable.exports.pages.addresses import path_of
from answerable.exports.pages.documents.laid import sheets_of
from answerable.exports.pages.documents.marked import agrees, pieces_of
from answerable.exports.pages.documents.spans import spans_of
from answerable.exports.pages.rendering import message, render
from answerable.exports.pages.validity import lasting, unchanged
from answerable.graph.notation import checked_iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.exports.pages.documents.spans import Span
    from answerable.exports.pages.shelf import Shelf
    from answerable.exports.pages.site import DocumentFiles

__all__ = ["document"]

_NAME: Final = re.compile(r"[0-9a-f]{16,64}")
_LARGEST: Final = 20_000_000
"""Bytes of a file that is shown as text."""


def document(shelf: Shelf, files: DocumentFiles | None, request: Request) -> Response:
    """Show the document whose content has a hash that begins with the name given."""
    graph, name = shelf.graph, request.path_params["name"]
    found = _document(shelf, name) if _NAME.fullmatch(name) else None
    if found is None:
        missing = "No document of this graph has this name; documents go by the beginning of the hash of their content."
        return message(graph, request, "No such document here", missing, 404)
    iri, sha256 = found
    path = files.find(sha256) if files else None
    headers = lasting(graph, request, f"text/html {path is not None}")
    held = unchanged(request, headers)
    if held:
        return held
    spans = spans_of(graph, iri)
    text = _text(path, spans) if path else None
    plans = [str(row[0]) for row in graph.select(_plans_of(iri))]
    named = names_of(graph, [iri, *plans])
    return render(
        graph,
        request,
        "document.html",
        headers=headers,
        title=named[iri].label,
        crumbs=[("Plans", "/"), *((named[plan].label, path_of(plan, graph.base)) for plan in plans[:1])],
        crumb="Document",
        iri=iri,
        plans=[named[plan] for plan in plans],
        caption=f"{count(len(spans), 'piece')} of it were read as evidence.",
        note=_note(files, path, text),
        pieces=list(pieces_of(text, spans)) if text is not None else [],
        sheets=list(sheets_of(spans)) if text is None else [],
    )


def _document(shelf: Shelf, name: str) -> tuple[str, str] | None:
    rows = shelf.graph.select(
        f"SELECT DISTINCT ?document ?sha WHERE {{ ?document <{terms.SHA256}> ?sha }} ORDER BY ?document ?sha"
    )
    pairs = [(str(iri), str(sha)) for iri, sha in rows]
    return next((pair for pair in pairs if pair[1].startswith(name) or pair[0].endswith(f"/{name}")), None)


def _plans_of(iri: str) -> str:
    pattern = f"?plan <{terms.DCTERMS_SOURCE}> <{checked_iri(iri)}> ; a <{terms.ACTION_PLAN}>"
    return f"SELECT DISTINCT ?plan WHERE {{ {pattern} }} ORDER BY ?plan"


def _text(path: Path, spans: list[Span]) -> str | None:
    """Give the text of a file as it was read; None where it is no text, or where a quote stands elsewhere."""
    if path.stat().st_size > _LARGEST:
        return None
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if agrees(text, spans):
            return text
    return None


def _note(files: DocumentFiles | None, path: Path | None, text: str | None) -> str | None:
    if text is not None:
        return None
    shown = "This is what was read of it, put together in its order; what was not read is not shown."
    if files is None:
        return f"The server was not given the documents (--documents FOLDER). {shown}"
    if path is None:
        return f"The folder of documents holds no file with this content. {shown}"
    return f"The file is laid out in pages or tables, which are not drawn here. {shown}"
