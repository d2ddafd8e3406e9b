"""The graph of reviewed decisions: who judged which holders to be one, and what took the place of what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from answerable.graph.linking.merging import Merges
from answerable.graph.mapping.addresses import rebased
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import digest, graph_iri
from answerable.ontology import concepts, terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from answerable.graph.linking.decisions import Decision, Standing

__all__ = ["map_decisions"]


def map_decisions(standing: Standing, merges: Merges, labels: Mapping[str, str]) -> GraphLines:
    """State the decisions that concern holders of this build; `labels` gives the label by which each of those goes.

    A holder that was replaced keeps only `dcterms:isReplacedBy`; the labels it had become further labels of the kept.
    """
    lines = GraphLines(graph_iri(merges.base, "decisions"))
    lines.link(lines.graph, terms.RDF_TYPE, terms.DECISIONS_GRAPH)
    for old, kept in merges.kept.items():
        lines.link(old, terms.DCTERMS_IS_REPLACED_BY, kept)
    for decision in standing:
        ends = [rebased(iri, merges.base) for iri in (decision.one, decision.other)]
        if all(merges.now(iri) in labels for iri in ends):
            _decision(lines, decision, ends, merges)
            _labels(lines, decision, ends, merges, labels)
    return lines


def _decision(lines: GraphLines, decision: Decision, ends: list[str], merges: Merges) -> None:
    told = (decision.date, decision.user, decision.judgement, *sorted(ends), decision.note)
    iri = mint(merges.base, "decision", digest(*told))
    reviewer = mint(merges.base, "reviewer", decision.user)
    lines.link(iri, terms.RDF_TYPE, terms.DECISION)
    lines.link(iri, terms.RDF_TYPE, terms.PROV_ACTIVITY)
    for end in ends:
        lines.link(iri, terms.JUDGED, end)
    lines.link(iri, terms.JUDGEMENT, concepts.JUDGEMENTS[decision.judgement].iri)
    lines.typed(iri, terms.DCTERMS_DATE, decision.date, terms.XSD_DATE)
    lines.text(iri, terms.RDFS_COMMENT, decision.note)
    lines.link(iri, terms.PROV_WAS_ASSOCIATED_WITH, reviewer)
    lines.link(reviewer, terms.RDF_TYPE, terms.PROV_AGENT)
    lines.text(reviewer, terms.FOAF_NAME, decision.user)


def _labels(lines: GraphLines, decision: Decision, ends: list[str], merges: Merges, labels: Mapping[str, str]) -> None:
    for end, label in zip(ends, (decision.one_label, decision.other_label), strict=True):
        kept = merges.now(end)
        if end in merges.kept and label != labels[kept]:
            lines.text(kept, terms.SKOS_ALT_LABEL, label)
