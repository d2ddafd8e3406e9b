"""What decisions say together: which holders are one, which are not, and by which lines."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from answerable.graph.errors import DecisionError
from answerable.graph.linking.decisions.decision import Decision
from answerable.graph.linking.decisions.judgement import Judgement

__all__ = ["Finding", "Standing"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is judged of a pair, and the decisions that it follows from, in the order of the chain between the two."""

    judgement: Judgement
    decisions: tuple[Decision, ...]


class Standing:
    """Decisions taken in one by one; each must agree with what stands when its turn comes.

    >>> one = Decision("2024-01-09", "kim", Judgement.SAME, "post:a", "A", "post:b", "B")
    >>> two = Decision("2024-01-10", "kim", Judgement.SAME, "post:b", "B", "post:c", "C")
    >>> Standing([one, two]).judge("post:c", "post:a").judgement
    <Judgement.SAME: 'same'>
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._pairs: dict[frozenset[str], Decision] = {}
        self._touching: defaultdict[str, dict[frozenset[str], Decision]] = defaultdict(dict)
        for decision in decisions:
            self.take(decision)

    def __iter__(self) -> Iterator[Decision]:
        """Give the decisions that stand, the earliest line first."""
        return iter(sorted(self._pairs.values(), key=lambda each: each.line))

    def take(self, decision: Decision) -> None:
        """Let a decision stand, or raise DecisionError, which names the lines that it goes against."""
        if decision.judgement is Judgement.UNDO:
            self._undo(decision)
            return
        found = self.judge(decision.one, decision.other)
        if found and _goes_against(decision.judgement, found.judgement):
            raise DecisionError(_refusal(decision, found))
        self._pairs[decision.pair] = decision
        for end in decision.pair:
            self._touching[end][decision.pair] = decision

    def judge(self, one: str, other: str) -> Finding | None:
        """Give what is judged of two holders, directly or through others; None where nothing is."""
        same = self._chain(one, other)
        if same is not None:
            return Finding(Judgement.SAME, same)
        apart = self._apart(one, other)
        if apart:
            return Finding(Judgement.DIFFERENT, apart)
        direct = self._pairs.get(frozenset((one, other)))
        return Finding(direct.judgement, (direct,)) if direct else None

    def group(self, holder: str) -> frozenset[str]:
        """Give all that is the same as a holder, itself included."""
        return frozenset(self._reached(holder))

    def groups(self) -> Iterator[frozenset[str]]:
        """Give each group of two or more that are one."""
        seen: set[str] = set()
        for holder in sorted(self._touching):
            group = self.group(holder)
            if len(group) > 1 and holder not in seen:
                seen |= group
                yield group

    def _undo(self, decision: Decision) -> None:
        if decision.pair not in self._pairs:
            raise DecisionError(f"nothing stands about {_pair(decision)}, so that nothing can be undone")
        del self._pairs[decision.pair]
        for end in decision.pair:
            del self._touching[end][decision.pair]

    def _reached(self, start: str) -> dict[str, Decision | None]:
        """Give each holder that is the same as the start, nearest first, with the decision that led to it."""
        reached: dict[str, Decision | None] = {start: None}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for beyond, decision in self._neighbours(here, Judgement.SAME):
                if beyond not in reached:
                    reached[beyond] = decision
                    waiting.append(beyond)
        return reached

    def _neighbours(self, holder: str, judgement: Judgement) -> Iterator[tuple[str, Decision]]:
        for decision in self._touching.get(holder, {}).values():
            if decision.judgement is judgement:
                yield (decision.other if decision.one == holder else decision.one), decision

    def _chain(self, one: str, other: str) -> tuple[Decision, ...] | None:
        reached = self._reached(one)
        if other not in reached:
            return None
        chain: list[Decision] = []
        here = other
        while (decision := reached[here]) is not None:
            chain.append(decision)
            here = decision.other if decision.one == here else decision.one
        return tuple(reversed(chain))

    def _apart(self, one: str, other: str) -> tuple[Decision, ...]:
        """Give the chain that parts two holders: the same as one, different, the same as the other; () if none."""
        far = self.group(other)
        parting = [
            (decision.line, near, beyond, decision)
            for near in self._reached(one)
            for beyond, decision in self._neighbours(near, Judgement.DIFFERENT)
            if beyond in far
        ]
        if not parting:
            return ()
        _, near, beyond, decision = min(parting, key=lambda found: found[:3])
        return *(self._chain(one, near) or ()), decision, *(self._chain(beyond, other) or ())


def _goes_against(new: Judgement, found: Judgement) -> bool:
    return new.contradicts(found) or (found.decides and not new.decides)


def _refusal(decision: Decision, found: Finding) -> str:
    deciding = [each for each in found.decisions if each.judgement is found.judgement]
    others = [each for each in found.decisions if each not in deciding[:1]]
    through = f", through {', '.join(f'line {each.line}' for each in others)}" if others else ""
    return (
        f"{_pair(decision)} cannot be judged {decision.judgement!s}: line {deciding[0].line} says that "
        f"{_pair(deciding[0])} are {found.judgement!s}{through}; undo line {deciding[0].line} first if that was wrong"
    )


def _pair(decision: Decision) -> str:
    return f"{(decision.one_label or decision.one)!r} and {(decision.other_label or decision.other)!r}"
