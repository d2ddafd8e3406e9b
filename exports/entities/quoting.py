"""The words behind things: their evidence, with the plan and the place that it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.naming import names_of
from answerable.exports.entities.statements import Said, listed, said
from answerable.exports.facts import EvidenceIndex, Row
from answerable.graph.values import scalar
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.exports.entities.model import Reference
    from answerable.graph.askable import Askable

__all__ = ["Evidence", "evidence_of"]

_MOST: Final = 40
"""Quotes of one field of one thing: a body that three hundred plans name needs no more on a page."""
_PLACES: Final = ("page", "table", "row", "column")


class Evidence(EvidenceIndex):
    """Finds the quotes of subjects, and tells the documents that they stand in."""

    def __init__(self, rows: Iterable[Row], plans: Mapping[str, str], documents: tuple[Reference, ...]) -> None:
        super().__init__(rows, plans)
        self.documents = documents


def evidence_of(graph: Askable, subjects: Iterable[str]) -> Evidence:
    """Read the evidence of some things."""
    pairs = list(_pairs(graph, subjects))
    spans = said(graph, (evidence for _, evidence in pairs))
    documents = names_of(graph, sorted({iri for span in spans.values() for iri in span.iris(terms.DCTERMS_SOURCE)}))
    plans = _plans_of(graph, documents)
    rows = [_row(subject, evidence, spans[evidence], documents) for subject, evidence in pairs if evidence in spans]
    ordered = sorted(rows, key=lambda row: (row["file"], *(row.number(name) or 0 for name in (*_PLACES, "start"))))
    named = {documents[iri].label: plan for iri, plan in plans.items()}
    return Evidence(ordered, named, tuple(documents.values()))


def _pairs(graph: Askable, subjects: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give things with their evidence, of each field no more than is shown."""
    iris = listed(dict.fromkeys(subjects))
    rows = graph.select(
        f"SELECT DISTINCT ?thing ?evidence ?field WHERE {{ VALUES ?thing {{ {iris} }} "
        f"?thing <{terms.EVIDENCE}> ?evidence . ?evidence <{terms.FIELD}> ?field }} ORDER BY ?thing ?field ?evidence"
    )
    seen: Counter[tuple[str, str]] = Counter()
    for thing, evidence, field in rows:
        seen[str(thing), str(field)] += 1
        if seen[str(thing), str(field)] <= _MOST:
            yield str(thing), str(evidence)


def _plans_of(graph: Askable, documents: Iterable[str]) -> Mapping[str, str]:
    """Give for each document the name of the plan that was read from it."""
    rows = list(
        graph.select(
            f"SELECT DISTINCT ?document ?plan WHERE {{ VALUES ?document {{ {listed(documents)} }} "
            f"?plan <{terms.DCTERMS_SOURCE}> ?document ; a <{terms.ACTION_PLAN}> }} ORDER BY ?document ?plan"
        )
    )
    names = names_of(graph, (str(plan) for _, plan in rows))
    return {str(document): names[str(plan)].label for document, plan in rows}


def _row(subject: str, evidence: str, span: Said, documents: Mapping[str, Reference]) -> Row:
    document = next(iter(span.iris(terms.DCTERMS_SOURCE)), "")
    numbers = {"start": terms.OA_START} | {name: terms.AP + name for name in _PLACES}
    return Row(
        {
            "subject": subject,
            "evidence": evidence,
            "field": span.text(terms.FIELD),
            "quote": span.text(terms.OA_EXACT),
            "rule": span.text(terms.RULE),
            "file": documents[document].label if document in documents else "",
            **{name: _number(span, iri) for name, iri in numbers.items()},
        }
    )


def _number(span: Said, name: str) -> int | None:
    value = next((scalar(term) for term in span.values.get(name, ())), None)
    return value if isinstance(value, int) else None
