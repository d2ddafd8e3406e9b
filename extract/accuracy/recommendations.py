"""Recommendations and the answers to them beside the gold, matched by number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from answerable.extract.accuracy.assignments import compare_assignments
from answerable.extract.accuracy.places import about
from answerable.extract.accuracy.responses import compare_responses, matched
from answerable.extract.accuracy.verdicts import Mistake, Verdict, invented, judged, missed
from answerable.extract.accuracy.wording import overlap
from answerable.extract.records import Recommendation

if TYPE_CHECKING:
    from answerable.extract.accuracy.gold import Gold, GoldRecommendation
    from answerable.extract.accuracy.places import Words
    from answerable.extract.records import PlanRecord

__all__ = ["compare_recommendations"]

_ADDRESSEE: Final = 0.6
"""An addressee may be spelt out, abbreviated in brackets, or both."""


def compare_recommendations(gold: Gold, record: PlanRecord, words: Words) -> Iterator[Verdict]:
    """Give the verdicts on all recommendations; one that was missed has all that it holds missed."""
    free = list(record.recommendations)
    for want in gold.recommendations:
        number = _number(want.number)
        got = next((each for each in free if _number(each.number) == number), None)
        if got is None:
            yield missed("recs", number, want.text, words.holding(want.text))
        else:
            free.remove(got)
            yield Verdict("recs", 2, 2)
        yield from _compare(number, want, got or _nothing(number), words)
    for got in free:
        yield invented("recs", _number(got.number), got.text, about(got.evidence, "text"))


def _compare(number: str, want: GoldRecommendation, got: Recommendation, words: Words) -> Iterator[Verdict]:
    said = about(got.evidence, "text")
    yield judged(Mistake("text", number, want.text, got.text or None, said), overlap(want.text, got.text))
    wrong = Mistake("status", number, want.status, got.status, about(got.evidence, "status"))
    yield judged(wrong, float(want.status == got.status))
    yield from _answers(number, want, got, words)
    pairs = matched(want.actions, got.actions)
    yield from compare_responses(number, want.actions, got.actions, pairs, words)
    yield from compare_assignments(number, want, got, pairs, words)


def _answers(number: str, want: GoldRecommendation, got: Recommendation, words: Words) -> Iterator[Verdict]:
    if want.addressee or got.addressee:
        said = about(got.evidence, "addressee") or words.holding(want.addressee or "", number)
        close = bool(want.addressee and got.addressee) and overlap(want.addressee, got.addressee) >= _ADDRESSEE
        yield judged(Mistake("answer", number, want.addressee, got.addressee, said), float(close))
    if want.rationale or got.rationale:
        said = about(got.evidence, "rationale") or words.holding(want.rationale or "", number)
        share = overlap(want.rationale, got.rationale) if want.rationale and got.rationale else 0.0
        yield judged(Mistake("answer", number, want.rationale, got.rationale, said), share)
    if want.repeated or got.repeated:
        told = ["repeated" if each else None for each in (want.repeated, got.repeated)]
        said = about(got.evidence, "text")
        yield judged(Mistake("answer", number, told[0], told[1], said), float(want.repeated == got.repeated))


def _number(number: str) -> str:
    return number.strip(". ")


def _nothing(number: str) -> Recommendation:
    return Recommendation(number=number, text="", evidence=())
