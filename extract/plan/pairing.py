"""Owners and dates: parallel lists in their cells, paired by order, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from answerable.extract.document import NOTHING, Passage
from answerable.extract.plan.entries import (
    continues_date,
    continues_owner,
    date_entries,
    means_above,
    owner_entries,
    without_label,
)
from answerable.extract.plan.holders import is_closed, is_holder
from answerable.extract.plan.labels import referred
from answerable.extract.plan.levels import each_beside
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.wording import goes_on, is_finished, sentences

__all__ = ["Pair", "pair_rows"]


class Pair(NamedTuple):
    """One printed owner with its date, and what an update column says of them.

    `owner` and `due` are what their own cells print, and empty where a cell is; `holders` are the words that name who
    owns, those of the pair above where `inherited`; `when` are those that say when. `row` counts rows of the
    recommendation; `certain` is False where the lists in the cells do not match and order alone decided. `labels` are
    those of actions ("1.2"), repeated before owner or date; `level` says that the lists differ in length and what
    stands beside what on the page paired them.
    """

    row: int
    owner: Passage
    holders: Passage
    due: Passage
    when: Passage
    inherited: bool = False
    certain: bool = True
    labels: tuple[str, ...] = ()
    level: bool = False
    update: Passage = NOTHING
    revised: Passage = NOTHING


_Before = tuple[Sequence[Pair], Pair | None]


def pair_rows(rows: Sequence[PlanRow], starts: Sequence[int], above: Pair | None = None) -> list[Pair]:
    """Pair the owners and dates of a recommendation; `starts` is the number of actions that begin in each row."""
    pairs: list[Pair] = []
    for index, row in enumerate(rows):
        owners, dues = _entries(row)
        if pairs and (row.cut or goes_on(pairs[-1].owner.text)):
            pairs[-1], owners, dues = _finished(pairs[-1], row, owners, dues, starts[index])
        fresh = list(_paired(index, owners, dues, (pairs, above), starts[index]))
        pairs.extend(fresh)
        _attach(pairs, row, len(fresh))
    return pairs


def _entries(row: PlanRow) -> tuple[list[Passage], list[Passage]]:
    """The lists in the cells of a row; empty places count where they make the lists equally long."""
    dues = date_entries(row.cell(Role.DUE))
    owners = owner_entries(row.cell(Role.OWNER), len(dues))
    if len(owners) == len(dues):
        return owners, dues
    places = row.places(Role.OWNER), row.places(Role.DUE)
    if len(places[0]) == len(places[1]) > 1:
        return [paragraph.passage for paragraph in places[0]], [paragraph.passage for paragraph in places[1]]
    return owners, dues


def _finished(
    last: Pair, row: PlanRow, owners: list[Passage], dues: list[Passage], starting: int
) -> tuple[Pair, list[Passage], list[Passage]]:
    """Give the last pair above a cut the ends of its owner and date, which stand at the head of the row below."""
    if not last.due and dues and not owners:  # the page parts an owner from the date beside it
        return last._replace(due=dues[0], when=dues[0]), owners, dues[1:]
    if last.due and dues and (continues_date(last.due.text, dues[0].text) or (not owners and _is_end(dues[0]))):
        last, dues = last._replace(due=last.due + dues[0], when=last.when + dues[0]), dues[1:]
        owners = owner_entries(row.cell(Role.OWNER), len(dues))
    if not last.owner or not owners:
        return last, owners, dues
    if not dues and (not starting or _completes(last.owner.text, owners)):  # nobody else owns what has no date
        return _owned_by(last, Passage.joined(owners)), [], dues
    with_end = owner_entries(row.cell(Role.OWNER), len(dues) + 1)
    opens_small = not is_holder(owners[0].text) and len(with_end) > len(dues)
    if goes_on(last.owner.text) or (opens_small and continues_owner(last.owner.text, with_end[0].text)):
        entries = with_end if len(with_end) > len(dues) else owners
        return _owned_by(last, entries[0]), entries[1:], dues
    return last, owners, dues


def _completes(last: str, owners: list[Passage]) -> bool:
    """Whether the one owner below a page cut ends the last one above it, which is printed only in part."""
    lone = " " not in owners[0].text and not is_closed(last)
    return len(owners) == 1 and (last.endswith((";", "/")) or lone or not is_holder(owners[0].text))


def _is_end(due: Passage) -> bool:
    """Whether words in a date column only end those above a cut: they begin small and no owner stands beside them."""
    return due.text[:1].islower()


def _owned_by(last: Pair, end: Passage) -> Pair:
    """The pair with the end of its owner put to it."""
    return last._replace(owner=last.owner + end, holders=last.holders + (NOTHING if last.inherited else end))


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


def _attach(pairs: list[Pair], row: PlanRow, fresh: int) -> None:
    """Give a row's update and revised date to its pairs: one each where they are as many, else all to the first."""
    if not pairs:
        return
    first = len(pairs) - max(fresh, 1)
    for offset, part in _parts(row, Role.UPDATE, fresh):
        tail, own = _tail_of(pairs[first + offset - 1].update if first + offset and fresh else NOTHING, part)
        if tail:
            above = pairs[first + offset - 1]
            pairs[first + offset - 1] = above._replace(update=above.update + tail)
        pair = pairs[first + offset]
        pairs[first + offset] = pair._replace(update=pair.update + own)
    for offset, part in _parts(row, Role.REVISED, fresh):
        pair = pairs[first + offset]
        pairs[first + offset] = pair._replace(revised=pair.revised + part)


def _tail_of(above: Passage, update: Passage) -> tuple[Passage, Passage]:
    """Part the end of the update above, which can land at the head of the next row's, from the update itself."""
    if not above or is_finished(above.text) or not update.text[:1].islower():
        return NOTHING, update
    _, end = next(iter(sentences(update.text)))
    return update.cut(0, end), update.cut(end)


def _parts(row: PlanRow, role: Role, fresh: int) -> Iterator[tuple[int, Passage]]:
    paragraphs = row.cell(role)
    if not paragraphs:
        return
    whole = date_entries(paragraphs) if role is Role.REVISED else [paragraph.passage for paragraph in paragraphs]
    lines = [Passage((line,)) for paragraph in paragraphs for line in paragraph.lines]
    entries = next((option for option in (whole, lines) if len(option) == fresh), None)
    yield from enumerate(entries or ([Passage.joined(whole)] if whole else []))
