"""The plan record: what reading one document gives, as a contract that other programs may rely on.

Names and meanings are fixed; fields may be added. `PlanRecord.model_json_schema()` is the published JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import IO, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Action",
    "ActionKind",
    "Assignment",
    "Correction",
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


_put: Final = object.__setattr__


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """Make a record of values of the right types, every field in its order, without checking any.

        For the records that reading makes by the hundred, where checking would take longer than all else.
        """
        record = cls.__new__(cls)
        _put(record, "__dict__", values)
        _put(record, "__pydantic_fields_set__", _names_of(cls))
        _put(record, "__pydantic_extra__", None)
        _put(record, "__pydantic_private__", None)
        return record


@cache
def _names_of(kind: type[BaseModel]) -> set[str]:
    """The fields of a kind of record: one set for all, for a copy of a record takes a copy of it."""
    return set(kind.model_fields)


class Evidence(_Record):
    """One piece of the source that a value was made from.

    For text formats `start` and `end` are code-point offsets into the file decoded without newline changes and
    without a byte order mark, and text[start:end] == quote, markup included. Other formats give the page and the box
    (left, top, right, bottom in points from the top left), or the table, row, column and paragraph. All count from 1.
    """

    field: str = Field(description="which value it supports: text, status, owner, due, title ...")
    rule: str = Field(description="the rule that read it")
    quote: str = Field(description="the exact words of the source")
    start: int | None = Field(default=None, description="first code point of the quote in the decoded file")
    end: int | None = Field(default=None, description="one past its last code point")
    page: int | None = Field(default=None, description="page, where the format has pages")
    table: int | None = Field(default=None, description="physical table")
    row: int | None = Field(default=None, description="row of the table")
    column: int | None = Field(default=None, description="cell of the row")
    box: tuple[float, float, float, float] | None = Field(
        default=None, description="left, top, right, bottom in points from the top left of the page"
    )
    paragraph: int | None = Field(
        default=None, description="paragraph of the cell, or of the document outside tables, where offsets mean nothing"
    )
    recommendation: str | None = Field(default=None, description="of a mention: where it stands")


class DueDate(_Record):
    """A printed date and what it says; `from` and `to` are as precise as the print (YYYY, YYYY-MM or YYYY-MM-DD)."""

    text: str = Field(description="the date as printed")
    kind: DueKind = Field(description="what it says")
    from_: str | None = Field(default=None, alias="from", description="first day, month or year it can mean")
    to: str | None = Field(default=None, description="last day, month or year it can mean")
    edtf: str | None = Field(default=None, description="the date in Extended Date/Time Format, ISO 8601-2")


class Owner(_Record):
    """One holder as printed; name and role stay together in `text` and apart in `person` and `post`."""

    text: str = Field(description="the holder as printed, name and role together")
    iri: str = Field(description="address of the holder")
    kind: MentionType = Field(default=MentionType.ROLE, description="what kind of holder it is")
    person: str | None = Field(default=None, description="the person, where a name is printed")
    post: str | None = Field(default=None, description="the post, where a name stands beside it")
    role: str | None = Field(default=None, description="of a post: its grade or role in full, such as Deputy Director")
    role_iri: str | None = Field(default=None, description="address of the grade or role")
    portfolio: str | None = Field(default=None, description="of a post: what it is in charge of, as printed")
    unit: str | None = Field(default=None, description="of a post: the unit of its organisation that it belongs to")
    unit_iri: str | None = Field(default=None, description="address of the unit")
    organisation: str | None = Field(default=None, description="IRI of the organisation the post is taken to be in")
    organisation_stated: bool = Field(default=False, description="whether the owner's own words name it")


class Assignment(_Record):
    """One printed owner with its date.

    `owner_text` is what its own cell prints, so "" or "As above" where it inherits; `owners` are then the inherited
    ones. `actions` indexes actions of the same recommendation, and is null where the print does not say.
    """

    owner_text: str = Field(description="what the owner's own cell prints")
    owners: tuple[Owner, ...] = Field(description="the distinct holders, inherited ones too")
    due: DueDate = Field(description="the target date")
    actions: tuple[int, ...] | None = Field(
        default=None, description="indexes of the actions it is about; null where the print does not say"
    )
    certain: bool = Field(
        default=True, description="false where the lists in the cells do not match and order alone paired them"
    )
    inherited: bool = Field(default=False, description="whether the owner is that of the assignment above")
    update: str | None = Field(default=None, description="progress, as printed")
    revised_text: str | None = Field(default=None, description="the revised date or state, as printed")
    revised_due: DueDate | None = Field(default=None, description="what that says")
    evidence: tuple[Evidence, ...]


class Action(_Record):
    """One paragraph or bullet of a response, in order."""

    label: str | None = Field(default=None, description="its printed number, such as 1.1")
    text: str = Field(description="the paragraph or bullet, without its label")
    text_raw: str | None = Field(default=None, description="the text with words of it that landed in another column")
    kind: ActionKind = Field(description="what it does")
    damaged: bool = Field(default=False, description="whether words of it are lost or were put elsewhere")
    evidence: tuple[Evidence, ...]


class RationaleCategory(_Record):
    """Why an answer is not a full agreement; `stated` says that the print names the reason itself."""

    category: str = Field(description="commissioning, policy, operational, affordability or other")
    stated: bool = Field(description="whether the print names the reason itself")


class Recommendation(_Record):
    """One recommendation or concern and the answer to it."""

    number: str = Field(description="as printed, without a closing dot")
    number_inferred: bool = Field(default=False, description="whether order implied the number")
    kind: str = Field(default="recommendation", description="recommendation or concern")
    level: str | None = Field(default=None, description="of a concern: priority or key")
    addressee: str | None = Field(default=None, description="who should act, by a heading, a form label or the text")
    text: str = Field(description="without the words that address it, where a colon ends them")
    text_raw: str | None = Field(default=None, description="the pieces as the file has them, where they were mended")
    damaged: bool = Field(default=False, description="whether words of it are lost or were mended")
    status: Status | None = Field(default=None, description="the answer; null where the plan prints none")
    repeated: bool = Field(default=False, description="whether the text says it has come back")
    rationale: str | None = Field(default=None, description="the sentences that say why it is not fully agreed")
    rationale_categories: tuple[RationaleCategory, ...] = Field(default=(), description="the kinds of reason")
    actions: tuple[Action, ...] = Field(default=(), description="every paragraph and bullet of the response, in order")
    assignments: tuple[Assignment, ...] = Field(default=(), description="every printed owner with its date, in order")
    evidence: tuple[Evidence, ...]


class Mention(_Record):
    """A named thing, once per document, with every printed form and every recommendation where it stands by itself."""

    label: str = Field(description="the full name, else the acronym")
    acronym: str | None = Field(default=None, description="as printed or plainly used")
    type: MentionType = Field(description="what it is")
    iri: str = Field(description="its address")
    rule: str = Field(description="which rule decided what it is")
    surfaces: tuple[str, ...] = Field(description="every printed form")
    recommendations: tuple[str, ...] = Field(description="where it stands by itself")
    evidence: tuple[Evidence, ...]


class Ignored(_Record):
    """Rows that carry no answer, and why."""

    reason: str = Field(description="why they carry no answer")
    rows: int = Field(description="how many")


class Flag(_Record):
    """Something a person should look at; `rows` is 0 where it concerns no row of its own."""

    reason: str = Field(description="what is wrong")
    rows: int = Field(default=0, description="rows it concerns, 0 where they are loaded all the same")
    table: int | None = Field(default=None, description="physical table")
    row: int | None = Field(default=None, description="row of the table")
    detail: str | None = Field(default=None, description="what a person needs to decide")


class Ledger(_Record):
    """Where every physical table row went: loaded, ignored and flagged exclude each other and sum to rows."""

    rows: int = Field(description="every physical row of every table")
    loaded: int = Field(description="rows read into the plan")
    ignored: tuple[Ignored, ...] = Field(default=(), description="rows left out on purpose")
    flagged: tuple[Flag, ...] = Field(default=(), description="rows that could not be placed, and remarks")

    @property
    def balances(self) -> bool:
        """Whether every row is accounted for."""
        return self.rows == self.loaded + sum(i.rows for i in self.ignored) + sum(f.rows for f in self.flagged)


class Correction(_Record):
    """A value that was misread and that a person put right after reading; its evidence keeps what is printed."""

    field: str = Field(description="which value: text, status, owner, due, title ...")
    recommendation: str | None = Field(default=None, description="number of the recommendation; null for the head")
    row: int | None = Field(default=None, description="row of the table, where it was needed to tell the value")
    before: str = Field(description="the value as it was read")
    after: str = Field(description="the right value")
    date: str = Field(description="day on which it was put right, YYYY-MM-DD")
    user: str = Field(description="who put it right")
    note: str | None = Field(default=None, description="why")


class Source(_Record):
    """The file that was read."""

    name: str = Field(description="file name")
    sha256: str = Field(description="hash of the content")
    media_type: str = Field(description="what the content is")


class PlanRecord(_Record):
    """All that was read from one document."""

    source: Source = Field(description="the file that was read")
    title: str | None = Field(default=None, description="what the plan responds to")
    kind: str = Field(default="action plan", description="what kind of document it is")
    submitted: str | None = Field(default=None, description="day the plan was submitted")
    updated: str | None = Field(default=None, description="day an update was submitted")
    report_published: str | None = Field(default=None, description="day the inspection report was published")
    inspectorates: tuple[str, ...] = Field(default=(), description="who inspected")
    inspected_body: str | None = Field(default=None, description="the body or theme inspected")
    inspected_iri: str | None = Field(default=None, description="address of the body; null for a theme")
    declared_totals: dict[str, int] | None = Field(default=None, description="the plan's own count of its answers")
    recommendations: tuple[Recommendation, ...] = Field(default=(), description="in printed order")
    mentions: tuple[Mention, ...] = Field(default=(), description="named things, once each")
    corrections: tuple[Correction, ...] = Field(default=(), description="values that a person put right")
    evidence: tuple[Evidence, ...] = ()
    ledger: Ledger = Field(description="where every row went")

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
