"""Who holds what and what involves what, picked out of the lines of a build as they pass.

Taken from the lines and not from the records, because a merge of two posts shows there.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["TIED", "Ties"]

TIED: Final = (
    terms.OWNER,
    terms.OF,
    terms.DCTERMS_IS_PART_OF,
    terms.INVOLVES,
    terms.SKOS_IN_SCHEME,
    terms.PROV_WAS_REVISION_OF,
)
"""The properties whose links are ties, or say which ties count."""
_PREDICATES = {f"<{predicate}>": predicate for predicate in TIED}


class Ties:
    """Links of a build by predicate, each once; an older version of a plan counts for nothing."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._links: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self.take(lines)

    def take(self, lines: Iterable[str]) -> None:
        """Pick the ties out of some N-Quads lines, in the form in which we write them."""
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            if predicate in _PREDICATES:
                target = rest.partition(" ")[0]
                self._links[_PREDICATES[predicate]].add((subject[1:-1], target[1:-1]))

    def add(self, links: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        """Take ties that are known already, by their property: the subject and the target of each."""
        for predicate in TIED:
            self._links[predicate].update(links.get(predicate, ()))

    def held(self) -> Iterator[tuple[str, str, str]]:
        """Give each assignment with its holder and its recommendation: (holder, assignment, recommendation)."""
        of, plans = dict(self._links[terms.OF]), self.plans()
        for assignment, holder in sorted(self._links[terms.OWNER]):
            if of.get(assignment) in plans:
                yield holder, assignment, of[assignment]

    def involved(self) -> Iterator[tuple[str, str]]:
        """Give each named thing with each recommendation that involves it: (thing, recommendation)."""
        things = {thing for thing, scheme in self._links[terms.SKOS_IN_SCHEME] if scheme == concepts.NAMED_THINGS}
        plans = self.plans()
        return (
            (thing, recommendation)
            for recommendation, thing in sorted(self._links[terms.INVOLVES])
            if thing in things and recommendation in plans
        )

    def plans(self) -> Mapping[str, str]:
        """Give the plan of each recommendation, without those of an older version of a plan."""
        older = {older for _, older in self._links[terms.PROV_WAS_REVISION_OF]}
        return {part: plan for part, plan in self._links[terms.DCTERMS_IS_PART_OF] if plan not in older}
