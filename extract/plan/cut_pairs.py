"""Owners and dates that a page cut in two: their ends stand at the head of the lists in the row below."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.extract.document import Paragraph, Passage
from answerable.extract.plan.entries import continues_date, continues_owner, owner_entries
from answerable.extract.plan.holders import is_closed, is_holder
from answerable.extract.plan.pair import Pair
from answerable.extract.plan.wording import goes_on

__all__ = ["finished"]


def finished(
    last: Pair, cell: Sequence[Paragraph], owners: list[Passage], dues: list[Passage], starting: int
) -> tuple[Pair, list[Passage], list[Passage]]:
    """Give the last pair above a cut with the ends of its owner and date, and the lists of the row below without them.

    `cell` is the row's cell of owners, `starting` the number of actions that begin in the row.
    """
    if not last.due and dues and not owners:  # the page parts an owner from the date beside it
        return last._replace(due=dues[0], when=dues[0]), owners, dues[1:]
    if _is_date_cut(last, owners, dues):
        last, dues = last._replace(due=last.due + dues[0], when=last.when + dues[0]), dues[1:]
        owners = owner_entries(cell, len(dues))
    last, owners = _with_owner_finished(last, cell, owners, len(dues), starting)
    return last, owners, dues


def _is_date_cut(last: Pair, owners: list[Passage], dues: list[Passage]) -> bool:
    """Whether the first date below a cut ends the last one above: it goes on from it, or begins small without owner."""
    if not last.due or not dues:
        return False
    return continues_date(last.due.text, dues[0].text) or (not owners and dues[0].text[:1].islower())


def _with_owner_finished(
    last: Pair, cell: Sequence[Paragraph], owners: list[Passage], dates: int, starting: int
) -> tuple[Pair, list[Passage]]:
    if not last.owner or not owners:
        return last, owners
    if not dates and (not starting or _completes(last.owner.text, owners)):  # nobody else owns what has no date
        return last.with_owner_end(Passage.joined(owners)), []
    with_end = owner_entries(cell, dates + 1)
    has_end = len(with_end) > dates
    entries = with_end if has_end else owners
    is_end = has_end and not is_holder(owners[0].text) and continues_owner(last.owner.text, entries[0].text)
    if is_end or goes_on(last.owner.text):
        return last.with_owner_end(entries[0]), entries[1:]
    return last, owners


def _completes(last: str, owners: list[Passage]) -> bool:
    """Whether the one owner below a page cut ends the last one above it, which is printed only in part."""
    lone = " " not in owners[0].text and not is_closed(last)
    return len(owners) == 1 and (last.endswith((";", "/")) or lone or not is_holder(owners[0].text))
