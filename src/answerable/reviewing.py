"""What `answerable review` does: candidates out of a store, decisions into a file, and why two forms are one post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from answerable.graph.linking.candidates import Candidate, Holder
    from answerable.graph.linking.decisions import Decision, Decisions, Judgement
    from answerable.graph.linking.explaining import Explanation, Reading
    from answerable.graph.store import Store

Named: TypeAlias = tuple[str, str]
"""An address and the label to write beside it."""

__all__ = ["Review", "candidate_as_data", "candidate_as_text"]

_QUOTES_SHOWN = 3


@dataclass(frozen=True)
class Review:
    """The holders of one store beside one decisions file."""

    store: Store
    file: Path

    @property
    def decisions(self) -> Decisions:
        """The decisions as they stand in the file now; none where it is not there yet."""
        from answerable.graph.linking.decisions import Decisions, load_decisions

        return load_decisions(self.file) if self.file.exists() else Decisions(self.file.name)

    @cached_property
    def holders(self) -> list[Holder]:
        """Every holder of the store."""
        from answerable.graph.linking.candidates.asking import holders_in

        return holders_in(self.store)

    def candidates(self, least: float) -> list[Candidate]:
        """Give the pairs that nobody decided, the likeliest first."""
        from answerable.graph.linking.candidates import candidates

        return candidates(self.holders, self.decisions.standing, least=least)

    def undecided(self, least: float) -> Iterator[Candidate]:
        """Give the candidates one by one, without those that a decision taken meanwhile settles."""
        for candidate in self.candidates(least):
            found = self.decisions.standing.judge(candidate.one.iri, candidate.other.iri)
            if not (found and found.judgement.decides):
                yield candidate

    def meant(self, name: str) -> Reading:
        """Give what a label or an address means: the holder it belongs to now, and the address it had before."""
        from answerable.graph.linking.candidates.naming import holder_named
        from answerable.graph.linking.explaining import read_form

        return read_form(name, holder_named(self._replaced.get(name, name), self.holders), self._replaced)

    def decide(self, pair: tuple[Named, Named], judgement: Judgement, *, by: str, date: str, note: str) -> Decision:
        """Write a decision at the end of the file; raises DecisionError where it goes against an earlier one."""
        from answerable.graph.linking.decisions import Decision, append_decision

        return append_decision(self.file, Decision(date, by, judgement, *pair[0], *pair[1], note))

    def explain(self, one: str, other: str) -> Explanation:
        """Say why two printed forms, or addresses, are one holder or are not."""
        from answerable.graph.linking.explaining import explain

        return explain(self.meant(one), self.meant(other), self.decisions.standing)

    @cached_property
    def _replaced(self) -> dict[str, str]:
        rows = self.store.select("SELECT ?old ?kept WHERE { ?old dcterms:isReplacedBy ?kept }")
        return {str(old): str(kept) for old, kept in rows}


def candidate_as_text(candidate: Candidate) -> str:
    """Give a candidate as a person reads it: the two names, the reasons, and where each is printed."""
    reasons = "; ".join(candidate.reasons)
    lines = [f"{candidate.score:.2f}  {reasons}"]
    for holder in (candidate.one, candidate.other):
        forms = f" (also printed: {'; '.join(holder.forms)})" if holder.forms else ""
        lines += [f"  {holder.label}{forms}", f"    {holder.iri}"]
        lines += [f"    {quote}" for quote in holder.quotes[:_QUOTES_SHOWN]]
        if len(holder.quotes) > _QUOTES_SHOWN:
            lines.append(f"    and {len(holder.quotes) - _QUOTES_SHOWN} more")
    if candidate.judged:
        lines.append("  somebody was unsure before")
    return "\n".join(lines)


def candidate_as_data(candidate: Candidate) -> dict[str, object]:
    """Give a candidate as plain values for JSON."""
    from dataclasses import asdict

    return asdict(candidate)
