"""The closed lists of the domain as SKOS concepts: how a body answers, why, by when, and how far it has come."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.ontology.iris import NAMESPACE as AP

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CHANGE_KINDS",
    "DUE_KINDS",
    "JUDGEMENTS",
    "NAMED_THINGS",
    "NOTE_KINDS",
    "REASONS",
    "RESPONSE_STATUSES",
    "ROLES",
    "SCHEMES",
    "STATUS_WORDS",
    "UPDATE_STATUSES",
    "Concept",
]


class Concept(NamedTuple):
    """A member of a closed list: its address, the label people read, and the list it belongs to."""

    iri: str
    label: str
    scheme: str


def _scheme(name: str, members: Mapping[str, tuple[str, str]]) -> Mapping[str, Concept]:
    scheme = AP + name
    return MappingProxyType({key: Concept(AP + local, label, scheme) for key, (local, label) in members.items()})


RESPONSE_STATUSES: Final = _scheme(
    "ResponseStatuses",
    {
        "Agreed": ("agreed", "Agreed"),
        "Partly Agreed": ("partlyAgreed", "Partly Agreed"),
        "Not Agreed": ("notAgreed", "Not Agreed"),
    },
)
"""How a body answers a recommendation, by the words of the record."""

REASONS: Final = _scheme(
    "Reasons",
    {
        "commissioning": ("commissioning", "Commissioning"),
        "policy": ("policy", "Policy"),
        "operational": ("operational", "Operational"),
        "affordability": ("affordability", "Affordability"),
        "other": ("otherReason", "Other reason"),
    },
)
"""Why an answer is not a full agreement, by the category of the record."""

DUE_KINDS: Final = _scheme(
    "DueKinds",
    {
        "by": ("by", "By a date"),
        "between": ("between", "Between two dates"),
        "ongoing": ("ongoing", "Ongoing"),
        "completed": ("completed", "Completed"),
        "commences": ("commences", "Commences"),
        "recurring": ("recurring", "Recurring"),
        "none": ("noDate", "No date"),
    },
)
"""What a printed target date says, by the kind of the record."""

UPDATE_STATUSES: Final = _scheme(
    "UpdateStatuses",
    {
        "complete": ("complete", "Complete"),
        "open": ("open", "Open"),
        "closed": ("closed", "Closed"),
        "unknown": ("unknown", "Cannot tell"),
    },
)
"""How far a promise has come when a plan is updated."""

STATUS_WORDS: Final[Mapping[str, Concept]] = MappingProxyType(
    {"closed": UPDATE_STATUSES["closed"], "close": UPDATE_STATUSES["closed"]}
)
"""Words of a revised date that say more than that something is done."""

NOTE_KINDS: Final = _scheme(
    "NoteKinds", {"bullet": ("bullet", "Detail or assurance"), "context": ("context", "Introduction or explanation")}
)
"""What a paragraph of a response is that commits nobody."""

CHANGE_KINDS: Final = _scheme(
    "ChangeKinds",
    {
        "recommendation added": ("recommendationAdded", "Recommendation added"),
        "recommendation removed": ("recommendationRemoved", "Recommendation removed"),
        "status changed": ("statusChanged", "Answer changed"),
        "owner added": ("ownerAdded", "Owner added"),
        "owner removed": ("ownerRemoved", "Owner removed"),
        "date slipped": ("dateSlipped", "Date slipped"),
        "date brought forward": ("dateBroughtForward", "Date brought forward"),
        "date restated": ("dateRestated", "Date restated"),
        "progress told": ("progressTold", "Progress told"),
    },
)
"""What can happen between two versions of a plan."""

JUDGEMENTS: Final = _scheme(
    "Judgements",
    {
        "same": ("same", "The same"),
        "different": ("different", "Different"),
        "unsure": ("unsure", "Unsure"),
    },
)
"""What a person can say of two holders, by the word of a decisions file."""

NAMED_THINGS: Final = AP + "NamedThings"
"""The scheme of the programmes, systems, policies and other named things that plans mention."""

ROLES: Final = AP + "Roles"
"""The scheme of the grades and roles that titles of posts name."""

SCHEMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        AP + "ResponseStatuses": "Answers to a recommendation",
        AP + "Reasons": "Reasons for not fully agreeing",
        AP + "DueKinds": "Kinds of target date",
        AP + "UpdateStatuses": "Progress of a promise",
        AP + "NoteKinds": "Kinds of note",
        AP + "ChangeKinds": "Kinds of change",
        AP + "Judgements": "Judgements",
        NAMED_THINGS: "Named things",
        ROLES: "Grades and roles",
    }
)
"""The label of every scheme."""
