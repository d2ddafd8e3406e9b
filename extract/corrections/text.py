"""Corrections as text: tab-separated, one to a line, under a line of column names; see docs/how-to/corrections.md."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from answerable.extract.errors import CorrectionError, KeptLineError
from answerable.extract.kept_lines import day_in, kept_lines, kept_text, values_in

if TYPE_CHECKING:
    from answerable.extract.records import Correction, Source

__all__ = ["COLUMNS", "FIELDS", "Corrections", "Line", "load_corrections", "parse_corrections"]

COLUMNS: Final = ("date", "user", "document", "recommendation", "row", "field", "read", "right", "note")
"""The columns of a corrections file; the note may be left out."""

HEAD: Final = ("title", "submitted", "updated", "report_published", "inspected_body")
ANSWER: Final = ("number", "text", "status", "addressee", "rationale")
PROMISE: Final = ("action", "owner", "due", "update", "revised")
FIELDS: Final = (*HEAD, *ANSWER, *PROMISE)
"""The values that can be put right: of a plan's head, of a recommendation, and of what is promised in it."""

_SHORTEST_HASH: Final = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a corrections file: what it says, and where it stands."""

    document: str
    """The name of the file it is about, or eight or more first digits of the hash of its content."""
    correction: Correction
    place: str
    """The file and line, for messages."""

    def is_about(self, source: Source) -> bool:
        """Say whether a document is meant."""
        by_hash = len(self.document) >= _SHORTEST_HASH and source.sha256.startswith(self.document.casefold())
        return by_hash or self.document == source.name


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of one file, in its order, and the hash of its content."""

    name: str = ""
    lines: tuple[Line, ...] = ()
    sha256: str | None = None


def load_corrections(path: Path) -> Corrections:
    """Read a corrections file; raises CorrectionError with file and line for what is ill-formed."""
    return parse_corrections(kept_text(path, CorrectionError), path.name)


def parse_corrections(text: str, name: str) -> Corrections:
    """Read corrections from a text; otherwise the same as `load_corrections`."""
    lines: list[Line] = []
    for number, line in kept_lines(text, COLUMNS):
        place = f"{name}, line {number}"
        try:
            lines.append(_line(line, place))
        except KeptLineError as error:
            raise CorrectionError(f"{place}: {error}") from error
    return Corrections(name, tuple(lines), sha256(text.encode()).hexdigest())


def _line(line: str, place: str) -> Line:
    from answerable.extract.records import Correction  # noqa: PLC0415 - `--help` needs the columns only

    day, user, document, recommendation, row, field, before, after, *note = values_in(line, COLUMNS)
    correction = Correction(
        field=field,
        recommendation=recommendation or None,
        row=_row(row),
        before=before,
        after=after,
        date=day_in(day),
        user=user,
        note="".join(note) or None,
    )
    return _check(Line(document, correction, place))


def _check(line: Line) -> Line:
    told, field = line.correction, line.correction.field
    if not (told.user and line.document):
        raise CorrectionError("no user or no document; write who corrects, and the name or the hash of the file")
    if field not in FIELDS:
        raise CorrectionError(f"{field!r} is no field; write one of {', '.join(FIELDS)}")
    if (field in HEAD) == bool(told.recommendation):
        wanted = "takes no" if field in HEAD else "needs a"
        raise CorrectionError(f"the field {field} {wanted} recommendation; mend the fourth column")
    if told.before == told.after:
        raise CorrectionError("what was read and what is right are the same; write the right value")
    return line


def _row(text: str) -> int | None:
    if text and not text.isdecimal():
        raise CorrectionError(f"{text!r} is no row; write its number, or leave it empty")
    return int(text) if text else None
