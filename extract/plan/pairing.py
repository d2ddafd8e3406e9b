"""Owners and dates: parallel lists in their cells, paired by order, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from answerable.extract.document import NOTHING, Passage
from answerable.extract.plan.cut_pairs import finished
from answerable.extract.plan.entries import cuts_a_title, date_entries, means_above, owner_entries, without_label
from answerable.extract.plan.labels import referred
from answerable.extract.plan.levels import each_beside
from answerable.extract.plan.pair import Pair
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.updates import attach_updates
from answerable.extract.plan.wording import goes_on

__all__ = ["pair_rows"]

_Before = tuple[Sequence[Pair], Pair | None]


def pair_rows(rows: Sequence[PlanRow], starts: Mapping[int, int], above: Pair | None = None) -> list[Pair]:
    """Pair the owners and dates of a recommendation; `starts` says how many actions begin in a row."""
    pairs: list[Pair] = []
    for index, row in enumerate(rows):
        owners, dues = _entries(row)
        if pairs and (row.cut or goes_on(pairs[-1].owner.text)):
            pairs[-1], owners, dues = finished(pairs[-1], row.cell(Role.OWNER), owners, dues, starts.get(index, 0))
        fresh = list(_paired(index, owners, dues, (pairs, above), starts.get(index, 0)))
        pairs.extend(fresh)
        attach_updates(pairs, row, len(fresh))
    return pairs


def _entries(row: PlanRow) -> tuple[list[Passage], list[Passage]]:
    """The lists in the cells of a row; empty places count where they make the lists equally long."""
    dues = date_entries(row.cell(Role.DUE))
    owners = owner_entries(row.cell(Role.OWNER), len(dues))
    if len(owners) == len(dues):
        return owners, dues
    holding, dated = ([place.passage for place in row.places(role)] for role in (Role.OWNER, Role.DUE))
    if len(holding) == len(dated) > 1 and not cuts_a_title(holding):
        return holding, dated
    return owners, dues


def _paired(index: int, owners: list[Passage], dues: list[Passage], before: _Before, starting: int) -> Iterator[Pair]:
    """Pair the lists of one row; `before` are the pairs above it, and the last one of the recommendation above."""
    beside = _beside(owners, dues)
    owners, dues, certain = (*beside, True) if beside else _aligned(owners, dues, starting)
    known, far = list(before[0]), before[1]
    for owner, due in zip(owners, dues, strict=True):
        owner_labels, named = without_label(owner)
        due_labels, when = without_label(due)
        meant = _meant(named.text, known, far) if means_above(named.text) else NOTHING
        holders = meant if meant or referred(named.text) else named
        labels, level = _common(owner_labels, due_labels), beside is not None
        said = _said(when, known[-1] if known else far)
        known.append(Pair(index, owner, holders, due, said, bool(meant), certain, labels, level))
        yield known[-1]


def _common(of_owner: tuple[str, ...], of_due: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of a pair: where one owner has several and each date its own, those that both print."""
    return tuple(label for label in of_owner if label in of_due) or of_owner or of_due


def _meant(text: str, known: Sequence[Pair], far: Pair | None) -> Passage:
    """The holders that words such as "As above" or "As per 1.1" leave it to; nothing where there are none.

    To the recommendation above only printed words lead, and no empty cell.
    """
    labels = referred(text)
    if labels:
        return next((pair.holders for pair in reversed(known) if set(labels) & set(pair.labels)), NOTHING)
    if known:
        return known[-1].holders
    return far.holders if far and text else NOTHING


def _said(when: Passage, above: Pair | None) -> Passage:
    """The words that say when: those of the line above where a date cell leaves it to them."""
    return above.when if above and above.when and when and means_above(when.text) else when


def _beside(owners: list[Passage], dues: list[Passage]) -> tuple[list[Passage], list[Passage]] | None:
    """Bring lists of unlike lengths to one where each of the shorter stands beside one of the longer on the page."""
    few, many = sorted((owners, dues), key=len)
    if len(few) < 2 or len(few) == len(many):
        return None
    found = each_beside(few, many)
    if found is None:
        return None
    filled = [few[found.index(i)] if i in found else NOTHING for i in range(len(many))]
    return (filled, many) if few is owners else (many, filled)


def _aligned(owners: list[Passage], dues: list[Passage], starting: int) -> tuple[list[Passage], list[Passage], bool]:
    """Bring two lists to one length; the last value says whether the print settles how.

    One owner serves all dates and the reverse; several owners with one date own it together, unless as many actions
    begin in the row.
    """
    if not owners or not dues:
        owners = owners or [NOTHING] * len(dues)
        if not dues and len(owners) > 1 and len(owners) != starting:
            owners = [Passage.joined(owners)]
        return owners, dues or [NOTHING] * len(owners), True
    if len(owners) == len(dues):
        return owners, dues, True
    if len(owners) == 1:
        return owners * len(dues), dues, True
    if len(dues) == 1:
        return (owners, dues * len(owners), True) if len(owners) == starting else ([Passage.joined(owners)], dues, True)
    if len(owners) < len(dues):
        return owners + [NOTHING] * (len(dues) - len(owners)), dues, False
    return [*owners[: len(dues) - 1], Passage.joined(owners[len(dues) - 1 :])], dues, False
