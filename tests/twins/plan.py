"""A plan as a Python value: what it says, from which every format and the golden record are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

__all__ = ["Block", "Deed", "Duty", "Plan", "Reply", "Said", "Topic", "gold_of"]


class Said(NamedTuple):
    """What a printed date says."""

    kind: str
    start: str | None = None
    end: str | None = None


NOTHING: Final = Said("none")


@dataclass(frozen=True, slots=True)
class Deed:
    """A paragraph (level 0) or a bullet of a response; a label such as "1.1" is printed before it."""

    text: str
    kind: str = "action"
    label: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Duty:
    """An owner and a date that stand beside each other; `deeds` index the deeds of the same block.

    `owners` are the holders where the owner's words inherit them.
    """

    owner: str
    due: str
    said: Said = NOTHING
    deeds: tuple[int, ...] | None = None
    owners: tuple[str, ...] = ()
    update: str | None = None
    revised: str | None = None
    revised_said: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Block:
    """What the print has in one row: deeds with those who own them."""

    deeds: tuple[Deed, ...]
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A recommendation or a concern, and the answer to it."""

    number: str
    text: str
    blocks: tuple[Block, ...]
    status: str | None = None
    addressee: str | None = None
    level: str | None = None
    rationale: str | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading over all columns."""

    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan.

    `before` are the lines above the table, `columns` the headings by role from left to right. `above` says that each
    recommendation stands in a row of its own over its answer; `merged` that its number, text and status are cells
    merged over all rows of its answer; `counted` that labels come from Word's own numbering.
    """

    name: str
    before: tuple[str, ...]
    columns: dict[str, str]
    items: tuple[Reply | Topic, ...]
    title: str
    inspected: str
    inspectorates: tuple[str, ...]
    submitted: str | None = None
    updated: str | None = None
    published: str | None = None
    totals: dict[str, int] | None = None
    above: bool = False
    merged: bool = False
    counted: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def replies(self) -> list[Reply]:
        """The recommendations in order."""
        return [item for item in self.items if isinstance(item, Reply)]


def gold_of(plan: Plan) -> dict[str, Any]:
    """Give what a careful reader finds in the plan, in the form of the hand-made gold."""
    header = {
        "title": plan.title,
        "plan_submitted": plan.submitted,
        "plan_updated": plan.updated,
        "report_published": plan.published,
        "inspectorate": list(plan.inspectorates),
        "inspected": plan.inspected,
        "declared_totals": plan.totals,
    }
    return {"plan": header, "recommendations": [_gold_of_reply(reply) for reply in plan.replies], "mentions": []}


def _gold_of_reply(reply: Reply) -> dict[str, Any]:
    actions: list[dict[str, Any]] = []
    assignments: list[dict[str, Any]] = []
    for block in reply.blocks:
        first = len(actions)
        actions += [{"text": deed.text, "kind": deed.kind, "label": deed.label} for deed in block.deeds]
        assignments += [_gold_of_duty(duty, first) for duty in block.duties]
    return {
        "number": reply.number,
        "kind": "concern" if reply.level else "recommendation",
        "level": reply.level,
        "addressee": reply.addressee,
        "text": reply.text,
        "status": reply.status,
        "repeated": reply.repeated,
        "rationale": reply.rationale,
        "rationale_categories": [],
        "actions": actions,
        "assignments": assignments,
    }


def _gold_of_duty(duty: Duty, first: int) -> dict[str, Any]:
    return {
        "owner_text": duty.owner,
        "owners": list(duty.owners or (duty.owner,)),
        "inherited": bool(duty.owners),
        "date_text": duty.due,
        "date": _date(duty.said),
        "action_index": [first + deed for deed in duty.deeds] if duty.deeds is not None else None,
        "update_text": duty.update,
        "revised_text": duty.revised,
        "revised": _date(duty.revised_said) if duty.revised else None,
        "certain": True,
    }


def _date(said: Said) -> dict[str, str | None]:
    return {"kind": said.kind, "from": said.start, "to": said.end}
