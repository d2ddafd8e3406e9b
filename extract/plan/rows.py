"""From the blocks of a document to the rows of its plan: every physical row is loaded, ignored with a reason, or flagged.

A plan that runs over pages is many physical tables; the headings of the first serve all that follow. Between them
stand boilerplate, rules, banners and section headings, each told apart here once, so that later stages meet only rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from answerable.extract.document import Cell, Document, Paragraph, Passage, Place, Row, Table
from answerable.extract.plan.answers import read_status
from answerable.extract.plan.columns import NUMBER, Columns, Role, read_headings
from answerable.extract.plan.wording import fold, is_void
from answerable.ontology import reading

__all__ = ["Fate", "PlanRow", "Section", "Survey", "survey"]

_NARROWEST: Final = 3
_DASH_SPEAKS: Final = frozenset({Role.DUE, Role.REVISED})
"""Columns in which a lone dash is an answer: no date."""
_LONGEST_SECTION: Final = 160


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row that says something of the plan.

    `cut` says that a page or table break stands before it; `across` that it is a recommendation that ran over the
    columns; `damaged` that words of it are lost or were put elsewhere, and `tail` are words that end its response but
    stood in another column.
    """

    place: Place
    cells: Mapping[Role, Cell]
    cut: bool
    across: bool = False
    damaged: bool = False
    tail: Passage = Passage(())

    def cell(self, role: Role) -> tuple[Paragraph, ...]:
        """The paragraphs of the cell that plays a role; none where the row has no such cell or it is void."""
        cell = self.cells.get(role)
        if not cell or (is_void(cell.text) and role not in _DASH_SPEAKS):
            return ()
        return cell.paragraphs

    def passage(self, role: Role) -> Passage:
        """The cell's words as one passage."""
        return Passage.joined(paragraph.passage for paragraph in self.cell(role))

    def text(self, role: Role) -> str:
        """The cell's words as one text."""
        return self.passage(role).text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading within the plan: whom the recommendations below address, or that they are concerns of some level."""

    passage: Passage
    addressee: Passage | None = None
    concern: bool = False
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """Where a physical row went: loaded (no reason), ignored, or flagged for a person to look at."""

    place: Place
    reason: str | None = None
    flagged: bool = False


@dataclass(slots=True)
class Survey:
    """What stands where in a document: its prose, the rows of its plan, its totals box, and the fate of every row."""

    before: list[Paragraph] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)
    plan: list[PlanRow | Section] = field(default_factory=list)
    totals: list[tuple[Passage, Passage]] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)
    concerns: bool = False


def survey(document: Document) -> Survey:
    """Look through a document from top to bottom; `plan` is empty where no table has the headings of a plan."""
    return _Surveyor(document).run()


class _Surveyor:
    """Walks the blocks with the headings that hold at each point."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found = Survey()
        self.columns: Columns | None = None
        self.banners = _repeated_lines(document)

    def run(self) -> Survey:
        for block in self.document.blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)
        return self.found

    def _paragraph(self, paragraph: Paragraph) -> None:
        if self.columns is None:
            self.found.before.append(paragraph)
        elif section := _read_section(paragraph.passage):
            self.found.plan.append(section)
        else:
            self.found.after.append(paragraph)

    def _table(self, table: Table) -> None:
        if _is_definitions(table):
            self._ignore(table.rows, "definitions of the answers")
        elif pairs := _read_totals(table):
            self.found.totals.extend(pairs)
            self._ignore(table.rows, "totals box")
        else:
            self._plan_table(table)

    def _plan_table(self, table: Table) -> None:
        waiting: list[Row] = []
        for row in table.rows:
            if headings := read_headings(row, self._sample(len(row.cells))):
                self._load(waiting)
                waiting = []
                self.columns = headings
                self.found.concerns = self.found.concerns or headings.concerns
                self._ignore([row], "column headings")
            elif reason := self._idle(row):
                self._ignore([row], reason)
            else:
                waiting.append(row)
        self._load(waiting)

    def _sample(self, width: int) -> list[Row]:
        """Rows of the document that are as wide as a row of headings; most of them stand below it."""
        return [row for table in self.document.tables for row in table.rows if len(row.cells) == width]

    def _idle(self, row: Row) -> str | None:
        filled = [cell for cell in row.cells if cell]
        if not filled:
            return "empty row"
        if all(is_void(cell.text) for cell in filled):
            return "rule"
        if len(filled) == 1 and filled[0].text in self.banners:
            return "page banner"
        return None

    def _load(self, rows: list[Row]) -> None:
        if self.columns is None:
            for row in rows:
                self.found.before.extend(paragraph for cell in row.cells for paragraph in cell.paragraphs)
            self._ignore(rows, "above the plan")
            return
        wide = [row for row in rows if len(row.cells) >= _NARROWEST]
        self._ignore([row for row in rows if row not in wide], "not part of the plan")
        cut = True
        for row, cells in zip(wide, self.columns.assign(wide) if wide else [], strict=True):
            self.found.fates.append(Fate(row.place))
            if section := _section_of(row):
                self.found.plan.append(section)
            else:
                self.found.plan.append(PlanRow(row.place, cells, cut))
                cut = False

    def _ignore(self, rows: list[Row] | tuple[Row, ...], reason: str) -> None:
        self.found.fates.extend(Fate(row.place, reason) for row in rows)


def _repeated_lines(document: Document) -> frozenset[str]:
    """Lone lines that stand in several tables are banners of the page, unless they are headings within the plan."""
    lone: Counter[str] = Counter()
    for table in document.tables:
        for row in table.rows:
            filled = [cell for cell in row.cells if cell]
            if len(filled) == 1 and not _read_section(_words(filled[0])):
                lone[filled[0].text] += 1
    return frozenset(
        text
        for text, count in lone.items()
        if count > 1 and fold(text) and not read_status(text) and len(text) < _LONGEST_SECTION and _bannerlike(text)
    )


def _bannerlike(text: str) -> bool:
    return text.isupper() or "action plan" in text.lower() or bool(re.search(r"\bpage \d", text.lower()))


def _words(cell: Cell) -> Passage:
    return Passage.joined(paragraph.passage for paragraph in cell.paragraphs)


def _is_definitions(table: Table) -> bool:
    """The box that explains the answers: its own headings, or answers in front of long explanations."""
    words = set(reading.words("header", "boilerplate", "definitions"))
    first = {fold(cell.text) for cell in table.rows[0].cells}
    if len(first & words) > 1:
        return True
    explained = [
        row
        for row in table.rows
        if read_status(row.cells[0].text) and len(row.cells) in {2, 3} and len(row.cells[1].text) > 60
    ]  # noqa: PLR2004 - prose, not a count
    return len(explained) > 1


def _read_totals(table: Table) -> list[tuple[Passage, Passage]]:
    """The closing box: pairs of an answer and a number, where the whole table is nothing else."""
    pairs = []
    for row in table.rows:
        filled = [cell for cell in row.cells if cell]
        if len(filled) == 2 and _counted(filled[0].text) and filled[1].text.strip().isdigit():  # noqa: PLR2004
            pairs.append((_words(filled[0]), _words(filled[1])))
        elif len(filled) > 1 and (row is not table.rows[0] or any(cell.text.strip().isdigit() for cell in filled)):
            return []
    return pairs if len(pairs) > 1 else []


def _counted(text: str) -> bool:
    return bool(read_status(text)) or fold(text) in reading.words("answers", "totals", "total")


def _section_of(row: Row) -> Section | None:
    """A row with one thing to say (or the same in each of its merged cells) may be a heading."""
    filled = [cell for cell in row.cells if cell]
    if len({cell.text for cell in filled}) != 1:
        return None
    return _read_section(_words(filled[0]))


def _read_section(passage: Passage) -> Section | None:
    text = passage.text.rstrip(" :.")
    if not text or len(text) > _LONGEST_SECTION or NUMBER.match(text):
        return None
    concern = any(word in fold(text).split() for word in reading.words("header", "concern", "words"))
    for pattern in _addressees():
        if match := pattern.fullmatch(text):
            return Section(
                passage, passage.cut(match.start("to"), match.end("to")), concern, _level(text) if concern else None
            )
    if _headings().fullmatch(text):
        return Section(passage, None, concern, _level(text) if concern else None)
    return None


def _level(text: str) -> str | None:
    words = fold(text).split()
    return next((level for level in ("priority", "key") if level in words), None)


@cache
def _addressees() -> tuple[re.Pattern[str], ...]:
    patterns = reading.table("header")["section"]["addressee"]
    return tuple(
        re.compile(rf"(?:[\w ]+? )?{pattern}" if pattern.startswith("recomm") else pattern, re.IGNORECASE)
        for pattern in patterns
    )


@cache
def _headings() -> re.Pattern[str]:
    return re.compile("|".join(reading.table("header")["section"]["headings"]), re.IGNORECASE)
