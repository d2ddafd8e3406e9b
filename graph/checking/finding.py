"""What a check found: what is wrong, where it stands in which document, and what to do."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Defect", "Finding", "Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands; page, table, row and column count from 1 and are None where the source has none."""

    document: str | None = None
    """The file name."""
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        numbers = (("page", self.page), ("table", self.table), ("row", self.row), ("column", self.column))
        named = [f"{name} {number}" for name, number in numbers if number is not None]
        return ", ".join([self.document or "the build", *named])


@dataclass(frozen=True, slots=True)
class Defect:
    """What a check says of a thing before its place is looked up."""

    check: str
    """Which check: shapes, evidence, ledger, totals, quotes or rdf."""
    rule: str
    """The shape or rule that is broken."""
    message: str
    """What is wrong, and what to do."""
    subject: str | None = None
    """The address of the thing; None where the build as a whole is meant."""
    graph: str | None = None
    """The named graph it was found in, where its place is not to be found from the thing itself."""
    at: str | None = None
    """What stands where a person should look, where that is not the thing itself."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect and its place."""

    check: str
    rule: str
    message: str
    subject: str | None = None
    place: Place = field(default_factory=Place)

    def __str__(self) -> str:
        about = f" <{self.subject}>" if self.subject else ""
        return f"{self.place}: {self.message} [{self.check}: {self.rule}]{about}"

    def as_plain(self) -> Mapping[str, object]:
        """Give the finding as plain values for JSON, the place beside the rest."""
        plain = asdict(self)
        return {**plain.pop("place"), **plain}
