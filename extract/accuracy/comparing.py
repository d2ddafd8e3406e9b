"""Records beside the gold of their documents: shares by measure, for one plan, one format and all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from answerable.extract.accuracy.gold import Gold
from answerable.extract.accuracy.heads import compare_heads
from answerable.extract.accuracy.measures import MEASURES
from answerable.extract.accuracy.named import compare_mentions
from answerable.extract.accuracy.places import Words
from answerable.extract.accuracy.recommendations import compare_recommendations
from answerable.extract.accuracy.verdicts import Mistake, Share, Verdict
from answerable.extract.records import Ledger, PlanRecord, Source

__all__ = ["Accuracy", "PlanAccuracy", "compare"]


@dataclass(frozen=True, slots=True)
class PlanAccuracy:
    """How one record agrees with the gold of its document."""

    name: str
    media_type: str | None
    """What its document is; None where the gold has no record."""
    verdicts: tuple[Verdict, ...]

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What differs, in the order of the plan."""
        return tuple(each.mistake for each in self.verdicts if each.mistake)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How records agree with gold."""

    plans: tuple[PlanAccuracy, ...]
    strangers: tuple[str, ...] = ()
    """Names of documents that no gold is of."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """What documents there are."""
        return tuple(sorted({plan.media_type for plan in self.plans if plan.media_type}))

    def shares(self, media_type: str | None = None) -> Mapping[str, Share]:
        """Give the share of each measure, over the plans of one media type or over all."""
        chosen = [plan for plan in self.plans if media_type in {None, plan.media_type}]
        return {
            name: Share.over(each for plan in chosen for each in plan.verdicts if each.measure == name)
            for name in MEASURES
        }


def compare(golds: Mapping[str, Gold], records: Iterable[PlanRecord], *, partial: bool = False) -> Accuracy:
    """Compare each record with the gold whose name begins that of its document.

    Gold without a record counts as a plan of which nothing was read, unless `partial`.
    """
    plans, strangers, met = [], [], set()
    for record in records:
        name = _gold_of(record.source.name, golds)
        if name is None:
            strangers.append(record.source.name)
            continue
        met.add(name)
        plans.append(_compared(golds[name], record))
    if not partial:
        plans += [_unread(name, gold) for name, gold in golds.items() if name not in met]
    return Accuracy(tuple(plans), tuple(strangers))


def _gold_of(document: str, golds: Mapping[str, Gold]) -> str | None:
    """Where several names begin alike, the longest is meant."""
    return max((name for name in golds if document.startswith(name)), key=len, default=None)


def _compared(gold: Gold, record: PlanRecord) -> PlanAccuracy:
    return PlanAccuracy(record.source.name, record.source.media_type, tuple(_verdicts(gold, record)))


def _unread(name: str, gold: Gold) -> PlanAccuracy:
    source = Source(name=gold.source or name, sha256="", media_type="")
    nothing = PlanRecord(source=source, ledger=Ledger(rows=0, loaded=0))
    return PlanAccuracy(source.name, None, tuple(_verdicts(gold, nothing)))


def _verdicts(gold: Gold, record: PlanRecord) -> Iterator[Verdict]:
    words = Words(record)
    yield from compare_heads(gold.plan, record)
    yield from compare_recommendations(gold, record, words)
    yield from compare_mentions(gold.mentions, record.mentions, words)
