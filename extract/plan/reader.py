"""A document to a plan record: the stages in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.extract.document import Document, Place
from answerable.extract.errors import NotAPlanError
from answerable.extract.evidence import Witness
from answerable.extract.names import Glossary, NamedPassage, find_mentions
from answerable.extract.plan.grouping import group_rows
from answerable.extract.plan.header import Header, read_header
from answerable.extract.plan.ledger import check_totals, declared_totals, make_ledger
from answerable.extract.plan.lifetimes import PlanDays, check_lifetimes
from answerable.extract.plan.mend import Lexicon, lift_headings, merge_lines, return_tails
from answerable.extract.plan.numbering import Numbered, numbered
from answerable.extract.plan.owners import OwnerNaming
from answerable.extract.plan.recommendations import Answer, read_answer
from answerable.extract.plan.respondent import inspected_body, writer
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import HEADINGS, Fate, Survey, survey
from answerable.extract.plan.spans import reach_down
from answerable.extract.records import Evidence, Flag, Ledger, Mention, PlanRecord, Recommendation, Source
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames

__all__ = ["read_plan_document"]


def read_plan_document(
    document: Document, *, names: bool, base: str, own: OwnNames = NO_OWN_NAMES, spacy_model: str | None = None
) -> PlanRecord:
    """Read the plan that a document is; `own` are further names of things, a `spacy_model` is one more voter on names.

    Raises:
        NotAPlanError: no table in it has the headings of a plan, or none of its rows is a recommendation.
    """
    found = survey(document)
    lexicon = Lexicon(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    echoes: list[Place] = []
    plan = list(return_tails(list(lift_headings(merge_lines(list(reach_down(found.plan)), lexicon, echoes)))))
    grouped = group_rows(plan)
    if not grouped.groups:
        raise NotAPlanError(_why_not(document, found))
    answers = tuple(_in_turn(numbered(grouped.groups)))
    idle = tuple(Fate(place, "garbled echo of another line") for place in echoes)
    idle += tuple(Fate(row.place, "heading of a subject") for row in grouped.headings)
    reading = _Reading(document, found, read_header(found.before), answers, lexicon, idle, own, spacy_model)
    return reading.record([row.place for row in grouped.orphans], names=names, base=base)


def _in_turn(items: Iterable[Numbered]) -> Iterator[Answer]:
    """Read recommendations one after another, each knowing the one above it."""
    above: Answer | None = None
    for item in items:
        above = read_answer(*item, above=above)
        yield above


def _why_not(document: Document, found: Survey) -> str:
    if not any(document.tables):
        return f"{document.name}: no table found; a plan is a table of recommendations with actions, owners and dates"
    if any(fate.reason == HEADINGS for fate in found.fates) and not found.plan:
        return f"{document.name}: the plan's table has headings but no rows below them; check that the file is whole"
    if not found.plan:
        return f"{document.name}: no table has the headings of an action plan (response, owner, date); check the file"
    return f"{document.name}: the plan's table holds no recommendation; check that its rows have numbers or answers"


@dataclass(frozen=True, slots=True)
class _Reading:
    """All that the stages found in one document, on its way into the record."""

    document: Document
    found: Survey
    header: Header
    answers: tuple[Answer, ...]
    lexicon: Lexicon
    idle: tuple[Fate, ...]
    own: OwnNames
    spacy_model: str | None

    def record(self, orphans: Sequence[Place], *, names: bool, base: str) -> PlanRecord:
        witness = Witness(self.document)
        glossary = Glossary.of(self._defining(), self.own)
        inspected = inspected_body(self.header, glossary, base)
        naming = OwnerNaming(glossary, inspected or writer(self.header, glossary), self.document.sha256, base)
        recommendations = tuple(self._recommendations(witness, naming))
        evidence = self._evidence(witness)
        spoken = PlanDays.of(day for day, _ in self.header.days.values())
        lives = check_lifetimes(recommendations, evidence, inspected.iri if inspected else None, spoken, glossary)
        return PlanRecord(
            source=Source(name=self.document.name, sha256=self.document.sha256, media_type=self.document.media_type),
            title=self.header.title.text or None,
            submitted=self.header.day("submitted"),
            updated=self.header.day("updated"),
            report_published=self.header.day("report_published"),
            inspectorates=tuple(label for label, _ in self.header.inspectorates),
            inspected_body=self.header.body.text or None,
            inspected_iri=inspected.iri if inspected else None,
            declared_totals=declared_totals(self.found.totals),
            recommendations=recommendations,
            mentions=self._mentions(recommendations, witness, base) if names else (),
            evidence=evidence,
            ledger=self._ledger(orphans, recommendations, tuple(lives)),
        )

    def _recommendations(self, witness: Witness, naming: OwnerNaming) -> Iterator[Recommendation]:
        default = None if self._is_addressed_by_headings() else self.header.label.text or None
        for answer in self.answers:
            yield answer.record(
                witness, naming.owner, self.lexicon, concerns=self.found.concerns, default_addressee=default
            )

    def _is_addressed_by_headings(self) -> bool:
        """Whether headings say whom recommendations address, so that one without such a heading addresses nobody."""
        return any(answer.group.section and answer.group.section.addressee for answer in self.answers)

    def _mentions(self, recommendations: Sequence[Recommendation], witness: Witness, base: str) -> tuple[Mention, ...]:
        """Find what is named; a holder that is named is the owner that it is."""
        owners = (owner for r in recommendations for assignment in r.assignments for owner in assignment.owners)
        known = {owner.text.casefold(): owner.iri for owner in owners if not (owner.person and owner.post)}
        found = find_mentions(
            tuple(self._passages()), witness.quote, base=base, own=self.own, spacy_model=self.spacy_model
        )
        return tuple(_as_owner(mention, known) for mention in found)

    def _ledger(
        self, orphans: Sequence[Place], recommendations: Sequence[Recommendation], lives: Sequence[Flag]
    ) -> Ledger:
        remarks = [*check_totals(self.found.totals, recommendations), *self._remarks(), *lives]
        return make_ledger(self.found.fates, orphans, self.idle, remarks)

    def _remarks(self) -> Iterator[Flag]:
        for answer in self.answers:
            row = answer.group.rows[0]
            if answer.status is None and (printed := row.text(Role.STATUS)):
                yield Flag(
                    reason="answer not understood", table=row.place.table, row=row.place.row, detail=printed[:80]
                )
            for stray in answer.group.strays:
                place = stray.place
                yield Flag(reason="words without a place", table=place.table, row=place.row, detail=stray.text[:80])
            if answer.inferred:
                yield Flag(reason="number inferred", table=row.place.table, row=row.place.row, detail=answer.number)

    def _evidence(self, witness: Witness) -> tuple[Evidence, ...]:
        header = self.header
        facts = [(header.title, "title", "words after 'A response to'"), (header.body, "inspected_body", "header")]
        facts += [(words, name, "header line") for name, (_, words) in sorted(header.days.items())]
        facts += [(words, "inspectorates", "header or introduction") for _, words in header.inspectorates]
        facts += [(header.label, "addressee", "form label")] if header.label else []
        facts += [(part, "declared_totals", "totals box") for pair in self.found.totals for part in pair]
        return witness.all_of(facts)

    def _defining(self) -> Iterator[str]:
        """Every text that may say what an acronym stands for: one of the two stands in brackets."""
        if self.document.text is None or "(" in self.document.text:
            yield from (text for named in self._passages() if "(" in (text := named.passage.text))

    def _passages(self) -> Iterator[NamedPassage]:
        """Everything that may name something, in reading order."""
        for line in self.header.lines:
            yield NamedPassage(line, "header", None)
        for passage in self.header.boilerplate:
            yield NamedPassage(passage, "intro", None, None, False)
        for answer in self.answers:
            yield from _answer_passages(answer)


def _as_owner(mention: Mention, owners: Mapping[str, str]) -> Mention:
    """Give a mention of an owner the owner's address."""
    iri = next((owners[form.casefold()] for form in mention.surfaces if form.casefold() in owners), None)
    return mention.model_copy(update={"iri": iri}) if iri else mention


def _answer_passages(answer: Answer) -> Iterator[NamedPassage]:
    number = answer.number
    if answer.group.section:
        yield NamedPassage(answer.group.section.passage, "addressee", None)
    yield NamedPassage(answer.group.text, "text", number)
    for unit in answer.units:
        yield NamedPassage(unit.passage, "action", number)
    for pair, holders in zip(answer.pairs, answer.holders, strict=True):
        for holder in holders:
            for words, kind in holder.named():
                yield NamedPassage(words, "owner", number, kind)
        for passage, field in ((pair.due, "due"), (pair.update, "update"), (pair.revised, "due")):
            if passage:
                yield NamedPassage(passage, field, number)
