"""Gold: what a careful reader wrote down of one document, as JSON; the form is told in docs/reference/gold.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from answerable.extract.errors import AnswerableError
from answerable.extract.records import ActionKind, Status

__all__ = [
    "Gold",
    "GoldAction",
    "GoldAssignment",
    "GoldDate",
    "GoldError",
    "GoldHead",
    "GoldMention",
    "GoldRecommendation",
    "load_gold",
]

_CAPITAL: Final = re.compile(r"[A-Z]")


class GoldError(AnswerableError):
    """A gold file cannot be understood, or a folder holds none."""


def _several(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds; what is no list becomes one
    return [] if value is None else value if isinstance(value, list) else [value]


def _kind(value: object) -> object:
    """Older gold says `bullet-detail`, and leaves out what is plain."""
    return ActionKind.BULLET if value == "bullet-detail" else value or ActionKind.ACTION


Several = Annotated[tuple[str, ...], BeforeValidator(_several)]


class _Part(BaseModel):
    """Gold may hold remarks beside what is compared; they are left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class GoldDate(_Part):
    """What a printed date says, as in the plan record."""

    kind: str = Field(default="none", description="by, between, ongoing, completed, commences, recurring or none")
    from_: str | None = Field(default=None, alias="from", description="first day, month or year")
    to: str | None = Field(default=None, description="last day, month or year")

    def key(self) -> tuple[str, str, str]:
        """Give what is compared."""
        return self.kind, self.from_ or "", self.to or ""


class GoldHead(_Part):
    """What the plan says of itself."""

    title: str | None = Field(default=None, description="what the plan responds to")
    plan_submitted: str | None = Field(default=None, description="YYYY-MM-DD")
    plan_updated: str | None = Field(default=None, description="YYYY-MM-DD")
    report_published: str | None = Field(default=None, description="YYYY-MM-DD")
    inspectorate: Several = Field(default=(), description="the bodies whose report is answered")
    inspected: str | None = Field(default=None, description="the body or theme inspected, with its acronym in brackets")
    declared_totals: dict[str, int] | None = Field(default=None, description="the plan's own count of its answers")


class GoldAction(_Part):
    """One paragraph or bullet of a response."""

    text: str = Field(description="its words, without its label")
    kind: Annotated[ActionKind, BeforeValidator(_kind)] = Field(
        default=ActionKind.ACTION, description="action, bullet (or bullet-detail) or context"
    )


class GoldAssignment(_Part):
    """One printed owner with its date."""

    owner_text: str = Field(default="", description="what the owner's cell prints")
    owners: tuple[str, ...] = Field(default=(), description="the distinct holders, inherited ones too")
    inherited: bool = Field(default=False, description="whether the owner is that of the assignment above")
    owner_shared_with_previous: bool = Field(default=False, description="whether one cell serves this row and the last")
    date_text: str | None = Field(default=None, description="the date as printed")
    date: GoldDate | None = Field(default=None, description="what it says")
    date_alternatives: tuple[GoldDate, ...] = Field(default=(), description="what else a fair reader may take it for")
    action_index: tuple[int, ...] | None = Field(
        default=None, description="indexes of its actions; null where the print does not say"
    )
    update_text: str | None = Field(default=None, description="progress, as printed")
    revised_text: str | None = Field(default=None, description="the revised date or state, as printed")

    @property
    def shared(self) -> bool:
        """Whether a reader may give the owners of the row above."""
        return self.inherited or self.owner_shared_with_previous


class GoldRecommendation(_Part):
    """One recommendation and the answer to it."""

    number: str = Field(description="as printed, without a closing dot")
    addressee: str | None = Field(default=None, description="who should act")
    text: str = Field(description="without the words that address it")
    repeated: bool = Field(default=False, description="whether the text says that it has come back")
    status: Status | None = Field(default=None, description="Agreed, Partly Agreed or Not Agreed")
    rationale: str | None = Field(default=None, description="the sentences that say why it is not fully agreed")
    actions: tuple[GoldAction, ...] = Field(default=(), description="every paragraph and bullet, in order")
    assignments: tuple[GoldAssignment, ...] = Field(default=(), description="every printed owner with its date")


class GoldMention(_Part):
    """A named thing."""

    name: str = Field(description="the full name, else the acronym")
    acronym: str | None = Field(default=None, description="as printed or plainly used")
    surface: tuple[str, ...] = Field(default=(), description="every printed form")
    type: str = Field(description="what it is, as in the plan record")
    type_alt: Several = Field(default=(), description="other types that a fair reader could give")
    recommendations: tuple[str, ...] = Field(default=(), description="where it stands by itself")
    also_nested_in: Several = Field(default=(), description="where it stands only inside a longer name")
    addressee_of: Several = Field(default=(), description="recommendations that are addressed to it")
    only_nested: bool = Field(default=False, description="whether it never stands by itself")
    optional: bool = Field(default=False, description="whether a reader may list it or leave it out")

    @property
    def core(self) -> bool:
        """Whether it counts: a proper name or an acronym that stands by itself."""
        return not (self.optional or self.only_nested) and bool(self.acronym or _CAPITAL.search(self.name))


class Gold(_Part):
    """What a careful reader finds in one document."""

    source: str | None = Field(default=None, description="name of the document's file")
    plan: GoldHead = Field(description="what the plan says of itself")
    recommendations: tuple[GoldRecommendation, ...] = Field(default=(), description="in printed order")
    mentions: tuple[GoldMention, ...] = Field(default=(), description="named things, once each")


def load_gold(folder: Path) -> Mapping[str, Gold]:
    """Give the gold of a folder by the beginning of each file's name, which is that of its document.

    Raises:
        GoldError: there is no such folder, no `.json` file in it, or one that does not fit.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder}: no gold here; --gold wants a folder of NAME.json, one for each document")
    return {path.name.partition(".")[0]: _gold(path) for path in paths}


def _gold(path: Path) -> Gold:
    try:
        return Gold.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise GoldError(f"{path}: {where}: {first['msg']}; docs/reference/gold.md tells the form") from None
