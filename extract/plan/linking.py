"""Which actions an assignment is about: only what the print says.

Labels link where owners or dates repeat them; else counts are compared within one printed row, commitments only, and
where they agree order pairs them; one owner in a row owns all that begins there. Everything else the print leaves
open, and so do we.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.extract.plan.kinds import settle_kinds
from answerable.extract.plan.pairing import Pair
from answerable.extract.plan.responses import Unit
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.records import ActionKind

__all__ = ["link"]


@dataclass(slots=True)
class _PrintedRow:
    """What the print shows as one row: its paragraphs and its pairs; `tail` are paragraphs after a page cut."""

    members: list[int] = field(default_factory=list)
    pairs: list[int] = field(default_factory=list)
    tail: list[int] = field(default_factory=list)
    continued: int | None = None


def link(
    rows: Sequence[PlanRow], units: Sequence[Unit], kinds: list[ActionKind], pairs: Sequence[Pair]
) -> list[tuple[int, ...] | None]:
    """Give for each pair the actions that it is about, or None; settles `kinds` by the counts on the way."""
    printed = _printed_rows(rows, units, pairs)
    for group in printed:
        settle_kinds(units, kinds, group.members, len(group.pairs))
    links: list[tuple[int, ...] | None] = [None] * len(pairs)
    for group in printed:
        for pair, actions in _linked(group, units, kinds, pairs):
            links[pair] = actions
    return links


def _printed_rows(rows: Sequence[PlanRow], units: Sequence[Unit], pairs: Sequence[Pair]) -> list[_PrintedRow]:
    printed: list[_PrintedRow] = []
    for index, row in enumerate(rows):
        begun = [i for i, unit in enumerate(units) if unit.row == index]
        owned = [i for i, pair in enumerate(pairs) if pair.row == index]
        if printed and not row.cell(Role.RESPONSE):
            printed[-1].pairs.extend(owned)
        elif printed and row.cut and not owned:
            printed[-1].tail.extend(begun)
        else:
            carried = next((i for i, unit in enumerate(units) if unit.row < index and index in unit.rows), None)
            printed.append(_PrintedRow(begun, owned, continued=carried))
    return printed


def _linked(
    group: _PrintedRow, units: Sequence[Unit], kinds: Sequence[ActionKind], pairs: Sequence[Pair]
) -> list[tuple[int, tuple[int, ...]]]:
    actions = [i for i in group.members if kinds[i] is ActionKind.ACTION]
    if len(group.pairs) == 1:
        everything = len(pairs) == 1
        taken = (
            [i for i, kind in enumerate(kinds) if kind is ActionKind.ACTION]
            if everything
            else actions + [i for i in group.tail if kinds[i] is ActionKind.ACTION]
        )
        taken = taken or ([group.continued] if group.continued is not None else [])
        return [(group.pairs[0], tuple(taken))] if taken else []
    if labelled := _by_label(group, units, pairs):
        return labelled
    if len(actions) == len(group.pairs):
        return [(pair, (action,)) for pair, action in zip(group.pairs, actions, strict=True)]
    if len(actions) == 1 and not group.tail:
        return [(pair, (actions[0],)) for pair in group.pairs]
    return []


def _by_label(group: _PrintedRow, units: Sequence[Unit], pairs: Sequence[Pair]) -> list[tuple[int, tuple[int, ...]]]:
    """Link by the labels of actions, where owners or dates print them too."""
    labels = {unit.label: index for index, unit in enumerate(units) if unit.label}
    return [(i, (labels[label],)) for i in group.pairs if (label := pairs[i].label) and label in labels]
