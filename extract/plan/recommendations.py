"""One recommendation: its rows put together into a record with the words behind every value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from answerable.extract.dates import read_date
from answerable.extract.document import NOTHING, Passage
from answerable.extract.evidence import Witness
from answerable.extract.plan.addressees import addressee_and_text
from answerable.extract.plan.answers import is_repeated, rationale_categories, rationale_spans, status_of
from answerable.extract.plan.grouping import Group
from answerable.extract.plan.kinds import guess_kinds, promises
from answerable.extract.plan.linking import Link, link
from answerable.extract.plan.mend import Lexicon
from answerable.extract.plan.pair import Pair
from answerable.extract.plan.pairing import pair_rows
from answerable.extract.plan.responses import Unit, read_units
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import level_of
from answerable.extract.plan.splitting import Holder, split
from answerable.extract.plan.wording import is_torn, sentences
from answerable.extract.records import Action, ActionKind, Assignment, DueDate, DueKind, Owner, Recommendation, Status

__all__ = ["Answer", "read_answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read of one recommendation, as passages still: records are made of it, and names looked for in it."""

    group: Group
    number: str
    inferred: bool
    addressee: Passage | None
    text: Passage
    status: tuple[Status, Passage] | None
    units: tuple[Unit, ...]
    kinds: tuple[ActionKind, ...]
    pairs: tuple[Pair, ...]
    holders: tuple[tuple[Holder, ...], ...]
    links: tuple[Link, ...]
    rationale: Passage
    rows: tuple[PlanRow, ...]

    def record(
        self,
        witness: Witness,
        own: Callable[[Holder], Owner],
        lexicon: Lexicon,
        *,
        concerns: bool,
        default_addressee: str | None,
    ) -> Recommendation:
        """Make the record."""
        section = self.group.section
        across = self._runs_across()
        damaged = across or _is_torn(self.text)
        text = lexicon.mended(self.text.pieces) if across else self.text.text
        concern = (section is not None and section.concern) or (concerns and self.status is None)
        return Recommendation(
            number=self.number,
            number_inferred=self.inferred,
            kind="concern" if concern else "recommendation",
            level=self._level() if concern else None,
            addressee=self.addressee.text.rstrip(" :") if self.addressee else default_addressee,
            text=text,
            text_raw=self.text.text if across else None,
            damaged=damaged,
            status=self.status[0] if self.status else None,
            repeated=is_repeated(self.group.text.text),
            rationale=self.rationale.text or None,
            rationale_categories=rationale_categories(self.rationale.text) if self.rationale else (),
            actions=tuple(self._actions(witness)),
            assignments=tuple(self._assignments(witness, own)),
            evidence=witness.all_of(self._facts()),
        )

    def _level(self) -> str | None:
        """The level of a concern: as the heading above it says, or the cell of its number ("Priority concern 2")."""
        section = self.group.section
        return (section.level if section else None) or level_of(self.group.rows[0].text(Role.NUMBER))

    def _runs_across(self) -> bool:
        """Whether the columns' edges cut the text, so that words may have been lost at them."""
        cells = {(piece.place.row, piece.place.column) for piece in self.text.pieces}
        rows = {row for row, _ in cells}
        return any(row.across for row in self.group.rows) and len(cells) > len(rows)

    def _facts(self) -> Iterator[tuple[Passage, str, str]]:
        if self.group.number:
            yield self.group.number, "number", "number column"
        yield self.text, "text", "recommendation column"
        if self.status:
            yield self.status[1], "status", "status column"
        if self.addressee:
            yield self.addressee, "addressee", "section heading" if self._from_section() else "'should' in the text"
        if self.rationale:
            yield self.rationale, "rationale", "sentences that give a reason"

    def _from_section(self) -> bool:
        section = self.group.section
        return section is not None and section.addressee is self.addressee

    def _actions(self, witness: Witness) -> Iterator[Action]:
        for index, (unit, kind) in enumerate(zip(self.units, self.kinds, strict=True)):
            tail = self._tail_of(index)
            rule = "response column" if len(unit.rows) == 1 else "response column, joined over a row break"
            yield Action(
                label=unit.label,
                text=unit.text,
                text_raw=f"{unit.text} {tail.text}" if tail else None,
                kind=kind,
                damaged=self.rows[unit.rows[-1]].damaged or _is_torn(unit.passage),
                evidence=witness.all_of(
                    [(unit.passage, "text", rule), (tail, "text_raw", "words beside the response")]
                ),
            )

    def _tail_of(self, index: int) -> Passage:
        """The ends of a unit's lines that landed in another column, kept with the last unit of their row."""
        row = self.units[index].rows[-1]
        below = self.units[index + 1].row if index + 1 < len(self.units) else len(self.rows)
        return self.rows[row].tail if below > row else NOTHING

    def _assignments(self, witness: Witness, own: Callable[[Holder], Owner]) -> Iterator[Assignment]:
        for pair, holders, linked in zip(self.pairs, self.holders, self.links, strict=True):
            yield Assignment(
                owner_text=pair.owner.text,
                owners=tuple(map(own, holders)),
                due=_due(pair),
                actions=linked.actions,
                certain=pair.certain,
                inherited=pair.inherited,
                update=pair.update.text or None,
                revised_text=pair.revised.text or None,
                revised_due=read_date(pair.revised.text) if pair.revised else None,
                evidence=witness.all_of(_pair_facts(pair, by_level=linked.by_level)),
            )


def _is_torn(passage: Passage) -> bool:
    """Whether words were lost at the edge of any cell that the passage comes from."""
    return any(is_torn(piece.text) for piece in passage.pieces)


def _due(pair: Pair) -> DueDate:
    """What the date says, in the words of its cell; a word that a page cut in two is read as one."""
    said = read_date(pair.when.text)
    if said.kind is DueKind.NONE and len(pair.when.pieces) > 1:
        said = read_date("".join(piece.text for piece in pair.when.pieces))
    return said if said.text == pair.due.text else said.model_copy(update={"text": pair.due.text})


def _pair_facts(pair: Pair, *, by_level: bool) -> Iterator[tuple[Passage, str, str]]:
    rule = "paired by order" if pair.certain else "paired by order; the cells' lists differ in length"
    rule = "paired by level on the page" if pair.level else rule
    rule = f"{rule}; linked by level on the page" if by_level else rule
    yield pair.owner or pair.holders, "owner", "inherited from the owner above" if pair.inherited else rule
    yield pair.due, "due", rule
    yield pair.update, "update", "update column"
    yield pair.revised, "revised", "revised date column"


def read_answer(group: Group, number: str, inferred: bool, above: Answer | None = None) -> Answer:
    """Read the rows of one recommendation; `above` is the one before it, to which "As above" may lead."""
    rows = [row for row in group.rows if not row.across or row.cell(Role.RESPONSE)]
    units = read_units(rows)
    status = _status(group)
    fully = status is None or status[0] is Status.AGREED
    rationale, reasons = (Passage(()), frozenset[int]()) if fully else _rationale(units)
    kinds = guess_kinds(units, reasons)
    starts = Counter(unit.row for unit, kind in zip(units, kinds, strict=True) if kind is ActionKind.ACTION)
    pairs = pair_rows(rows, starts, above.pairs[-1] if above and above.pairs else None)
    links = link(rows, units, kinds, pairs, reasons)
    addressee, text = addressee_and_text(group)
    holders = tuple(split(pair.holders) for pair in pairs)
    return Answer(
        group,
        number,
        inferred,
        addressee,
        text,
        status,
        tuple(units),
        tuple(kinds),
        tuple(pairs),
        holders,
        tuple(links),
        rationale,
        tuple(rows),
    )


def _status(group: Group) -> tuple[Status, Passage] | None:
    for row in group.rows:
        if found := status_of(row.passage(Role.STATUS)):
            return found
    return None


def _rationale(units: Sequence[Unit]) -> tuple[Passage, frozenset[int]]:
    """The reason of an answer, and the paragraphs that consist of it."""
    prose: list[int] = []
    for index, unit in enumerate(units):
        if unit.level or unit.label:
            break
        prose.append(index)
    spans = list(rationale_spans([units[i].passage for i in prose]))
    parts = [units[prose[i]].passage.cut(start, end) for i, start, end in spans]
    whole = {prose[i] for i, _, _ in spans if _is_reason([s[1:] for s in spans if s[0] == i], units[prose[i]].text)}
    return Passage.joined(parts), frozenset(whole)


def _is_reason(spans: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether the reasons are most of a paragraph and the rest of it promises nothing, so that it commits nobody."""
    rest = [text[start:end] for start, end in sentences(text) if (start, end) not in spans]
    return sum(end - start for start, end in spans) * 2 > len(text) and not any(map(promises, rest))
