"""Printed owners with their dates beside the gold, matched by what the two cells print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from answerable.extract.accuracy.places import about
from answerable.extract.accuracy.verdicts import Mistake, Verdict, invented, judged, missed
from answerable.extract.accuracy.wording import folded, overlap
from answerable.extract.records import ActionKind

if TYPE_CHECKING:
    from answerable.extract.accuracy.gold import GoldAssignment, GoldRecommendation
    from answerable.extract.accuracy.places import Words
    from answerable.extract.records import Assignment, Recommendation

__all__ = ["compare_assignments"]


def compare_assignments(
    number: str, gold: GoldRecommendation, read: Recommendation, pairs: Mapping[int, int], words: Words
) -> Iterator[Verdict]:
    """Give the verdicts on pairs, dates, links, updates, revisions and owners; `pairs` matches the actions."""
    free = list(read.assignments)
    for want in gold.assignments:
        got = next((each for each in free if _same_print(want, each)), None)
        if got is None:
            yield from _missed(number, want, words)
            continue
        free.remove(got)
        yield Verdict("pairs", 2, 2)
        yield from _date(number, want, got)
        yield _link(number, want, got, gold, read, pairs)
        yield from _progress(number, want, got)
    for got in free:
        yield invented("pairs", number, _printed(got.owner_text, got.due.text), about(got.evidence, "owner", "due"))
    yield from _owners(number, gold.assignments, read.assignments, words)


def _same_print(want: GoldAssignment, got: Assignment) -> bool:
    fair = {folded(want.owner_text)}
    if want.shared:
        fair |= {"", "as above", folded("; ".join(want.owners)), *map(folded, want.owners)}
    return folded(got.owner_text) in fair and folded(got.due.text) == folded(want.date_text)


def _missed(number: str, want: GoldAssignment, words: Words) -> Iterator[Verdict]:
    """Whatever the gold says of a pair is missed with it; only the pair is told as a mistake."""
    found = words.holding(want.owner_text, number) + words.holding(want.date_text or "", number)
    yield missed("pairs", number, _printed(want.owner_text, want.date_text), found)
    yield Verdict("align", 0, 1)
    if want.update_text:
        yield Verdict("updates", 0, 1)
    if want.revised_text:
        yield Verdict("revised", 0, 1)


def _date(number: str, want: GoldAssignment, got: Assignment) -> Iterator[Verdict]:
    if not want.date_text:
        return
    read = (got.due.kind.value, got.due.from_ or "", got.due.to or "")
    fair = [date.key() for date in (want.date, *want.date_alternatives) if date] or [("none", "", "")]
    wrong = Mistake("dates", number, _told(*fair[0]), _told(*read), about(got.evidence, "due"))
    yield judged(wrong, float(read in fair))


def _link(  # noqa: PLR0917 - both sides of an assignment, of its recommendation, and how their actions match
    number: str,
    want: GoldAssignment,
    got: Assignment,
    gold: GoldRecommendation,
    read: Recommendation,
    pairs: Mapping[int, int],
) -> Verdict:
    """Compare the actions of a pair; commitments alone count where there are any."""
    acting = {i for i, action in enumerate(gold.actions) if action.kind == ActionKind.ACTION}
    linked = {i for i, j in pairs.items() if j in (got.actions or ())}
    wanted = set(want.action_index or ())
    right = (wanted & acting or wanted) == (linked & acting or linked) if wanted else not got.actions
    head = _printed(want.owner_text, want.date_text)
    told = [
        _about(head, [gold.actions[i].text for i in sorted(wanted)]),
        _about(head, [action.text for j, action in enumerate(read.actions) if j in (got.actions or ())]),
    ]
    return judged(Mistake("align", number, told[0], told[1], about(got.evidence, "owner", "due")), float(right))


def _progress(number: str, want: GoldAssignment, got: Assignment) -> Iterator[Verdict]:
    if want.update_text or got.update:
        share = overlap(want.update_text, got.update) if want.update_text else 0.0
        yield judged(Mistake("updates", number, want.update_text, got.update, about(got.evidence, "update")), share)
    revised = got.revised_text or (got.revised_due.text if got.revised_due else None)
    if want.revised_text or revised:
        wrong = Mistake("revised", number, want.revised_text, revised, about(got.evidence, "revised"))
        yield judged(wrong, float(folded(want.revised_text) == folded(revised)))


def _owners(number: str, gold: Iterable[GoldAssignment], read: Iterable[Assignment], words: Words) -> Iterator[Verdict]:
    wanted = {folded(owner): owner for each in gold for owner in each.owners}
    found = {folded(owner.text): (owner.text, each) for each in read for owner in each.owners}
    for _ in wanted.keys() & found.keys():
        yield Verdict("owners", 2, 2)
    for key, owner in wanted.items():
        if key not in found:
            yield missed("owners", number, owner, words.holding(owner, number))
    for key, (owner, assignment) in found.items():
        if key not in wanted:
            yield invented("owners", number, owner, about(assignment.evidence, "owner"))


def _printed(owner: str, date: str | None) -> str:
    return f"{owner or '(no owner)'} / {date or '(no date)'}"


def _told(kind: str, first: str, last: str) -> str:
    return " ".join(filter(None, (kind, first, "to" if first and last else "", last)))


def _about(head: str, texts: list[str]) -> str:
    return f"{head}: {' | '.join(texts) if texts else 'tied to no action'}"
