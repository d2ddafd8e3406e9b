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


def _scheme(
    name: str, labels: Mapping[str, str], addresses: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, Concept]:
    """Make the concepts of a list from what people read for each word of the record.

    A concept's address ends in its words put together ("date slipped": `dateSlipped`), unless `addresses` has another.
    """
    scheme = AP + name
    return MappingProxyType(
        {word: Concept(AP + addresses.get(word, _in_one(word)), label, scheme) for word, label in labels.items()}
    )


def _in_one(words: str) -> str:
    first, *others = words.split()
    return first.lower() + "".join(map(str.capitalize, others))


RESPONSE_STATUSES: Final = _scheme(
    "ResponseStatuses", {"Agreed": "Agreed", "Partly Agreed": "Partly Agreed", "Not Agreed": "Not Agreed"}
)
"""How a body answers a recommendation, by the words of the record."""

REASONS: Final = _scheme(
    "Reasons",
    {
        "commissioning": "Commissioning",
        "policy": "Policy",
        "operational": "Operational",
        "affordability": "Affordability",
        "other": "Other reason",
    },
    addresses={"other": "otherReason"},
)
"""Why an answer is not a full agreement, by the category of the record."""

DUE_KINDS: Final = _scheme(
    "DueKinds",
    {
        "by": "By a date",
        "between": "Between two dates",
        "ongoing": "Ongoing",
        "completed": "Completed",
        "commences": "Commences",
        "recurring": "Recurring",
        "none": "No date",
    },
    addresses={"none": "noDate"},
)
"""What a printed target date says, by the kind of the record."""

UPDATE_STATUSES: Final = _scheme(
    "UpdateStatuses", {"complete": "Complete", "open": "Open", "closed": "Closed", "unknown": "Cannot tell"}
)
"""How far a promise has come when a plan is updated."""

STATUS_WORDS: Final[Mapping[str, Concept]] = MappingProxyType(
    {"closed": UPDATE_STATUSES["closed"], "close": UPDATE_STATUSES["closed"]}
)
"""Words of a revised date that say more than that something is done."""

NOTE_KINDS: Final = _scheme("NoteKinds", {"bullet": "Detail or assurance", "context": "Introduction or explanation"})
"""What a paragraph of a response is that commits nobody."""

CHANGE_KINDS: Final = _scheme(
    "ChangeKinds",
    {
        "recommendation added": "Recommendation added",
        "recommendation removed": "Recommendation removed",
        "status changed": "Answer changed",
        "owner added": "Owner added",
        "owner removed": "Owner removed",
        "date slipped": "Date slipped",
        "date brought forward": "Date brought forward",
        "date restated": "Date restated",
        "progress told": "Progress told",
    },
)
"""What can happen between two versions of a plan."""

JUDGEMENTS: Final = _scheme("Judgements", {"same": "The same", "different": "Different", "unsure": "Unsure"})
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
