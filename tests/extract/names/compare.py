"""How well the named things of a plan were found: F1 over things, and over pairs of a thing and a recommendation.

A thing was found where one of its prints is one of a mention's, the most prints in common first, and each mention
finds one thing. Optional things and those that stand only inside longer names count neither way; so do links to
recommendations that a plan only addresses to the thing, or where it stands only inside a longer name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from answerable.extract.records import Mention
from tests.damage.compare import Tally

__all__ = ["NameScores", "compare_names"]

Gold = Mapping[str, Any]

_SAME: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "&": " and "})


@dataclass(frozen=True, slots=True)
class NameScores:
    """The figures of one plan, or of several added up."""

    mentions: Tally = field(default_factory=Tally)
    links: Tally = field(default_factory=Tally)

    def __add__(self, other: NameScores) -> NameScores:
        return NameScores(self.mentions + other.mentions, self.links + other.links)


def compare_names(gold: Sequence[Gold], found: Sequence[Mention]) -> NameScores:
    """Compare the mentions that were found with the things that a careful reader lists."""
    pairs = _matched(gold, found)
    hits = [(gold[at], found[by]) for at, by in pairs.items() if _is_core(gold[at])]
    free = [mention for by, mention in enumerate(found) if by not in pairs.values()]
    links = sum((_links(thing, mention) for thing, mention in hits), Tally())
    missed = sum(len(set(t["recommendations"])) for at, t in enumerate(gold) if _is_core(t) and at not in pairs)
    made_up = sum(len(set(mention.recommendations)) for mention in free)
    return NameScores(
        mentions=Tally(2 * len(hits), sum(map(_is_core, gold)) + len(hits) + len(free)),
        links=links + Tally(0, missed + made_up),
    )


def _is_core(thing: Gold) -> bool:
    return not (thing.get("optional") or thing.get("only_nested"))


def _matched(gold: Sequence[Gold], found: Sequence[Mention]) -> dict[int, int]:
    """Pair things with mentions, by their places: the most prints in common first, core things before others."""
    prints = [_folded((m.label, m.acronym, *m.surfaces)) for m in found]
    wanted = [_folded((thing["name"], thing["acronym"], *thing["surface"])) for thing in gold]
    shared = [(len(a & b), at, by) for at, a in enumerate(wanted) for by, b in enumerate(prints) if a & b]
    pairs: dict[int, int] = {}
    for _, at, by in sorted(shared, key=lambda item: (-item[0], not _is_core(gold[item[1]]), item[1:])):
        if at not in pairs and by not in pairs.values():
            pairs[at] = by
    return pairs


def _folded(names: Iterable[str | None]) -> set[str]:
    return {_fold(name) for name in names if name}


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).translate(_SAME).casefold()
    return " ".join(plain.replace("-", " ").split()).strip("'\" ").removeprefix("the ")


def _links(thing: Gold, mention: Mention) -> Tally:
    wanted = set(thing["recommendations"])
    fair = {*thing.get("also_nested_in", ()), *thing.get("addressee_of", ())} - wanted
    got = set(mention.recommendations) - fair
    return Tally(2 * len(wanted & got), len(wanted) + len(got))
