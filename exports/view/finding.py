"""The heading that says what was found, and the caption that says over what: worked out, never typed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from answerable.exports.facts.words import count, day_in_words, isolated

if TYPE_CHECKING:
    from answerable.exports.view.model import Node, View

__all__ = ["caption_of", "described", "heading_of", "judged_at"]

_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def heading_of(view: View) -> str:
    """Say who carries most, as one sentence without a full stop."""
    if not any(node.family == "plan" for node in view.nodes):
        return "No plan has been loaded yet"
    total = len(view.assignments)
    top = _heaviest(view)
    if not top:
        return "No owner is printed in " + count(sum(n.family == "plan" for n in view.nodes), "plan")
    share = f"{top[0].load:,} of {count(total, 'assignment')}"
    if len(top) == 1:
        return f"{isolated(top[0].label)} {_carry(top[0])} {share}"
    if len(top) == 2:
        return f"{isolated(top[0].label)} and {isolated(top[1].label)} each carry {share}"
    return f"{_WORDS[len(top)] if len(top) < len(_WORDS) else len(top)} holders each carry {share}"


def caption_of(view: View) -> str:
    """Say over what the heading was found, and how many holders span plans."""
    counts = {family: sum(node.family == family for node in view.nodes) for family in ("plan", "recommendation")}
    holders = _holders(view)
    spanning = [node for node in holders if len(node.plans) > 1]
    scope = (
        f"{count(len(holders), 'holder')}, {count(counts['recommendation'], 'recommendation')}, "
        f"{count(counts['plan'], 'plan')}. An assignment is an owner printed with a date."
    )
    if counts["plan"] < 2:
        return scope
    if len(spanning) == 1:
        return f"{scope} {isolated(spanning[0].label)} is named in {count(len(spanning[0].plans), 'plan')}."
    many = count(len(spanning), "holder is", "holders are") if spanning else "No holder is"
    return f"{scope} {many} named in more than one plan."


def judged_at(view: View) -> str:
    """Say by which day things are judged overdue, and where it comes from if the plans themselves state it."""
    if view.as_at is None:
        return "No plan states a date, so nothing is judged overdue."
    said = [day for days in view.days for day in (days.known, days.said) if day]
    of_plans = ", the date of the latest plan" if said and max(said) == view.as_at else ""
    return f"As at {day_in_words(view.as_at)}{of_plans}."


def described(view: View) -> str:
    """Describe the picture for those who do not see it, and say where the same facts stand as text."""
    return (
        f"{heading_of(view)}. Network of holders, recommendations and plans: plans stand outside, holders inside, "
        "holders of several plans in the middle. The table view holds the same facts."
    )


def _holders(view: View) -> list[Node]:
    return [node for node in view.nodes if node.family in {"post", "body"}]


def _heaviest(view: View) -> Sequence[Node]:
    loaded = [node for node in _holders(view) if node.load]
    most = max((node.load for node in loaded), default=0)
    return [node for node in loaded if node.load == most]


def _carry(node: Node) -> str:
    return "carry" if node.mark == "double-circle" else "carries"
