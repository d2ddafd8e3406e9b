"""The words behind things: their evidence, with the plan and the place that it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.statements import listed, portions
from answerable.exports.facts import EvidenceIndex, Row
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.exports.entities.model import Reference
    from answerable.graph.askable import Askable
    from answerable.graph.values import Scalar

__all__ = ["Spans", "spans_behind"]

_MOST: Final = 40
"""Quotes of one field of one thing: a body that three hundred plans name needs no more on a page."""
_SAID: Final[Mapping[str, str]] = MappingProxyType(
    {"field": terms.FIELD, "quote": terms.OA_EXACT, "rule": terms.RULE, "document": terms.DCTERMS_SOURCE}
)
_PLACES: Final[Mapping[str, str]] = MappingProxyType(
    {**{name: terms.AP + name for name in ("page", "table", "row", "column")}, "start": terms.OA_START}
)


@dataclass(frozen=True, slots=True)
class Spans:
    """The evidence of some things, still without names: pairs of a thing and a span, spans, and plans by document."""

    pairs: Sequence[tuple[str, str]]
    spans: Mapping[str, Mapping[str, Scalar]]
    plans: Mapping[str, str]

    @property
    def documents(self) -> list[str]:
        """The documents that the words stand in."""
        return sorted({str(span["document"]) for span in self.spans.values()})

    def behind(self, subject: str) -> list[str]:
        """Give the documents that the words about one thing stand in."""
        spans = [self.spans[span] for each, span in self.pairs if each == subject and span in self.spans]
        return sorted({str(span["document"]) for span in spans})

    def named(self, names: Mapping[str, Reference]) -> EvidenceIndex:
        """Give the quotes by subject; `names` are to hold those of the documents and plans."""
        rows = [_row(subject, self.spans[span], names) for subject, span in self.pairs if span in self.spans]
        ordered = sorted(rows, key=lambda row: (row["file"], *(row.number(name) or 0 for name in _PLACES)))
        plans = {names[document].label: names[plan].label for document, plan in self.plans.items()}
        return EvidenceIndex(ordered, plans)


def spans_behind(graph: Askable, subjects: Iterable[str]) -> Spans:
    """Read the evidence of some things."""
    pairs = list(_pairs(graph, subjects))
    spans = {str(span["evidence"]): span for span in _spans(graph, (evidence for _, evidence in pairs))}
    found = Spans(pairs, spans, {})
    return Spans(pairs, spans, _plans_of(graph, found.documents))


def _pairs(graph: Askable, subjects: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give things with their evidence, of each field no more than is shown."""
    seen: Counter[tuple[str, str]] = Counter()
    for part in portions(subjects):
        rows = graph.select(
            f"SELECT DISTINCT ?thing ?evidence ?field WHERE {{ VALUES ?thing {{ {listed(part)} }} "
            f"?thing <{terms.EVIDENCE}> ?evidence . ?evidence <{terms.FIELD}> ?field }} "
            "ORDER BY ?thing ?field ?evidence"
        )
        for thing, evidence, field in rows:
            seen[str(thing), str(field)] += 1
            if seen[str(thing), str(field)] <= _MOST:
                yield str(thing), str(evidence)


def _spans(graph: Askable, evidence: Iterable[str]) -> Iterator[Mapping[str, Scalar]]:
    """Give what is known of each span in one row: as statements it would be three times as much to carry over."""
    said = " ; ".join(f"<{name}> ?{column}" for column, name in _SAID.items())
    placed = " ".join(f"OPTIONAL {{ ?evidence <{name}> ?{column} }}" for column, name in _PLACES.items())
    columns = " ".join(f"?{column}" for column in (*_SAID, *_PLACES))
    for part in portions(evidence):
        yield from graph.select(
            f"SELECT DISTINCT ?evidence {columns} WHERE {{ VALUES ?evidence {{ {listed(part)} }} "
            f"?evidence {said} . {placed} }} ORDER BY ?evidence"
        ).records()


def _plans_of(graph: Askable, documents: Iterable[str]) -> Mapping[str, str]:
    """Give for each document the plan that was read from it."""
    plans: dict[str, str] = {}
    for part in portions(documents):
        rows = graph.select(
            f"SELECT DISTINCT ?document ?plan WHERE {{ VALUES ?document {{ {listed(part)} }} "
            f"?plan <{terms.DCTERMS_SOURCE}> ?document ; a <{terms.ACTION_PLAN}> }} ORDER BY ?document ?plan"
        )
        plans |= {str(document): str(plan) for document, plan in rows}
    return plans


def _row(subject: str, span: Mapping[str, Scalar], names: Mapping[str, Reference]) -> Row:
    return Row({**span, "subject": subject, "file": names[str(span["document"])].label})
