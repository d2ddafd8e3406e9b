"""Values of recommendations, and of what is promised in them, put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from answerable.extract.corrections.evidence import read_by_hand, stands_in
from answerable.extract.corrections.owners import renamed, with_mentions_of
from answerable.extract.corrections.text import ANSWER
from answerable.extract.dates import read_date
from answerable.extract.errors import CorrectionError
from answerable.extract.records import (
    Action,
    Assignment,
    Correction,
    Owner,
    PlanRecord,
    Recommendation,
    Status,
)

__all__ = ["mended_recommendations"]


@dataclass
class _Mending:
    """One correction on its way through a record: what it replaced so far, and what stood there instead."""

    record: PlanRecord
    correction: Correction
    replaced: int = 0
    others: list[str] = field(default_factory=list)
    owners: dict[str, Owner] = field(default_factory=dict)
    """Owners by the address that they had before."""

    def fits(self, value: str | None) -> bool:
        """Say whether a value is the one that was misread, and remember what it is."""
        fit = (value or "") == self.correction.before
        self.replaced += fit
        if not fit:
            self.others.append(value or "")
        return fit


def mended_recommendations(record: PlanRecord, correction: Correction) -> PlanRecord:
    """Give a record with a value put right wherever the recommendation has it, in the row that is given if one is.

    Raises CorrectionError where there is no such recommendation, or none of its values reads so.
    """
    mending = _Mending(record, correction)
    mend = _answer if correction.field in ANSWER else _PROMISES[correction.field]
    wanted = correction.recommendation
    if all(each.number != wanted for each in record.recommendations):
        raise CorrectionError(f"there is no recommendation {wanted}; look at the document again")
    recommendations = tuple(mend(each, mending) if each.number == wanted else each for each in record.recommendations)
    if not mending.replaced:
        raise CorrectionError(_otherwise(correction, mending.others))
    changed = record.model_copy(update={"recommendations": recommendations})
    return with_mentions_of(changed, mending.owners)


def _otherwise(correction: Correction, others: Iterable[str]) -> str:
    read = ", ".join(repr(str(each)) for each in dict.fromkeys(others)) or "nothing"
    row = f", row {correction.row}" if correction.row else ""
    return (
        f"in recommendation {correction.recommendation}{row} the {correction.field} reads {read} "
        f"and not {correction.before!r}; look at it again"
    )


def _answer(each: Recommendation, mending: _Mending) -> Recommendation:
    name, correction = mending.correction.field, mending.correction
    if not stands_in(each.evidence, name, correction.row) or not mending.fits(getattr(each, name)):
        return each
    value = _status(correction.after) if name == "status" else correction.after or None
    return each.model_copy(update={name: value, "evidence": read_by_hand(each.evidence, name)})


def _status(text: str) -> Status | None:
    try:
        return Status(text) if text else None
    except ValueError as error:
        raise CorrectionError(f"{text!r} is no status; write one of {', '.join(Status)}") from error


def _action(each: Recommendation, mending: _Mending) -> Recommendation:
    actions = tuple(_mended_action(action, mending) for action in each.actions)
    return each.model_copy(update={"actions": actions})


def _mended_action(action: Action, mending: _Mending) -> Action:
    if not stands_in(action.evidence, "text", mending.correction.row) or not mending.fits(action.text):
        return action
    return action.model_copy(
        update={"text": mending.correction.after, "evidence": read_by_hand(action.evidence, "text")}
    )


def _promise(
    name: str, mend: Callable[[Assignment, _Mending], Mapping[str, object] | None]
) -> Callable[[Recommendation, _Mending], Recommendation]:
    """Make what mends one value of each assignment; `mend` gives the new values, or None where it does not fit."""

    def mended(assignment: Assignment, mending: _Mending) -> Assignment:
        if not stands_in(assignment.evidence, name, mending.correction.row):
            return assignment
        values = mend(assignment, mending)
        if values is None:
            return assignment
        return assignment.model_copy(update={**values, "evidence": read_by_hand(assignment.evidence, name)})

    def over(each: Recommendation, mending: _Mending) -> Recommendation:
        return each.model_copy(update={"assignments": tuple(mended(some, mending) for some in each.assignments)})

    return over


def _owner(assignment: Assignment, mending: _Mending) -> Mapping[str, object] | None:
    owners = [(owner, mending.fits(owner.text)) for owner in assignment.owners]
    if not any(fits for _, fits in owners):
        return None
    for owner in (owner for owner, fits in owners if fits):
        mending.owners.setdefault(owner.iri, renamed(owner, mending.correction.after, mending.record))
    return {"owners": tuple(mending.owners[owner.iri] if fits else owner for owner, fits in owners)}


def _due(assignment: Assignment, mending: _Mending) -> Mapping[str, object] | None:
    return {"due": read_date(mending.correction.after)} if mending.fits(assignment.due.text) else None


def _update(assignment: Assignment, mending: _Mending) -> Mapping[str, object] | None:
    return {"update": mending.correction.after or None} if mending.fits(assignment.update) else None


def _revised(assignment: Assignment, mending: _Mending) -> Mapping[str, object] | None:
    if not mending.fits(assignment.revised_text):
        return None
    text = mending.correction.after or None
    return {"revised_text": text, "revised_due": read_date(text) if text else None}


_PROMISES: Final = {
    "action": _action,
    "owner": _promise("owner", _owner),
    "due": _promise("due", _due),
    "update": _promise("update", _update),
    "revised": _promise("revised", _revised),
}
