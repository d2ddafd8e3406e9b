"""Counting what the lines of a build hold, part by part: a part that did not change need not be counted anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from answerable.graph.mapping.scope import graph_iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["COUNTED", "Census"]

COUNTED: Final = (
    terms.SOURCE_DOCUMENT,
    terms.ACTION_PLAN,
    terms.RECOMMENDATION,
    terms.ACTION,
    terms.ASSIGNMENT,
    terms.UPDATE,
    terms.EVIDENCE_CLASS,
    terms.ORG_POST,
    terms.ORG_ORGANIZATION,
)
"""The kinds of things that are counted."""
_TYPE: Final = f"<{terms.RDF_TYPE}>"


class Census:
    """Counts N-Quads lines and the things in them: of one part of a build, or of all parts put together."""

    def __init__(self, base: str) -> None:
        self._owned = 0
        self._shared: set[str] = set()
        self._predicates: set[str] = set()
        self._things: dict[str, set[str]] = {f"<{kind}>": set() for kind in COUNTED}
        # Whatever is in no document's graph may be said by several documents, and counts once.
        self._documents = f" <{graph_iri(base, 'document')}/"

    def take(self, text: bytes) -> None:
        """Count the N-Quads of a text in which each line stands once, and those of a document in no other text."""
        for line in filter(None, text.decode().split("\n")):
            subject, predicate, target = line.split(" ", 2)
            self._predicates.add(predicate)
            if predicate == _TYPE and (things := self._things.get(target.partition(" ")[0])) is not None:
                things.add(subject)
            if line.startswith(self._documents, line.rfind(" <")):
                self._owned += 1
            else:
                self._shared.add(line)

    def as_told(self) -> dict[str, Any]:
        """Give what was counted as plain values for JSON, for `add`: names of what another part may hold too."""
        return {
            "owned": self._owned,
            "shared": sorted(self._shared),
            "predicates": sorted(self._predicates),
            "things": {kind: sorted(things) for kind, things in self._things.items()},
        }

    def add(self, told: Mapping[str, Any]) -> None:
        """Count what another census told with what was counted here."""
        self._owned += told["owned"]
        self._shared.update(told["shared"])
        self._predicates.update(told["predicates"])
        for kind, things in told["things"].items():
            self._things[kind].update(things)

    @property
    def triples(self) -> int:
        """How many quads there are."""
        return self._owned + len(self._shared)

    @property
    def documents(self) -> list[str]:
        """The addresses of the documents, sorted."""
        return sorted(subject[1:-1] for subject in self._things[f"<{terms.SOURCE_DOCUMENT}>"])

    @property
    def vocabularies(self) -> list[str]:
        """The namespaces of the properties, sorted."""
        known = terms.PREFIXES.values()
        return sorted(each for each in known if any(used.startswith(each, 1) for used in self._predicates))

    def entities(self, kind: str) -> int:
        """Give how many things there are of a kind."""
        return len(self._things[f"<{kind}>"])

    def told(self) -> str:
        """Say in a sentence what there is."""
        kinds = (terms.ACTION_PLAN, terms.SOURCE_DOCUMENT, terms.RECOMMENDATION, terms.ACTION, terms.ASSIGNMENT)
        plans, documents, recommendations, actions, assignments = map(self.entities, kinds)
        return (
            f"Action plans ({plans}) read from documents ({documents}), with recommendations ({recommendations}), "
            f"actions ({actions}) and assignments of owners and dates ({assignments}), each with the words that say so."
        )
