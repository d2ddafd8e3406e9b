"""What recommendations and the actions that answer them say, by word, read when somebody first searches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.exports.facts import ask
from answerable.graph.lookup.words import SMALL, folded

if TYPE_CHECKING:
    from answerable.exports.pages.catalogue.catalogue import Item
    from answerable.graph.askable import Askable

__all__ = ["Wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The places of recommendations in their list by the words that they or their actions hold."""

    items: Sequence[Item]
    places: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, graph: Askable, items: Sequence[Item]) -> Wording:
        """Read the words of a snapshot."""
        at = {item.reference.iri: place for place, item in enumerate(items)}
        actions = ((at[row["item"]], row["text"]) for row in ask(graph, _HERE, "words") if row["item"] in at)
        own = ((place, item.text) for place, item in enumerate(items))
        return cls(items, _indexed([*own, *actions]))

    def saying(self, text: str) -> list[Item]:
        """Give the recommendations that say all of some words, in their own text or in the actions that answer them."""
        words = [word for word in folded(text) if word not in SMALL]
        found = [self.places.get(word, frozenset()) for word in words]
        return [self.items[place] for place in sorted(frozenset.intersection(*found))] if found else []


_HERE = "answerable.exports.pages.catalogue"


def _indexed(texts: Iterable[tuple[int, str]]) -> Mapping[str, frozenset[int]]:
    places: defaultdict[str, set[int]] = defaultdict(set)
    for place, text in texts:
        for word in set(folded(text)):
            places[word].add(place)
    return {word: frozenset(where) for word, where in places.items()}
