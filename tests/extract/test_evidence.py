"""What must hold of every plan: each value has its words, no word of a loaded row is lost, same in is same out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

import pytest

from answerable.extract import read_plan
from answerable.extract.readers import read_document
from answerable.extract.records import Evidence, PlanRecord
from answerable.extract.source import SourceFile
from tests.extract.corpus import ALL, Plan, record_of, text_of


def evidence_of(record: PlanRecord) -> Iterator[Evidence]:
    yield from record.evidence
    for recommendation in record.recommendations:
        yield from recommendation.evidence
        for action in recommendation.actions:
            yield from action.evidence
        for assignment in recommendation.assignments:
            yield from assignment.evidence


def cleaned(pieces: Iterator[str]) -> str:
    """Pieces of the source, without markup and joined with one space."""
    bare = (html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>|\*\*", "", piece)) for piece in pieces)
    return " ".join(" ".join(piece.split()) for piece in bare)


def words_of(evidence: tuple[Evidence, ...], field: str) -> str:
    return cleaned(piece.quote for piece in evidence if piece.field == field)


@pytest.mark.parametrize("plan", ALL, ids=str)
def test_every_quote_stands_at_its_offsets(plan: Plan) -> None:
    text = text_of(plan)
    for piece in evidence_of(record_of(plan)):
        assert text[piece.start : piece.end] == piece.quote != ""


@pytest.mark.parametrize("plan", ALL, ids=str)
def test_the_pieces_of_a_recommendation_cleaned_and_joined_give_its_values(plan: Plan) -> None:
    for each in record_of(plan).recommendations:
        assert words_of(each.evidence, "text") == each.text
        assert words_of(each.evidence, "rationale") == (each.rationale or "")
        assert words_of(each.evidence, "status").rstrip(".").casefold() == (each.status or "").casefold()
        assert words_of(each.evidence, "addressee").rstrip(" :") in {each.addressee, ""}
        for action in each.actions:
            assert words_of(action.evidence, "text") == action.text


@pytest.mark.parametrize("plan", ALL, ids=str)
def test_the_pieces_of_an_assignment_cleaned_and_joined_give_its_values(plan: Plan) -> None:
    for assignment in (
        each for recommendation in record_of(plan).recommendations for each in recommendation.assignments
    ):
        owner = words_of(assignment.evidence, "owner")
        if assignment.owner_text or not assignment.inherited:
            assert owner == assignment.owner_text
        else:
            assert all(holder.text in owner for holder in assignment.owners)
        assert words_of(assignment.evidence, "due") == assignment.due.text
        assert words_of(assignment.evidence, "update") == (assignment.update or "")
        assert words_of(assignment.evidence, "revised") == (assignment.revised_text or "")


@pytest.mark.parametrize("plan", ALL, ids=str)
def test_the_pieces_of_the_header_cleaned_and_joined_give_its_values(plan: Plan) -> None:
    record = record_of(plan)
    assert words_of(record.evidence, "title") == record.title
    assert words_of(record.evidence, "inspected_body") == record.inspected_body
    for name, day in (("submitted", record.submitted), ("updated", record.updated)):
        assert bool(words_of(record.evidence, name)) == (day is not None)


@pytest.mark.parametrize("plan", ALL, ids=str)
def test_the_ledger_adds_up(plan: Plan) -> None:
    ledger = record_of(plan).ledger
    tables = read_document(SourceFile.load(plan.document)).tables
    assert ledger.balances
    assert ledger.rows == sum(len(table.rows) for table in tables)


FRAME: Final = re.compile(r"\d+(\.\d+)*[.):]?|should:?|ensure|that:|(main )?recommendations?|main|to", re.IGNORECASE)
"""Words that only hold the others: labels of actions, and what makes a name an addressee."""


@pytest.mark.parametrize("plan", ALL, ids=str)
def test_every_word_of_a_row_that_is_loaded_is_evidence_of_something(plan: Plan) -> None:
    text, covered, rows = text_of(plan), set[int](), set[tuple[int | None, int | None]]()
    for piece in evidence_of(record_of(plan)):
        assert piece.start is not None
        assert piece.end is not None
        covered.update(range(piece.start, piece.end))
        rows.add((piece.table, piece.row))
    for line in _lines(plan, rows):
        rest = "".join(" " if offset in covered else text[offset] for offset in range(*line))
        words = re.sub(r"</?[a-zA-Z][^<>]*>", " ", rest).split()
        assert [word for word in words if re.search(r"\w", word) and not FRAME.fullmatch(word)] == []


def _lines(plan: Plan, rows: set[tuple[int | None, int | None]]) -> Iterator[tuple[int, int]]:
    for table in read_document(SourceFile.load(plan.document)).tables:
        for row in table.rows:
            if (row.place.table, row.place.row) in rows:
                lines = (line for cell in row.cells for paragraph in cell.paragraphs for line in paragraph.lines)
                yield from (line.span() or (0, 0) for line in lines)


@pytest.mark.parametrize("plan", ALL, ids=str)
def test_reading_a_plan_again_gives_the_same_bytes(plan: Plan) -> None:
    assert read_plan(plan.document, names=False).to_json() == record_of(plan).to_json()
