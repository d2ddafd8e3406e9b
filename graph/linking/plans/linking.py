"""The lines that say how the plans of a build are tied to each other; all of it is inferred and says by which rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from answerable.graph.linking.plans.likeness import METHOD, Likened
from answerable.graph.linking.plans.repeats import repeats
from answerable.graph.linking.plans.sequence import by_body, consecutive, originals
from answerable.graph.linking.plans.told import ToldPlan
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import digest, graph_iri
from answerable.graph.mapping.shortcuts import confidence_of
from answerable.ontology import terms
from answerable.ontology.iris import DEFAULT_BASE, mint

__all__ = ["Found", "Links", "find_links", "map_links"]

_REPEAT_METHOD = f"the text states a repeat; the likest of the newest earlier plan by {METHOD}"


class Found(NamedTuple):
    """A recommendation and an earlier one that it repeats or is like, by their addresses."""

    later: str
    earlier: str | None
    """None where the later says that it is a repeat, and none is clearly meant."""
    links: str
    """The property that ties them."""
    score: float
    remark: str | None
    """Why none is meant."""


class Links(NamedTuple):
    """How the plans of a build are tied to each other, by addresses."""

    previous: Sequence[tuple[str, str]]
    """Plans, each with the one before it of the same body."""
    found: Sequence[Found]

    def ends(self) -> Iterator[str]:
        """Give each recommendation whose words are evidence for a link."""
        pairs = ((each.later, each.earlier) for each in self.found)
        return (end for later, earlier in pairs if earlier for end in (later, earlier))


def find_links(plans: Iterable[ToldPlan]) -> Links:
    """Find what repeats what, then what is like what, among the recommendations of plans: a pair is never both."""
    first = originals(plans)
    likened = Likened(first)
    found = [
        Found(each.later.iri, each.earlier.iri if each.earlier else None, terms.REPEATS, each.score, each.remark)
        for each in repeats(first, likened)
    ]
    stated = {(each.later, each.earlier) for each in found}
    alike = (Found(each.later.iri, each.earlier.iri, terms.SIMILAR_TO, each.score, None) for each in likened.similar())
    found += (each for each in alike if (each.later, each.earlier) not in stated)
    pairs = (pair for body in by_body(first).values() for pair in consecutive(body))
    return Links([(later.iri, earlier.iri) for later, earlier in pairs], found)


def map_links(links: Links, evidence_of: Callable[[str], Iterable[str]], *, base: str = DEFAULT_BASE) -> Sequence[str]:
    """Give the lines of the links between the plans of a build and between their recommendations.

    `evidence_of` gives the addresses of the words of a recommendation.
    """
    lines = GraphLines(graph_iri(base, "inferred"))
    for later, earlier in links.previous:
        lines.link(later, terms.PREVIOUS_PLAN, earlier)
    for each in links.found:
        if each.earlier is None:
            lines.text(each.later, terms.RDFS_COMMENT, each.remark)
        else:
            evidence = (*evidence_of(each.later), *evidence_of(each.earlier))
            _link(lines, each, each.earlier, evidence, base)
    return lines.lines


def _link(lines: GraphLines, found: Found, earlier: str, evidence: Iterable[str], base: str) -> None:
    """State a link, and a node that tells how it came about."""
    node = mint(base, "link", digest(found.later, found.links, earlier))
    lines.link(found.later, found.links, earlier)
    lines.link(node, terms.RDF_TYPE, terms.LINK)
    lines.link(node, terms.LINK_FROM, found.later)
    lines.link(node, terms.LINK_TO, earlier)
    lines.link(node, terms.LINKS, found.links)
    lines.typed(node, terms.SCORE, f"{found.score:.6f}", terms.XSD_DECIMAL)
    lines.text(node, terms.METHOD, _REPEAT_METHOD if found.links == terms.REPEATS else METHOD)
    lines.typed(node, terms.CONFIDENCE, confidence_of(found.links), terms.XSD_DECIMAL)
    for each in evidence:
        lines.link(node, terms.EVIDENCE, each)
