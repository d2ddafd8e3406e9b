"""The lines that say how the plans of a build are tied to each other; all of it is inferred and says by which rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from answerable.graph.linking.plans.likeness import METHOD, Likened
from answerable.graph.linking.plans.repeats import Repeat, repeats
from answerable.graph.linking.plans.revisions import map_revision
from answerable.graph.linking.plans.sequence import by_body, consecutive, originals, versions
from answerable.graph.linking.plans.told import ToldPlan, ToldRecommendation
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import digest, graph_iri
from answerable.graph.mapping.shortcuts import confidence_of
from answerable.ontology import terms
from answerable.ontology.iris import DEFAULT_BASE, mint

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

__all__ = ["map_links"]

_REPEAT_METHOD = f"the text states a repeat; the likest of the newest earlier plan by {METHOD}"


def map_links(
    plans: Iterable[ToldPlan], load: Callable[[ToldPlan], PlanRecord], *, base: str = DEFAULT_BASE
) -> Sequence[str]:
    """Give the lines of all links between the plans of a build.

    `load` gives the whole record of a plan, where two of its versions have to be compared.
    """
    links, told = _Links(base), list(plans)
    first = originals(told)
    for group in versions(told):
        for earlier, later in pairwise(group):
            map_revision(links.lines, (earlier, load(earlier)), (later, load(later)))
    for body in by_body(first).values():
        for later_plan, earlier_plan in consecutive(body):
            links.lines.link(later_plan.iri, terms.PREVIOUS_PLAN, earlier_plan.iri)
    links.recommendations(Likened(first), first)
    return links.lines.lines


class _Links:
    """Writes links between recommendations as statements and as nodes that tell how each came about."""

    def __init__(self, base: str) -> None:
        self._base = base
        self.lines = GraphLines(graph_iri(base, "inferred"))

    def recommendations(self, likened: Likened, plans: Sequence[ToldPlan]) -> None:
        """State what repeats what, then what is like what: a pair is never both."""
        stated: set[tuple[str, str]] = set()
        for repeat in repeats(plans, likened):
            self._repeat(repeat)
            if repeat.earlier:
                stated.add((repeat.later.iri, repeat.earlier.iri))
        for similar in likened.similar():
            if (similar.later.iri, similar.earlier.iri) not in stated:
                self._link(similar.later, similar.earlier, terms.SIMILAR_TO, similar.score, METHOD)

    def _repeat(self, repeat: Repeat) -> None:
        if repeat.earlier is None:
            self.lines.text(repeat.later.iri, terms.RDFS_COMMENT, repeat.remark)
            return
        self._link(repeat.later, repeat.earlier, terms.REPEATS, repeat.score, _REPEAT_METHOD)

    def _link(
        self, later: ToldRecommendation, earlier: ToldRecommendation, links: str, score: float, method: str
    ) -> None:
        lines, node = self.lines, mint(self._base, "link", digest(later.iri, links, earlier.iri))
        lines.link(later.iri, links, earlier.iri)
        lines.link(node, terms.RDF_TYPE, terms.LINK)
        lines.link(node, terms.LINK_FROM, later.iri)
        lines.link(node, terms.LINK_TO, earlier.iri)
        lines.link(node, terms.LINKS, links)
        lines.typed(node, terms.SCORE, f"{score:.6f}", terms.XSD_DECIMAL)
        lines.text(node, terms.METHOD, method)
        lines.typed(node, terms.CONFIDENCE, confidence_of(links), terms.XSD_DECIMAL)
        for evidence in (*later.evidence, *earlier.evidence):
            lines.link(node, terms.EVIDENCE, evidence)
