"""Which actions an assignment is about: only what the print says.

Labels link where owners or dates repeat them; else counts are compared within one printed row, commitments only, and
where they agree order pairs them; one owner in a row owns all that begins there; where they do not agree, what stands
beside what on the page tells, if the format says so. Everything else the print leaves open, and so do we.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import NamedTuple

from answerable.extract.plan.levels import each_beside, is_padded
from answerable.extract.plan.pair import Pair
from answerable.extract.plan.responses import Unit
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.settling import settle_kinds
from answerable.extract.records import ActionKind

__all__ = ["Link", "link"]


class Link(NamedTuple):
    """The actions that a pair is about, None where the print does not say; and whether their level on the page did."""

    actions: tuple[int, ...] | None = None
    by_level: bool = False


@dataclass(slots=True)
class _PrintedRow:
    """What the table shows as one row: its paragraphs and its pairs.

    `tail` are paragraphs after a page cut that have no owner there; `cut` says that a page cut stands before it, so
    that it may be one printed row with the one above.
    """

    cut: bool
    members: list[int] = field(default_factory=list)
    pairs: list[int] = field(default_factory=list)
    tail: list[int] = field(default_factory=list)
    continued: int | None = None

    def joined(self, other: _PrintedRow) -> _PrintedRow:
        """The two as one."""
        members = [*self.members, *self.tail, *other.members]
        return _PrintedRow(self.cut, members, [*self.pairs, *other.pairs], other.tail, self.continued)


def link(
    rows: Sequence[PlanRow],
    units: Sequence[Unit],
    kinds: list[ActionKind],
    pairs: Sequence[Pair],
    reasons: frozenset[int] = frozenset(),
) -> list[Link]:
    """Give for each pair the actions that it is about; settles `kinds` by the counts on the way.

    `reasons` are paragraphs that only say why, and never become actions.
    """
    links = [Link()] * len(pairs)
    printed: list[_PrintedRow] = []
    for group in _printed_rows(rows, units, pairs):
        if (beside := _by_level(group, units, kinds, pairs)) is None:
            printed.append(_settled(group, units, kinds, reasons))
        for pair, actions in beside or ():
            links[pair] = Link(actions, by_level=True)
    for group in _rejoined(printed, kinds):
        for pair, actions in _linked(group, units, kinds, pairs):
            links[pair] = Link(actions)
    return links


def _printed_rows(rows: Sequence[PlanRow], units: Sequence[Unit], pairs: Sequence[Pair]) -> list[_PrintedRow]:
    printed: list[_PrintedRow] = []
    for index, row in enumerate(rows):
        begun, owned = _of_row(index, units), _of_row(index, pairs)
        if printed and not row.cell(Role.RESPONSE):
            printed[-1].pairs.extend(owned)
        elif printed and not owned and _goes_on_with_list(units, begun):
            printed[-1].members.extend(begun)
        elif printed and row.cut and not owned:
            printed[-1].tail.extend(begun)
        else:
            printed.append(_PrintedRow(row.cut, begun, owned, continued=_carried_into(index, units)))
    return printed


def _of_row(row: int, things: Sequence[Unit | Pair]) -> list[int]:
    """The paragraphs or pairs that begin in a row."""
    return [index for index, thing in enumerate(things) if thing.row == row]


def _carried_into(row: int, units: Sequence[Unit]) -> int | None:
    """The paragraph that began above a row and goes on in it."""
    return next((index for index, unit in enumerate(units) if unit.row < row and row in unit.rows), None)


def _settled(row: _PrintedRow, units: Sequence[Unit], kinds: list[ActionKind], reasons: frozenset[int]) -> _PrintedRow:
    """Settle the kinds in a row; what stands below a page cut belongs to it where only so the counts agree."""
    settle_kinds(units, kinds, [i for i in row.members if i not in reasons], len(row.pairs))
    if not row.tail or len(row.pairs) < 2 or _agrees(row, kinds):
        return row
    whole = _PrintedRow(row.cut, [*row.members, *row.tail], row.pairs, [], row.continued)
    tried = list(kinds)
    settle_kinds(units, tried, [i for i in whole.members if i not in reasons], len(row.pairs))
    if not _agrees(whole, tried):
        return row
    kinds[:] = tried
    return whole


def _goes_on_with_list(units: Sequence[Unit], begun: Sequence[int]) -> bool:
    """Whether a row holds just the list that the line above it announces."""
    if not begun or not begun[0]:
        return False
    return units[begun[0] - 1].text.endswith(":") and all(units[i].level for i in begun)


def _rejoined(printed: list[_PrintedRow], kinds: Sequence[ActionKind]) -> Iterator[_PrintedRow]:
    """Put together rows that page cuts parted, where only together they have as many actions as pairs."""
    runs: list[list[_PrintedRow]] = []
    for row in printed:
        if runs and row.cut:
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        whole = reduce(_PrintedRow.joined, run)
        parted = len(run) > 1 and not all(_agrees(row, kinds) for row in run)
        yield from [whole] if parted and len(whole.pairs) > 1 and _agrees(whole, kinds) else run


def _agrees(row: _PrintedRow, kinds: Sequence[ActionKind]) -> bool:
    return len(_actions(row.members, kinds)) == len(row.pairs)


def _actions(members: Sequence[int], kinds: Sequence[ActionKind]) -> list[int]:
    return [i for i in members if kinds[i] is ActionKind.ACTION]


def _linked(
    row: _PrintedRow, units: Sequence[Unit], kinds: Sequence[ActionKind], pairs: Sequence[Pair]
) -> list[tuple[int, tuple[int, ...]]]:
    actions = _actions(row.members, kinds)
    if len(row.pairs) == 1:
        everything = _actions(range(len(units)), kinds) if len(pairs) == 1 else []
        owned = everything or actions + _actions(row.tail, kinds)
        owned = owned or ([row.continued] if row.continued is not None else [])
        return [(row.pairs[0], tuple(owned))] if owned else []
    if labelled := _by_label(row, units, pairs):
        return labelled
    if len(actions) == len(row.pairs):
        return [(pair, (action,)) for pair, action in zip(row.pairs, actions, strict=True)]
    return []


def _by_level(
    row: _PrintedRow, units: Sequence[Unit], kinds: Sequence[ActionKind], pairs: Sequence[Pair]
) -> list[tuple[int, tuple[int, ...] | None]] | None:
    """Link by level on the page, where the counts differ and owners and dates stand beside paragraphs of their own."""
    if len(row.pairs) < 2 or _agrees(row, kinds) or any(pairs[i].labels for i in row.pairs):
        return None
    beside = _members_beside(row, units, pairs)
    if not beside:
        return None
    ends = [*beside[1:], len(row.members)]
    return [
        (pair, _begun_at([row.members[i] for i in range(start, end)], kinds))
        for pair, start, end in zip(row.pairs, beside, ends, strict=True)
    ]


def _members_beside(row: _PrintedRow, units: Sequence[Unit], pairs: Sequence[Pair]) -> tuple[int, ...]:
    """Where among the members of a row each pair stands on the page; nothing unless owners and dates agree on it."""
    passages = [units[i].passage for i in row.members]
    lists = [[pairs[i].owner for i in row.pairs], [pairs[i].due for i in row.pairs]]
    levels = {tuple(each_beside(each, passages) or ()) for each in lists if is_padded(each)}
    return levels.pop() if len(levels) == 1 else ()


def _begun_at(members: Sequence[int], kinds: Sequence[ActionKind]) -> tuple[int, ...] | None:
    """The action that stands first, or the only one that an introduction standing first leads to."""
    actions = _actions(members, kinds)
    return (actions[0],) if actions and (actions[0] == members[0] or len(actions) == 1) else None


def _by_label(row: _PrintedRow, units: Sequence[Unit], pairs: Sequence[Pair]) -> list[tuple[int, tuple[int, ...]]]:
    """Link by the labels of actions, where owners or dates print them too."""
    labels = {unit.label: index for index, unit in enumerate(units) if unit.label}
    named = ((i, tuple(labels[label] for label in pairs[i].labels if label in labels)) for i in row.pairs)
    return [(i, actions) for i, actions in named if actions]
