"""What is said of named things: which reaches most plans, how many there are, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from answerable.exports.facts.words import count, isolated

if TYPE_CHECKING:
    from answerable.exports.view.model import Node

__all__ = ["caption_of", "heading_of", "note_of"]


def heading_of(things: Sequence[Node], loads: Mapping[str, int], plans: int) -> str:
    """Give the finding: the thing named in most of the plans, or by most recommendations where none joins two."""
    if not plans:
        return "No plan has been loaded yet"
    if not things:
        return "No plan names a programme, service, system, tool or policy"
    widest = max(len(thing.plans) for thing in things)
    if widest == 1:
        most = max(loads.values())
        top = [thing for thing in things if loads[thing.key] == most]
        return _said(top, f"named by {count(most, 'recommendation')}", "and nothing joins plans" if plans > 1 else "")
    top = [thing for thing in things if len(thing.plans) == widest]
    more = "more than anything else" if len(top) == 1 else ""
    return _said(top, f"named in {widest:,} of {count(plans, 'plan')}", more)


def _said(top: Sequence[Node], finding: str, more: str) -> str:
    tail = f", {more}" if more else ""
    if len(top) == 1:
        return f"{isolated(top[0].label)} is {finding}{tail}"
    if len(top) == 2:
        return f"{isolated(top[0].label)} and {isolated(top[1].label)} are each {finding}{tail}"
    return f"{count(len(top), 'named thing is', 'named things are')} each {finding}{tail}"


def caption_of(things: Sequence[Node]) -> str:
    """Say how many things are named, and how many of them join plans."""
    joining = sum(len(thing.plans) > 1 for thing in things)
    return (
        f"{count(len(things), 'named thing')} (programmes, services, systems, tools and policies); "
        f"{joining:,} named in more than one plan {'stands' if joining == 1 else 'stand'} in the middle."
    )


def note_of(drawn: int, things: int, groups: int, plans: int) -> str | None:
    """Say what was rolled up to stay readable: of so many things so many are drawn, of so many plans so many groups."""
    said = []
    if groups:
        said.append(f"{plans:,} plans stand in {count(groups, 'group')} by year; expand one to open it")
    if drawn < things:
        said.append(f"{drawn:,} of {things:,} named things are drawn, those that join most plans")
    return f"Rolled up to stay readable: {'; '.join(said)}." if said else None
