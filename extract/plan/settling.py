"""Which paragraphs of a printed row are actions, settled by the number of owners and dates that stand in it.

A row with six bullets and six owners has six actions, whatever its introduction says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from answerable.extract.plan.kinds import promises
from answerable.extract.plan.responses import Unit
from answerable.extract.plan.wording import fold
from answerable.extract.records import ActionKind

__all__ = ["settle_kinds"]

_ACTION: Final = ActionKind.ACTION


def settle_kinds(units: Sequence[Unit], kinds: list[ActionKind], members: Sequence[int], pairs: int) -> None:
    """Correct the opinion about the paragraphs of one printed row by the number of its owners and dates, in place."""
    actions = [i for i in members if kinds[i] is _ACTION]
    if pairs and not actions:
        promoted = _only_candidate(units, kinds, members)
        if promoted is not None:
            kinds[promoted] = _ACTION
    if pairs < 2 or len(actions) == pairs:
        return
    choice = next((choice for choice in _choices(units, kinds, members) if len(choice) == pairs), None)
    if choice is not None:
        for i in members:
            kinds[i] = _ACTION if i in choice else _demoted(units[i], kinds[i])


def _only_candidate(units: Sequence[Unit], kinds: Sequence[ActionKind], members: Sequence[int]) -> int | None:
    """In a row of its own with an owner, the one paragraph there is commits that owner."""
    candidates = [i for i in members if kinds[i] is ActionKind.CONTEXT and not units[i].text.endswith(":")]
    return candidates[0] if len(candidates) == 1 else None


def _choices(units: Sequence[Unit], kinds: Sequence[ActionKind], members: Sequence[int]) -> Iterator[list[int]]:
    """Ways to say which paragraphs of a row are actions, the likeliest first."""
    yield [i for i in members if units[i].label]
    plain = [i for i in members if not units[i].level]
    items = [i for i in members if units[i].level]
    listed = _shallowest(units, items)
    unassured = [i for i in listed if kinds[i] is not ActionKind.BULLET]
    acting = [i for i in plain if kinds[i] is _ACTION]
    yield from (unassured, acting, sorted(acting + unassured))
    promising = [i for i in acting if promises(units[i].text)]
    yield from (promising, sorted(promising + unassured))
    yield listed
    yield [i for i in plain if not units[i].text.endswith(":")]
    yield from (items, sorted(acting + items))


def _shallowest(units: Sequence[Unit], items: Sequence[int]) -> list[int]:
    """The items of a list that are no items of another."""
    level = min((units[i].level for i in items), default=0)
    return [i for i in items if units[i].level == level]


def _demoted(unit: Unit, kind: ActionKind) -> ActionKind:
    if kind is not _ACTION:
        return kind
    return ActionKind.BULLET if unit.level or fold(unit.text).startswith("evidence of") else ActionKind.CONTEXT
