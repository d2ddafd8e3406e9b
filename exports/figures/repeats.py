"""Which recommendations came back from an earlier inspection, and how each was answered in its turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.facts.words import count, isolated
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Arrow, Mark, Symbol, Text

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments, Recommendation
    from answerable.exports.commitments.model import Answer
    from answerable.graph.askable import Askable

__all__ = ["Chain", "RepeatChain", "Turn", "repeat_chain"]

_MOST: Final = 14
_STEP: Final = 50.0


@dataclass(frozen=True, slots=True)
class Turn:
    """A recommendation in one of the inspections of a chain; without an answer, its plan is not in the graph."""

    label: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Chain:
    """One demand through inspections, the earliest first."""

    text: str
    turns: tuple[Turn, ...]

    @property
    def changed(self) -> bool:
        """Whether the answer changed on the way."""
        return len({turn.answer for turn in self.turns if turn.answer}) > 1


@dataclass(frozen=True, slots=True)
class RepeatChain:
    """All chains, in the order of print of what came back."""

    chains: tuple[Chain, ...]
    scope: str
    source: str

    @property
    def words(self) -> Words:
        """The finding: how many came back, and in how many of them the answer changed."""
        told = "; ".join(
            " then ".join(f"{isolated(turn.label)}{f' ({turn.answer})' if turn.answer else ''}" for turn in chain.turns)
            for chain in self.chains[:_MOST]
        )
        over = len(self.chains) - _MOST
        note = f"{count(over, 'chain')} more {'is' if over == 1 else 'are'} not drawn." if over > 0 else ""
        return Words(
            self._title, self.scope, self.source, f"Chains of repeated recommendations. {told or 'None'}.", note
        )

    @property
    def _title(self) -> str:
        if not self.chains:
            return "No recommendation says that it came back from an earlier inspection"
        known = [chain for chain in self.chains if sum(1 for turn in chain.turns if turn.answer) > 1]
        changed = sum(chain.changed for chain in known)
        came = f"{count(len(self.chains), 'recommendation')} came back from an earlier inspection"
        if not known:
            return f"{came}; the earlier answers are not in the graph"
        return f"{came}; the answer changed in {changed:,} of {len(known):,}"

    def canvas(self) -> Canvas:
        """Draw each chain from left to right under the words of its demand."""
        shown = self.chains[:_MOST]
        if not shown:
            return Canvas((Text(0, 8, "There is nothing to draw.", 9, "soft"),), 18)
        wide = WIDTH / max(2, *(len(chain.turns) for chain in shown))
        marks = [mark for place, chain in enumerate(shown) for mark in _chain(chain, wide, place * _STEP)]
        return Canvas(tuple(marks), len(shown) * _STEP - 12)


def repeat_chain(graph: Askable, found: Commitments) -> RepeatChain:
    """Follow each repeated recommendation back as far as the graph knows."""
    known = {each.iri: each for each in found.recommendations}
    earlier = {
        row["later"]: row["earlier"]
        for row in ask(graph, "answerable.exports.figures.queries", "repeats")
        if row["earlier"] in known
    }
    followed = set(earlier.values())
    last = [each for each in found.recommendations if each.repeated and each.iri not in followed]
    labels = {plan.iri: plan.label for plan in found.plans}
    chains = tuple(Chain(each.text, tuple(_turns(each, earlier, known, labels))) for each in last)
    return RepeatChain(chains, scope_of(found, dated=False), source_of(found))


def _turns(
    last: Recommendation, earlier: Mapping[str, str], known: Mapping[str, Recommendation], labels: Mapping[str, str]
) -> list[Turn]:
    turns: list[Turn] = []
    seen: set[str] = set()
    at: Recommendation | None = last
    while at and at.iri not in seen:
        seen.add(at.iri)
        turns.append(Turn(f"Recommendation {at.number}, {labels[at.plan]}", at.answer))
        before = earlier.get(at.iri)
        if before is None and at.repeated:
            turns.append(Turn("an earlier plan that is not in the graph", None))
        at = known[before] if before else None
    return turns[::-1]


def _chain(chain: Chain, wide: float, top: float) -> Iterator[Mark]:
    yield Text(0, top + 6, fitted(chain.text, 8.5, WIDTH, bold=True), 8.5, bold=True)
    for place, turn in enumerate(chain.turns):
        x = place * wide
        solid = turn.answer in {"agreed", "partly agreed"}
        yield Symbol(
            x + 6,
            top + 24,
            5,
            "square",
            "recommendation" if turn.answer else "edge",
            fill=solid,
            half=turn.answer == "partly agreed",
        )
        last = place == len(chain.turns) - 1
        yield Text(x + 17, top + 19, fitted(turn.label, 8.0, wide - 17 - (0 if last else 30)), 8.0)
        if turn.answer:
            yield Text(x + 17, top + 30, turn.answer, 8.0, "soft")
        if not last:
            yield Arrow(x + wide - 24, top + 24, x + wide - 3, top + 24, "ink", dashed=turn.answer is None)
