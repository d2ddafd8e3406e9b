"""What a build counts of itself: its quads, the things of each kind, and the vocabularies that say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["COUNTED", "SHARED", "Census", "vocabularies_of"]

SHARED: Final = (terms.ORG_POST, terms.ORG_ORGANIZATION)
"""The kinds of things that are counted and that several documents may name."""
COUNTED: Final = (
    terms.SOURCE_DOCUMENT,
    terms.ACTION_PLAN,
    terms.RECOMMENDATION,
    terms.ACTION,
    terms.ASSIGNMENT,
    terms.UPDATE,
    terms.EVIDENCE_CLASS,
    *SHARED,
)
"""The kinds of things that are counted; things of the others belong to one document each."""


@dataclass(frozen=True, slots=True)
class Census:
    """The counts of all graphs of a build but the one that describes it."""

    quads: int
    things: Mapping[str, int]
    """How many things there are of each kind in `COUNTED`, where there are any."""
    vocabularies: tuple[str, ...]
    """The namespaces of the properties, sorted."""

    def told(self) -> str:
        """Say in a sentence what there is."""
        kinds = (terms.ACTION_PLAN, terms.SOURCE_DOCUMENT, terms.RECOMMENDATION, terms.ACTION, terms.ASSIGNMENT)
        plans, documents, recommendations, actions, assignments = (self.things.get(kind, 0) for kind in kinds)
        return (
            f"Action plans ({plans}) read from documents ({documents}), with recommendations ({recommendations}), "
            f"actions ({actions}) and assignments of owners and dates ({assignments}), each with the words that say so."
        )


def vocabularies_of(predicates: Iterable[str]) -> tuple[str, ...]:
    """Give the known namespaces that properties stand in, sorted."""
    return tuple(sorted(set(chain.from_iterable(map(_vocabularies, predicates)))))


@cache
def _vocabularies(predicate: str) -> tuple[str, ...]:
    return tuple(each for each in terms.PREFIXES.values() if predicate.startswith(each))
