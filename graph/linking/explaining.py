"""Why two printed forms are one post, or are not: the rule that normalised each, and the decisions about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from answerable.graph.linking.candidates.comparing import likeness
from answerable.graph.linking.candidates.holder import Holder
from answerable.graph.linking.decisions import Judgement

if TYPE_CHECKING:
    from answerable.graph.linking.decisions import Decision, Standing

__all__ = ["Explanation", "Reading", "explain", "read_form"]

_WORD = re.compile(r"[\w&+]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """How one printed form became a holder."""

    form: str
    origin: str
    """The address that the form's own words give."""
    holder: Holder
    """The holder it belongs to, after decisions."""

    @property
    def rule(self) -> str:
        """Say what of the print makes no difference, and what is left to tell posts apart."""
        words = sorted(self.origin.rsplit("/", 1)[-1].split("-"))
        printed = _WORD.findall(self.form)
        written_out = [each for each in printed if each[:2].isupper() and each.casefold() not in words]
        out = f"; {', '.join(written_out)} written out" if written_out else ""
        kept = ", ".join(words)
        return f"“{self.form}” reads as the words {kept} (order, case, number and small words aside{out})"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether two forms are one holder, and why."""

    one: Reading
    other: Reading
    same: bool
    reasons: tuple[str, ...]
    decisions: tuple[Decision, ...]

    def lines(self) -> Iterator[str]:
        """Say it, a line to a step."""
        yield f"{'one' if self.same else 'not one'}: “{self.one.form}” and “{self.other.form}”"
        for reading in (self.one, self.other):
            yield f"  {reading.rule}"
            yield f"    {reading.origin}"
        yield from (f"  {reason}" for reason in self.reasons)
        yield from (f"  decided in {decision}" for decision in self.decisions)


def explain(first: Reading, second: Reading, standing: Standing) -> Explanation:
    """Explain two printed forms of holders in one build."""
    found = standing.judge(first.origin, second.origin)
    decided = found.decisions if found and found.judgement is not Judgement.UNSURE else ()
    if first.origin == second.origin:
        return Explanation(first, second, same=True, reasons=(_one_key(first.holder),), decisions=())
    same = first.holder.iri == second.holder.iri
    reasons = _reasons(first, second) if not decided else ()
    if decided and (found is not None and found.judgement is Judgement.SAME) != same:
        reasons = ("the build does not know this decision yet: build again with --decisions",)
    return Explanation(first, second, same, reasons, found.decisions if found else ())


def _one_key(holder: Holder) -> str:
    where = f" within {holder.organisation}" if holder.organisation else ""
    return f"the same words{where}: one post by rule"


def _reasons(first: Reading, second: Reading) -> tuple[str, ...]:
    like = likeness(replace(first.holder, iri=first.origin), replace(second.holder, iri=second.origin))
    weight = f"likeness {like.score:.2f}; kept apart, because nobody decided that they are one"
    return *like.reasons, weight


def read_form(form: str, holder: Holder, replaced: Mapping[str, str]) -> Reading:
    """Give the address that a form came from: of those that are the holder now, the one whose words it prints best."""
    origins: Sequence[str] = sorted([holder.iri, *(old for old, kept in replaced.items() if kept == holder.iri)])
    return Reading(form, form if form in origins else max(origins, key=lambda iri: _fit(form, iri)), holder)


def _fit(form: str, iri: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only explaining needs it

    return fuzz.token_sort_ratio(form.casefold(), iri.rsplit("/", 1)[-1].replace("-", " "))
