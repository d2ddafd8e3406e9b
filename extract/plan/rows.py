"""From the blocks of a document to the rows of its plan.

Every physical row is loaded, ignored with a reason, or flagged.

A plan that runs over pages is many physical tables; the headings of the first serve all that follow. Between them
stand boilerplate, rules, banners and section headings, each told apart here once, so that later stages meet only rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from answerable.extract.document import NOTHING, Cell, Document, Paragraph, Passage, Place, Row, Table
from answerable.extract.plan.answers import read_status
from answerable.extract.plan.boxes import is_definitions, read_totals
from answerable.extract.plan.columns import Columns
from answerable.extract.plan.headings import read_headings
from answerable.extract.plan.roles import Role
from answerable.extract.plan.sections import Section, read_section, section_of_row
from answerable.extract.plan.wording import fold, is_void
from answerable.ontology import reading

__all__ = ["HEADINGS", "SECOND_PLAN", "Fate", "PlanRow", "Survey", "survey"]

HEADINGS: Final = "column headings"
SECOND_PLAN: Final = "row of a second plan in the same file"

_NARROWEST: Final = 3
_LONGEST_BANNER: Final = 160
_DASH_SPEAKS: Final = frozenset({Role.DUE, Role.REVISED})
"""Columns in which a lone dash is an answer: no date."""


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
    tail: Passage = NOTHING

    _said: Mapping[Role, Cell] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        said = {role: cell for role, cell in self.cells.items() if not is_void(cell.text) or role in _DASH_SPEAKS}
        object.__setattr__(self, "_said", said)

    def cell(self, role: Role) -> tuple[Paragraph, ...]:
        """The paragraphs of the cell that plays a role; none where the row has no such cell or it is void."""
        cell = self._said.get(role)
        return () if cell is None else cell.filled

    def places(self, role: Role) -> tuple[Paragraph, ...]:
        """The same with the empty places between them."""
        return self.cells[role].paragraphs if role in self.cells else ()

    def passage(self, role: Role) -> Passage:
        """The cell's words as one passage."""
        cell = self._said.get(role)
        return NOTHING if cell is None else cell.passage

    def text(self, role: Role) -> str:
        """The cell's words as one text."""
        cell = self._said.get(role)
        return "" if cell is None else cell.passage.text


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
        self.second = False

    def run(self) -> Survey:
        for block in self.document.blocks:
            if self.second and isinstance(block, Table):
                self.found.fates.extend(Fate(row.place, SECOND_PLAN, flagged=True) for row in block.rows)
            elif isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)
        return self.found

    def _paragraph(self, paragraph: Paragraph) -> None:
        if self.columns is None:
            self.found.before.append(paragraph)
        elif self._opens_another(paragraph):
            self.second = True
        elif section := read_section(paragraph.passage):
            self.found.plan.append(section)

    def _opens_another(self, paragraph: Paragraph) -> bool:
        """Whether another plan's title stands below this plan's table, and not this one's again as a page banner."""
        folded = fold(paragraph.text)
        known = {fold(line.text) for above in self.found.before for line in above.lines}
        known |= {fold(above.text) for above in self.found.before}
        return bool(self.found.plan) and folded not in known and folded.startswith(reading.words("header", "another"))

    def _table(self, table: Table) -> None:
        if is_definitions(table):
            self._ignore(table.rows, "definitions of the answers")
        elif pairs := read_totals(table, below=bool(self.found.plan)):
            self.found.totals.extend(pairs)
            self._ignore(table.rows, "totals box")
        else:
            self._plan_table(table)

    def _plan_table(self, table: Table) -> None:
        waiting: list[Row] = []
        for row in table.rows:
            if headings := read_headings(row, self._sample):
                self._load(waiting)
                waiting = []
                self.columns = headings
                self.found.concerns = self.found.concerns or headings.concerns
                self._ignore([row], HEADINGS)
            elif reason := self._idle(row):
                self._ignore([row], reason)
            else:
                waiting.append(row)
        self._load(waiting)

    def _sample(self, width: int) -> list[Row]:
        """Rows of the document that are as wide as a row of headings; most of them stand below it."""
        return [row for table in self.document.tables for row in table.rows if len(row.cells) == width]

    def _idle(self, row: Row) -> str | None:
        filled = row.filled
        if not filled:
            return "empty row"
        if all(is_void(cell.text) for cell in filled):
            return "rule"
        if len(filled) == 1 and filled[0].text in self.banners:
            return "page banner"
        if len(filled) >= _NARROWEST and len({cell.text for cell in filled}) == 1 and not section_of_row(row):
            return "note across the columns"
        return None

    def _load(self, rows: list[Row]) -> None:
        if self.columns is None:
            for row in rows:
                self.found.before.extend(paragraph for cell in row.cells for paragraph in cell.paragraphs)
            self._ignore(rows, "above the plan")
            return
        wide = [row for row in rows if len(row.cells) >= _NARROWEST]
        self._ignore([row for row in rows if len(row.cells) < _NARROWEST], "not part of the plan")
        cut = True
        for row, cells in zip(wide, self.columns.assign(wide) if wide else [], strict=True):
            self.found.fates.append(Fate(row.place))
            if section := section_of_row(row):
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
            if len(row.filled) == 1 and not read_section(row.filled[0].passage):
                lone[row.filled[0].text] += 1
    return frozenset(
        text
        for text, count in lone.items()
        if count > 1 and fold(text) and not read_status(text) and len(text) < _LONGEST_BANNER and _bannerlike(text)
    )


def _bannerlike(text: str) -> bool:
    return text.isupper() or "action plan" in text.lower() or bool(re.search(r"\bpage \d", text.lower()))
