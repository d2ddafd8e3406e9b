"""What became of the bodies, in words: the heading, its scope, and what has no lane."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, day_in_words, isolated

if TYPE_CHECKING:
    from answerable.exports.view.model import Change, View
    from answerable.exports.view.networks.histories import Histories

__all__ = ["caption_of", "heading_of", "note_of"]

_INSPECTED: Final = ("body or theme", "bodies and themes")
"""What a plan answers for: the print does not always say whether it is one or the other."""


def heading_of(view: View, histories: Histories) -> str:
    """Say how many of the bodies inspected have ended, and who followed where it is one."""
    if not any(node.family == "plan" for node in view.nodes):
        return "No plan has been loaded yet"
    total = len(histories.inspected)
    if not total:
        return "Nothing is known of what became of the bodies that were inspected"
    names = {node.key: isolated(node.short) for node in view.nodes}
    ended = {key: change for change in view.changes for key in change.before if key in histories.inspected}
    if not ended:
        return f"No change is known of the {count(total, *_INSPECTED)} that the plans inspected"
    if len(ended) == 1:
        ((key, change),) = ended.items()
        return f"{names.get(key, change.label)} ended{_when(change)}{_followed(change, names)}"
    which = f"All {total:,} bodies" if len(ended) == total else f"{len(ended):,} of the {count(total, *_INSPECTED)}"
    heirs = sorted({names[key] for change in ended.values() for key in change.after if key in names})
    return f"{which} that the plans inspected have ended; {_follow(heirs)}"


def caption_of(histories: Histories) -> str:
    """Say over what the heading was found, and how to read the picture."""
    plans = sum(len(plans) for plans in histories.inspected.values())
    return (
        f"{count(len(histories.inspected), *_INSPECTED)} inspected in {count(plans, 'plan')}; "
        f"{count(len(histories.changes), 'change', 'changes')} and {count(len(histories.ownerships), 'ownership')} "
        "are drawn, from the reference data. Time runs from left to right."
    )


def note_of(histories: Histories) -> str | None:
    """Say which bodies have no lane."""
    if not histories.left_out:
        return None
    return (
        f"Kept readable: {count(histories.left_out, *_INSPECTED)} that plans inspected, of which no change "
        "is known, have no lane here; search for one and focus on it to see its plans."
    )


def _when(change: Change) -> str:
    return f" on {day_in_words(change.day)}" if change.day else ""


def _followed(change: Change, names: dict[str, str]) -> str:
    heirs = sorted(names[key] for key in change.after if key in names)
    return f"; {_follow(heirs)}" if heirs else ""


def _follow(heirs: Iterable[str]) -> str:
    listed = list(heirs)
    if len(listed) == 1:
        return f"{listed[0]} followed"
    if len(listed) == 2:
        return f"{listed[0]} and {listed[1]} followed"
    return f"{len(listed):,} bodies followed"
