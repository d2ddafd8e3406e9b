"""Owners and dates: parallel lists in their cells, paired by order, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from answerable.extract.dates import is_date
from answerable.extract.document import Paragraph, Passage
from answerable.extract.plan.columns import Role
from answerable.extract.plan.holders import is_holder
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.wording import fold, goes_on
from answerable.ontology import reading

__all__ = ["Pair", "pair_rows"]

NOTHING = Passage(())


@dataclass(frozen=True, slots=True)
class Pair:
    """One printed owner with its date, and what an update column says of them.

    `owner` is what its own cell prints, and empty where the cell is; `holders` are the words that name who owns, the
    same or those of the pair above. `row` counts rows of the recommendation; `certain` is False where the lists in
    the cells do not match and order alone decided.
    """

    row: int
    owner: Passage
    holders: Passage
    due: Passage
    certain: bool = True
    update: Passage = NOTHING
    revised: Passage = NOTHING

    @property
    def inherited(self) -> bool:
        """Whether the owner is that of the pair above."""
        return self.owner is not self.holders


def pair_rows(rows: Sequence[PlanRow], starts: Sequence[int]) -> list[Pair]:
    """Pair the owners and dates of a recommendation; `starts` is the number of actions that begin in each row."""
    pairs: list[Pair] = []
    for index, row in enumerate(rows):
        if pairs and row.cut and _carries_over(pairs[-1], row, starts[index]):
            pairs[-1] = _carried_over(pairs[-1], row)
            continue
        above = pairs[-1].holders if pairs else NOTHING
        fresh = list(_pair_row(index, row, above, starts[index]))
        pairs.extend(fresh)
        _attach_updates(pairs, row, len(fresh))
    return pairs


def _carries_over(last: Pair, row: PlanRow, starting: int) -> bool:
    """Whether the first row after a cut only finishes the owner or the date of the row before it."""
    owner, due = row.passage(Role.OWNER), row.passage(Role.DUE)
    if not owner and not due:
        return False
    owner_goes_on = bool(owner) and (goes_on(last.owner.text) or (not due and not is_holder(owner.text)))
    due_goes_on = bool(due) and not is_date(last.due.text) and bool(last.due) and goes_on(last.due.text)
    if owner and due:
        return owner_goes_on and due_goes_on
    return owner_goes_on or due_goes_on or (bool(due) and not owner and starting == 0 and not is_date(last.due.text) and bool(last.due))


def _carried_over(last: Pair, row: PlanRow) -> Pair:
    owner = last.owner + row.passage(Role.OWNER)
    due, update = last.due + row.passage(Role.DUE), _joined(last.update, row.passage(Role.UPDATE))
    holders = owner if not last.inherited else last.holders
    return replace(last, owner=owner, holders=holders, due=due, update=update, revised=_joined(last.revised, row.passage(Role.REVISED)))


def _joined(first: Passage, second: Passage) -> Passage:
    return first + second if second else first


def _pair_row(index: int, row: PlanRow, above: Passage, starting: int) -> Iterator[Pair]:
    owners, dues, certain = _aligned(row.cell(Role.OWNER), row.cell(Role.DUE), starting)
    for owner, due in zip(owners, dues, strict=True):
        holders = above if _means_above(owner) and above else owner
        yield Pair(index, owner, holders, due, certain)
        above = holders


def _means_above(owner: Passage) -> bool:
    return not owner or fold(owner.text) in _above()


@cache
def _above() -> frozenset[str]:
    return frozenset(map(fold, reading.words("marks", "above")))


def _aligned(owner_cell: Sequence[Paragraph], due_cell: Sequence[Paragraph], starting: int) -> tuple[list[Passage], list[Passage], bool]:
    """Bring the lists of two cells to one length; the last value says whether the print settles how."""
    dues = _due_entries(due_cell)
    owners = _owner_entries(owner_cell, len(dues))
    if not dues:
        if len(owners) > 1 and len(owners) != starting:
            owners = [Passage.joined(owners)]
        return owners, [NOTHING] * len(owners), True
    if not owners:
        return [NOTHING] * len(dues), dues, True
    if len(owners) == len(dues):
        return owners, dues, True
    if len(dues) == 1:
        if len(owners) == starting:
            return owners, dues * len(owners), True
        return [Passage.joined(owners)], dues, True
    if len(owners) == 1:
        return owners * len(dues), dues, True
    if len(owners) < len(dues):
        return owners + [NOTHING] * (len(dues) - len(owners)), dues, False
    return [*owners[: len(dues) - 1], Passage.joined(owners[len(dues) - 1 :])], dues, False


def _due_entries(cell: Sequence[Paragraph]) -> list[Passage]:
    """The dates of a cell: a paragraph each, or a line each where every line reads as a date; wrapped dates joined."""
    entries: list[Passage] = []
    for paragraph in cell:
        lines = [Passage((line,)) for line in paragraph.lines]
        if len(lines) > 1 and all(is_date(line.text) for line in lines):
            entries.extend(lines)
        else:
            entries.append(paragraph.passage)
    return _joined_where(entries, lambda before, after: (goes_on(before) or not is_date(before)) and is_date(f"{before} {after}") and not _stands(before))


@cache
def _standing() -> frozenset[str]:
    return frozenset({"tbc", "tba", "n a", "na", "none", "not applicable"})


def _stands(text: str) -> bool:
    """Whether words without a date fill a place of their own in a list of dates."""
    return fold(text) in _standing()


def _owner_entries(cell: Sequence[Paragraph], wanted: int) -> list[Passage]:
    """The owners of a cell: as many as there are dates, if paragraphs, lines, or joined wrapped lines give as many."""
    whole = [paragraph.passage for paragraph in cell]
    lines = [Passage((line,)) for paragraph in cell for line in paragraph.lines]
    options = [whole, _unwrapped(whole), lines, _unwrapped(lines)]
    return next((option for option in options if len(option) == wanted), _unwrapped(whole))


def _unwrapped(entries: list[Passage]) -> list[Passage]:
    """Join an entry to the one before where the two are one holder on two lines."""
    return _joined_where(entries, lambda before, after: goes_on(before) or not (is_holder(before) and is_holder(after) or _means_above_text(after)) and not is_holder(after))


def _means_above_text(text: str) -> bool:
    return fold(text) in _above()


def _joined_where(entries: Sequence[Passage], belongs: object) -> list[Passage]:
    assert callable(belongs)
    joined: list[Passage] = []
    for entry in entries:
        if joined and belongs(joined[-1].text, entry.text):
            joined[-1] = joined[-1] + entry
        else:
            joined.append(entry)
    return joined


def _attach_updates(pairs: list[Pair], row: PlanRow, fresh: int) -> None:
    """Give a row's update and revised date to its pairs: one each where they are as many, else all to the first."""
    if not pairs:
        return
    first = len(pairs) - fresh if fresh else len(pairs) - 1
    for role, name in ((Role.UPDATE, "update"), (Role.REVISED, "revised")):
        cells = [paragraph.passage for paragraph in row.cell(role)]
        if not cells:
            continue
        parts = cells if len(cells) == fresh else [Passage.joined(cells)]
        for offset, part in enumerate(parts):
            pair = pairs[first + offset]
            pairs[first + offset] = replace(pair, **{name: _joined(getattr(pair, name), part)})
