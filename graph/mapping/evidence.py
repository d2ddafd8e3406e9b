"""The words behind every fact: one node per stretch of the source and field, shared by all that it supports.

The evidence of a link is the evidence that both of its ends share: the words "OASys" in recommendation 3 support the
recommendation and the system alike, and so the `dcterms:references` between them. That needs no node for the link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.scope import Scope, digest
from answerable.ontology import terms
from answerable.ontology.iris import mint, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable.extract.records import Evidence
    from answerable.graph.mapping.lines import GraphLines

__all__ = ["cite", "evidence_iri", "pieces_for"]


def cite(scope: Scope, subject: str, evidence: Iterable[Evidence]) -> None:
    """Lead from a subject to each piece of its evidence."""
    lines, cited = scope.stated, scope.cited
    for piece in evidence:
        node = evidence_iri(scope.document, piece)
        lines.link(subject, terms.EVIDENCE, node)
        if (node, piece.rule) not in cited:
            cited.add((node, piece.rule))
            _describe(lines, scope.document, node, piece)


def pieces_for(field: str, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Give the pieces that support one field; all of them where none names it, for something said by the whole."""
    pieces = list(evidence)
    return [piece for piece in pieces if piece.field == field] or pieces


def evidence_iri(document: str, piece: Evidence) -> str:
    """Give the address of a piece of evidence in the document that has this address."""
    if piece.start is not None and piece.end is not None:
        return f"{document}/evidence/{slug(piece.field)}/{piece.start}-{piece.end}"
    where = [f"{name}{value}" for name, value in _place(piece) if value is not None]
    return mint(document + "/", "evidence", piece.field, "-".join([*where, digest(piece.quote, _box(piece))]))


def _place(piece: Evidence) -> tuple[tuple[str, int | None], ...]:
    return ("p", piece.page), ("t", piece.table), ("r", piece.row), ("c", piece.column)


def _box(piece: Evidence) -> str:
    return ",".join(f"{side:.2f}" for side in piece.box or ())


def _describe(lines: GraphLines, document: str, node: str, piece: Evidence) -> None:
    lines.link(node, terms.RDF_TYPE, terms.EVIDENCE_CLASS)
    lines.link(node, terms.DCTERMS_SOURCE, document)
    lines.text(node, terms.FIELD, piece.field)
    lines.text(node, terms.RULE, piece.rule)
    lines.text(node, terms.OA_EXACT, piece.quote)
    lines.number(node, terms.OA_START, piece.start, terms.XSD_NON_NEGATIVE_INTEGER)
    lines.number(node, terms.OA_END, piece.end, terms.XSD_NON_NEGATIVE_INTEGER)
    lines.number(node, terms.PAGE, piece.page)
    lines.number(node, terms.TABLE, piece.table)
    lines.number(node, terms.ROW, piece.row)
    lines.number(node, terms.COLUMN, piece.column)
    if piece.box:
        lines.text(node, terms.BOX, _box(piece))
