"""The plan record: what reading one document gives, as a contract that other programs may rely on.

Names and meanings are fixed; fields may be added. `PlanRecord.model_json_schema()` is the published JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import IO

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Action",
    "ActionKind",
    "Assignment",
    "DueDate",
    "DueKind",
    "Evidence",
    "Flag",
    "Ignored",
    "Ledger",
    "Mention",
    "MentionType",
    "Owner",
    "PlanRecord",
    "RationaleCategory",
    "Recommendation",
    "Source",
    "Status",
    "read_records",
    "write_records",
]


class Status(StrEnum):
    """How a body answers a recommendation."""

    AGREED = "Agreed"
    PARTLY_AGREED = "Partly Agreed"
    NOT_AGREED = "Not Agreed"


class ActionKind(StrEnum):
    """What a paragraph of a response does."""

    ACTION = "action"
    """It commits somebody to something."""
    BULLET = "bullet"
    """It details or assures the line above it."""
    CONTEXT = "context"
    """It introduces, explains, evaluates or gives a reason."""


class DueKind(StrEnum):
    """What a printed target date says."""

    BY = "by"
    BETWEEN = "between"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    COMMENCES = "commences"
    RECURRING = "recurring"
    NONE = "none"


class MentionType(StrEnum):
    """What a named thing is."""

    ORGANISATION = "organisation"
    PROVIDER = "provider"
    TEAM = "team"
    ROLE = "role"
    PERSON = "person"
    PROGRAMME = "programme"
    SERVICE = "service"
    SYSTEM = "system"
    TOOL = "tool"
    POLICY = "policy"
    TRAINING = "training"
    MEETING = "meeting"
    PLACE = "place"
    LEGISLATION = "legislation"
    PROJECT = "project"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Evidence(_Record):
    """One piece of the source that a value was made from.

    For text formats `start` and `end` are code-point offsets into the file decoded without newline changes and
    without a byte order mark, and text[start:end] == quote, markup included. Other formats give the page and the box
    (left, top, right, bottom in points from the top left), or the table, row and column. All count from 1.
    """

    field: str = Field(description="which value it supports: text, status, owner, due, title ...")
    rule: str = Field(description="the rule that read it")
    quote: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    box: tuple[float, float, float, float] | None = None
    recommendation: str | None = Field(default=None, description="of a mention: where it stands")


class DueDate(_Record):
    """A printed date and what it says; `from` and `to` are as precise as the print (YYYY, YYYY-MM or YYYY-MM-DD)."""

    text: str
    kind: DueKind
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    edtf: str | None = Field(default=None, description="the date in Extended Date/Time Format, ISO 8601-2")


class Owner(_Record):
    """One holder as printed; name and role stay together in `text` and apart in `person` and `post`."""

    text: str
    iri: str
    kind: MentionType = MentionType.ROLE
    person: str | None = None
    post: str | None = None
    organisation: str | None = Field(default=None, description="IRI of the organisation the post is taken to be in")
    organisation_stated: bool = Field(default=False, description="whether the owner's own words name it")


class Assignment(_Record):
    """One printed owner with its date.

    `owner_text` is what its own cell prints, so "" or "As above" where it inherits; `owners` are then the inherited
    ones. `actions` indexes actions of the same recommendation, and is null where the print does not say.
    """

    owner_text: str
    owners: tuple[Owner, ...]
    due: DueDate
    actions: tuple[int, ...] | None = None
    certain: bool = True
    inherited: bool = False
    update: str | None = None
    revised_text: str | None = None
    revised_due: DueDate | None = None
    evidence: tuple[Evidence, ...]


class Action(_Record):
    """One paragraph or bullet of a response, in order."""

    label: str | None = None
    text: str
    kind: ActionKind
    damaged: bool = False
    evidence: tuple[Evidence, ...]


class RationaleCategory(_Record):
    """Why an answer is not a full agreement; `stated` says that the print names the reason itself."""

    category: str = Field(description="commissioning, policy, operational, affordability or other")
    stated: bool


class Recommendation(_Record):
    """One recommendation or concern and the answer to it."""

    number: str
    number_inferred: bool = False
    kind: str = Field(default="recommendation", description="recommendation or concern")
    level: str | None = Field(default=None, description="of a concern: priority or key")
    addressee: str | None = None
    text: str
    text_raw: str | None = None
    damaged: bool = False
    status: Status | None = None
    repeated: bool = False
    rationale: str | None = None
    rationale_categories: tuple[RationaleCategory, ...] = ()
    actions: tuple[Action, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    evidence: tuple[Evidence, ...]


class Mention(_Record):
    """A named thing, once per document, with every printed form and every recommendation where it stands by itself."""

    label: str
    acronym: str | None = None
    type: MentionType
    iri: str
    rule: str = Field(description="which rule decided what it is")
    surfaces: tuple[str, ...]
    recommendations: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Ignored(_Record):
    """Rows that carry no answer, and why."""

    reason: str
    rows: int


class Flag(_Record):
    """Something a person should look at; `rows` is 0 where it concerns no row of its own."""

    reason: str
    rows: int = 0
    table: int | None = None
    row: int | None = None
    detail: str | None = None


class Ledger(_Record):
    """Where every physical table row went: loaded, ignored and flagged exclude each other and sum to rows."""

    rows: int
    loaded: int
    ignored: tuple[Ignored, ...] = ()
    flagged: tuple[Flag, ...] = ()

    @property
    def balances(self) -> bool:
        """Whether every row is accounted for."""
        return self.rows == self.loaded + sum(i.rows for i in self.ignored) + sum(f.rows for f in self.flagged)


class Source(_Record):
    """The file that was read."""

    name: str
    sha256: str
    media_type: str


class PlanRecord(_Record):
    """All that was read from one document."""

    source: Source
    title: str | None = None
    kind: str = "action plan"
    submitted: str | None = None
    updated: str | None = None
    report_published: str | None = None
    inspectorates: tuple[str, ...] = ()
    inspected_body: str | None = None
    inspected_iri: str | None = None
    declared_totals: dict[str, int] | None = None
    recommendations: tuple[Recommendation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    ledger: Ledger

    def to_json(self) -> str:
        """Give the record as one line of JSON, the same bytes every time."""
        return self.model_dump_json(by_alias=True)


def write_records(records: Iterable[PlanRecord], stream: IO[str]) -> int:
    """Write records as JSON Lines and give their number."""
    count = 0
    for count, record in enumerate(records, start=1):  # noqa: B007 - the last value is the number written
        stream.write(record.to_json() + "\n")
    return count


def read_records(stream: IO[str]) -> Iterator[PlanRecord]:
    """Read records from JSON Lines; an ill-formed line raises pydantic's ValidationError, which names the field."""
    return (PlanRecord.model_validate_json(line) for line in stream if line.strip())
