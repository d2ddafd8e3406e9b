"""Paragraphs and bullets of a response beside the gold, matched by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from answerable.extract.accuracy.verdicts import Mistake, Verdict, invented, judged, missed
from answerable.extract.accuracy.wording import overlap

if TYPE_CHECKING:
    from answerable.extract.accuracy.gold import GoldAction
    from answerable.extract.accuracy.places import Words
    from answerable.extract.records import Action

__all__ = ["compare_responses", "matched"]

_SAME: Final = 0.9
"""Paragraphs with fewer words in common are two."""


def matched(gold: Sequence[GoldAction], read: Sequence[Action]) -> Mapping[int, int]:
    """Match each of the gold to at most one that was read, the likest first and the nearest in order; by index."""
    likeness = (
        (overlap(want.text, got.text), -abs(i - j), i, j) for i, want in enumerate(gold) for j, got in enumerate(read)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted((each for each in likeness if each[0] >= _SAME), reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def compare_responses(
    number: str, gold: Sequence[GoldAction], read: Sequence[Action], pairs: Mapping[int, int], words: Words
) -> Iterator[Verdict]:
    """Give the verdicts on the paragraphs and on what kind each is."""
    for i, want in enumerate(gold):
        if i not in pairs:
            yield missed("actions", number, want.text, words.holding(want.text, number))
            continue
        got = read[pairs[i]]
        yield Verdict("actions", 2, 2)
        told = [f"{kind}: {want.text}" for kind in (want.kind, got.kind)]
        yield judged(Mistake("kinds", number, told[0], told[1], got.evidence), float(want.kind == got.kind))
    for j, got in enumerate(read):
        if j not in set(pairs.values()):
            yield invented("actions", number, got.text, got.evidence)
