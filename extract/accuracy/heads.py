"""The head of a plan beside the gold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from answerable.extract.accuracy.places import about
from answerable.extract.accuracy.verdicts import Mistake, Verdict, judged
from answerable.extract.accuracy.wording import bare, overlap

if TYPE_CHECKING:
    from answerable.extract.accuracy.gold import GoldHead
    from answerable.extract.records import PlanRecord

__all__ = ["compare_heads"]

_TITLE: Final = 0.7
"""Titles are quoted with more or less of the words around them."""
_BODY: Final = 0.6
"""A body's full name may come with its acronym, a theme with its subtitle."""


def compare_heads(gold: GoldHead, record: PlanRecord) -> Iterator[Verdict]:
    """Give a verdict on each of the seven values."""
    for field, want, got in (
        ("submitted", gold.plan_submitted, record.submitted),
        ("updated", gold.plan_updated, record.updated),
        ("report_published", gold.report_published, record.report_published),
    ):
        yield _verdict(record, field, want, got, right=(want or None) == (got or None))
    close = overlap(gold.title, record.title) >= _TITLE
    yield _verdict(record, "title", gold.title, record.title, right=close)
    want, got = _totals(gold.declared_totals), _totals(record.declared_totals)
    yield _verdict(record, "declared_totals", want, got, right=want == got)
    same = set(map(bare, gold.inspectorate)) == set(map(bare, record.inspectorates))
    yield _verdict(record, "inspectorates", _listed(gold.inspectorate), _listed(record.inspectorates), right=same)
    close = overlap(gold.inspected, record.inspected_body) >= _BODY
    yield _verdict(record, "inspected_body", gold.inspected, record.inspected_body, right=close)


def _verdict(record: PlanRecord, field: str, want: str | None, got: str | None, *, right: bool) -> Verdict:
    name = field.replace("_", " ")
    told = [f"{name}: {value}" if value else None for value in (want, got)]
    return judged(Mistake("fields", None, told[0], told[1], about(record.evidence, field)), float(right))


def _totals(totals: dict[str, int] | None) -> str | None:
    return ", ".join(f"{name} {count}" for name, count in sorted(totals.items())) if totals else None


def _listed(names: tuple[str, ...]) -> str | None:
    return "; ".join(names) or None
