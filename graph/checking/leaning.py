"""What a graph leans on in others: the labels and kinds of the things that it names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from answerable.graph.checking.quads import Quad, parsed
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Leaning"]

_SHARED: Final = (terms.RDF_TYPE, terms.SKOS_PREF_LABEL)


class Leaning:
    """The labels and kinds of everything in a build, by address."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self._known: defaultdict[str, list[Quad]] = defaultdict(list)
        marks = tuple(f"> <{predicate}> " for predicate in _SHARED)
        for lines in groups.values():
            for _, quad in parsed(line for line in lines if any(mark in line for mark in marks)):
                if quad and quad.predicate in _SHARED:
                    self._known[quad.subject].append(quad)

    def of(self, graph: str, quads: Sequence[Quad]) -> Iterator[Quad]:
        """Give what other graphs say of the things that a graph names but does not describe, and of their labels."""
        described = {quad.subject for quad in quads if quad.predicate == terms.RDF_TYPE}
        named = {quad.value for quad in quads if not quad.is_literal} | {quad.subject for quad in quads}
        for address in sorted(named & self._known.keys()):
            for quad in self._known[address]:
                if quad.graph != graph and (quad.predicate != terms.RDF_TYPE or address not in described):
                    yield quad
