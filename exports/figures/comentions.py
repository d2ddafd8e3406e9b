"""Which programmes, services, systems, tools and policies are named together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.facts.words import count, isolated
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Line, Mark, Symbol, Text

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.graph.askable import Askable

__all__ = ["CoMentions", "co_mentions"]

_MOST: Final = 20
_CELL: Final = 14.5


@dataclass(frozen=True, slots=True)
class CoMentions:
    """Things in the order of how often they are named, and how many recommendations name two of them together."""

    things: tuple[str, ...]
    pairs: tuple[tuple[int, int, int], ...]
    """Places of two things, the later one first, and the number of recommendations."""
    left_out: int
    scope: str
    source: str

    @property
    def words(self) -> Words:
        """The finding: what is named together most."""
        told = "; ".join(f"{isolated(self.things[b])} and {isolated(self.things[a])} {n:,}" for a, b, n in self.pairs)
        note = (
            f"Shown are the {len(self.things)} named together most; {self.left_out:,} more are left out."
            if self.left_out
            else ""
        )
        scope = f"{self.scope}. Named together: in the words of one recommendation and its answer"
        return Words(self._title, scope, self.source, f"Map of things named together. {told or 'None.'}", note)

    @property
    def _title(self) -> str:
        if not self.pairs:
            return "No two programmes or systems are named together"
        most = max(number for *_, number in self.pairs)
        top = [(a, b) for a, b, number in self.pairs if number == most]
        where = f"in {count(most, 'recommendation')}"
        if len(top) > 1:
            return f"{len(top):,} pairs are named together most, each {where}"
        later, former = top[0]
        return f"{isolated(self.things[former])} and {isolated(self.things[later])} are named together most, {where}"

    def canvas(self) -> Canvas:
        """Draw half a grid: a mark where a row's thing is named with a column's, and each name where the two meet."""
        rows = len(self.things)
        if not rows:
            return Canvas((Text(0, 8, "There is nothing to draw.", 9, "soft"),), 18)
        most = max(number for *_, number in self.pairs)
        names = [mark for place, name in enumerate(self.things) for mark in _name(place, name)]
        dots = [
            Symbol((b + 0.5) * _CELL, (a + 0.5) * _CELL, 6.2 * sqrt(number / most), "circle", "thing")
            for a, b, number in self.pairs
        ]
        return Canvas((*names, *dots, *_legend(rows * _CELL + 12, most)), rows * _CELL + 22)


def co_mentions(graph: Askable, found: Commitments) -> CoMentions:
    """Count recommendations that name two things; the 20 things named with others most are drawn."""
    names: dict[str, str] = {}
    named: defaultdict[str, set[str]] = defaultdict(set)
    known = {each.iri for each in found.recommendations}
    for row in ask(graph, "answerable.exports.figures.queries", "things"):
        if row["recommendation"] in known:
            names[row["thing"]] = row["name"]
            named[row["recommendation"]].add(row["thing"])
    together = Counter(pair for things in named.values() for pair in combinations(sorted(things), 2))
    reach: Counter[str] = Counter()
    for (one, other), number in together.items():
        reach.update({one: number, other: number})
    ranked = sorted(reach, key=lambda thing: (-reach[thing], names[thing].casefold(), thing))
    place = {thing: at for at, thing in enumerate(ranked[:_MOST])}
    pairs = [
        (max(place[a], place[b]), min(place[a], place[b]), number)
        for (a, b), number in together.items()
        if a in place and b in place
    ]
    shown = tuple(names[thing] for thing in place)
    return CoMentions(
        shown, tuple(sorted(pairs)), len(ranked) - len(place), scope_of(found, dated=False), source_of(found)
    )


def _name(place: int, name: str) -> Iterator[Mark]:
    y, edge = (place + 0.5) * _CELL, (place + 0.5) * _CELL
    yield Line(((0.5 * _CELL, y), (edge, y)), "rule", 0.6)
    yield Line(((edge, y), (edge, _CELL * 0.5 + place * _CELL)), "rule", 0.6)
    yield Symbol(edge, y, 3.0, "hexagon", "soft", fill=False)
    yield Text(edge + 9, y, fitted(name, 8.5, WIDTH - edge - 9))


def _legend(y: float, most: int) -> Iterator[Mark]:
    x = 6.0
    for number in sorted({1, max(1, most // 2), most}):
        yield Symbol(x, y, 6.2 * sqrt(number / most), "circle", "thing")
        yield Text(x + 10, y, count(number, "recommendation"), 8.0, "soft")
        x += 110
