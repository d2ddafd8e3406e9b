"""The file that was read and its ledger: what became of every row, so that what was flagged can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.scope import Scope, digest
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.extract.records import Flag, Ignored

__all__ = ["map_document"]


def map_document(scope: Scope) -> None:
    """State the source document, its graph, and the ledger of its rows."""
    source, ledger, lines = scope.record.source, scope.record.ledger, scope.stated
    lines.link(lines.graph, terms.RDF_TYPE, terms.DOCUMENT_GRAPH)
    lines.link(lines.graph, terms.DCTERMS_SOURCE, scope.document)
    lines.link(scope.document, terms.RDF_TYPE, terms.SOURCE_DOCUMENT)
    lines.text(scope.document, terms.FILE_NAME, source.name)
    lines.text(scope.document, terms.SHA256, source.sha256)
    lines.text(scope.document, terms.MEDIA_TYPE, source.media_type)
    lines.number(scope.document, terms.ROWS, ledger.rows)
    lines.number(scope.document, terms.ROWS_LOADED, ledger.loaded)
    lines.number(scope.document, terms.ROWS_IGNORED, sum(ignored.rows for ignored in ledger.ignored))
    lines.number(scope.document, terms.ROWS_FLAGGED, sum(flag.rows for flag in ledger.flagged))
    for ignored in ledger.ignored:
        _ignored(scope, ignored)
    for flag in ledger.flagged:
        _flag(scope, flag)


def _ignored(scope: Scope, ignored: Ignored) -> None:
    node = scope.child(scope.document, "ignored", digest(ignored.reason))
    scope.stated.link(scope.document, terms.IGNORED, node)
    scope.stated.link(node, terms.RDF_TYPE, terms.IGNORED_ROWS)
    scope.stated.text(node, terms.DCTERMS_DESCRIPTION, ignored.reason)
    scope.stated.number(node, terms.ROWS, ignored.rows)


def _flag(scope: Scope, flag: Flag) -> None:
    node = scope.child(scope.document, "flag", digest(flag.reason, str(flag.table), str(flag.row), flag.detail or ""))
    scope.stated.link(scope.document, terms.FLAG, node)
    scope.stated.link(node, terms.RDF_TYPE, terms.FLAG_CLASS)
    scope.stated.text(node, terms.DCTERMS_DESCRIPTION, flag.reason)
    scope.stated.number(node, terms.ROWS, flag.rows)
    scope.stated.number(node, terms.TABLE, flag.table)
    scope.stated.number(node, terms.ROW, flag.row)
    scope.stated.text(node, terms.RDFS_COMMENT, flag.detail)
