"""Two files of one version of a plan, such as its PDF and its DOCX: one of them is read, the other is only named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from answerable.extract.records import Evidence, PlanRecord
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import document_iri, graph_iri
from answerable.graph.mapping.versions import plan_key
from answerable.ontology import terms
from answerable.ontology.iris import slug

__all__ = ["Copy", "copies_among", "map_copies"]

_NEARLY: Final = 90.0
"""How alike the texts must be, of 100: two readers may space and mend words differently."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that is left out, by the hash of its content, and the one that is read in its place."""

    sha256: str
    name: str
    instead: str
    instead_name: str

    @property
    def reason(self) -> str:
        """Say why it is left out."""
        return f"the same version of the same plan as {self.instead_name}, which reads better or as well"


def map_copies(copies: Iterable[Copy], base: str) -> Sequence[str]:
    """Give the lines that name each document that was left out, and the one that is read in its place."""
    lines = GraphLines(graph_iri(base, "inferred"))
    for copy in copies:
        document = document_iri(copy.sha256, base)
        lines.link(document, terms.COPY_OF, document_iri(copy.instead, base))
        lines.text(document, terms.FILE_NAME, copy.name)
        lines.text(document, terms.SHA256, copy.sha256)
        lines.text(document, terms.RDFS_COMMENT, copy.reason)
    return lines.lines


def copies_among(records: Iterable[PlanRecord]) -> list[Copy]:
    """Give the records that are second copies, whatever order they come in; records of one content count once."""
    groups: defaultdict[tuple[object, ...], dict[str, PlanRecord]] = defaultdict(dict)
    for record in records:
        if record.inspected_body and record.report_published:
            version = (*map(slug, plan_key(record)), record.submitted, record.updated)
            groups[version][record.source.sha256] = record
    return sorted((copy for group in groups.values() for copy in _copies(group.values())), key=lambda copy: copy.sha256)


def _copies(records: Iterable[PlanRecord]) -> Iterator[Copy]:
    kept: list[PlanRecord] = []
    for record in sorted(records, key=_worth):
        instead = next((each for each in kept if _alike(each, record)), None)
        if instead is None:
            kept.append(record)
        else:
            yield Copy(record.source.sha256, record.source.name, instead.source.sha256, instead.source.name)


def _worth(record: PlanRecord) -> tuple[int, int, int, str]:
    """Order records by how well they were read: damage and flags first, then evidence that leads nowhere, then hash."""
    entries = [(each.damaged, each.evidence) for each in record.recommendations]
    entries += [(each.damaged, each.evidence) for some in record.recommendations for each in some.actions]
    damaged = sum(flag.rows for flag in record.ledger.flagged) + sum(is_damaged for is_damaged, _ in entries)
    pieces = [piece for _, evidence in entries for piece in evidence]
    exact = sum(map(_is_exact, pieces))
    return damaged, len(pieces) - exact, -exact, record.source.sha256


def _is_exact(piece: Evidence) -> bool:
    return piece.start is not None or piece.box is not None


def _alike(one: PlanRecord, other: PlanRecord) -> bool:
    from rapidfuzz import fuzz, utils  # noqa: PLC0415 - only plans with one key are compared

    if [each.number for each in one.recommendations] != [each.number for each in other.recommendations]:
        return False
    pairs = zip(_texts(one), _texts(other), strict=True)
    return all(fuzz.ratio(mine, theirs, processor=utils.default_process) >= _NEARLY for mine, theirs in pairs)


def _texts(record: PlanRecord) -> Iterator[str]:
    """Give the words of each recommendation with its response and progress, which tell an update from its original."""
    for each in record.recommendations:
        progress = (text for assignment in each.assignments for text in (assignment.update, assignment.revised_text))
        yield " ".join(filter(None, [each.text, each.status, *(action.text for action in each.actions), *progress]))
