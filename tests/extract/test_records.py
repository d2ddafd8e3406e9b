"""The plan record as a contract: one line of JSON per document, with the names that other programs rely on."""

from __future__ import annotations

import io
import json

import pytest
from pydantic import ValidationError

from answerable.extract.records import Evidence, Flag, Ignored, Ledger, PlanRecord, read_records, write_records
from tests.extract.plans import as_tabs, plan_row, read_text

RECORD = read_text(
    as_tabs([plan_row("1", "Improve the café’s plans", "Agreed", "Plans will be read.", "Governor", "From May 2021")])
)


def test_a_record_is_one_line_of_json_and_reads_back_as_itself() -> None:
    stream = io.StringIO()
    assert write_records([RECORD, RECORD], stream) == 2
    assert stream.getvalue().count("\n") == 2
    stream.seek(0)
    assert list(read_records(stream)) == [RECORD, RECORD]


def test_no_record_is_no_line() -> None:
    stream = io.StringIO()
    assert write_records([], stream) == 0
    assert list(read_records(io.StringIO("\n\n"))) == []


def test_the_json_has_the_names_of_the_contract() -> None:
    record = json.loads(RECORD.to_json())
    (recommendation,) = record["recommendations"]
    (assignment,) = recommendation["assignments"]
    assert assignment["due"] == {
        "text": "From May 2021",
        "kind": "commences",
        "from": "2021-05",
        "to": None,
        "edtf": "2021-05/..",
    }
    assert {"source", "title", "kind", "submitted", "updated", "report_published", "inspectorates"} <= set(record)
    assert {"inspected_body", "declared_totals", "mentions", "evidence", "ledger"} <= set(record)
    assert {"number", "number_inferred", "kind", "level", "addressee", "text", "text_raw"} <= set(recommendation)
    assert {"damaged", "status", "repeated", "rationale", "rationale_categories"} <= set(recommendation)
    assert {"owner_text", "owners", "actions", "certain", "update", "revised_text"} <= set(assignment)


def test_the_published_schema_names_the_ends_of_a_date_as_the_json_does() -> None:
    schema = PlanRecord.model_json_schema(by_alias=True)
    assert {"from", "to", "text", "kind", "edtf"} == set(schema["$defs"]["DueDate"]["properties"])


def test_what_the_contract_does_not_know_is_refused() -> None:
    line = json.dumps({**json.loads(RECORD.to_json()), "colour": "green"})
    with pytest.raises(ValidationError, match="colour"):
        list(read_records(io.StringIO(line)))


def test_records_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        RECORD.title = "another"  # type: ignore[misc]


def test_without_names_no_mention_is_looked_for() -> None:
    assert RECORD.mentions == ()


@pytest.mark.parametrize(
    ("ledger", "balances"),
    [
        (Ledger(rows=0, loaded=0), True),
        (Ledger(rows=3, loaded=1, ignored=(Ignored(reason="rule", rows=2),)), True),
        (
            Ledger(rows=3, loaded=1, ignored=(Ignored(reason="rule", rows=1),), flagged=(Flag(reason="?", rows=1),)),
            True,
        ),
        (Ledger(rows=1, loaded=1, flagged=(Flag(reason="a remark on no row"),)), True),
        (Ledger(rows=3, loaded=1), False),
        (Ledger(rows=1, loaded=2), False),
    ],
)
def test_a_ledger_balances_where_every_row_is_accounted_for_once(ledger: Ledger, balances: bool) -> None:
    assert ledger.balances is balances


def test_what_reading_makes_unchecked_is_what_checking_would_have_made() -> None:
    pieces = [piece for recommendation in RECORD.recommendations for piece in recommendation.evidence]
    assert pieces
    for piece in pieces:
        checked = Evidence.model_validate(piece.model_dump(), strict=True)
        assert checked == piece
        assert checked.model_dump_json() == piece.model_dump_json()
        assert piece.model_copy(update={"field": "other"}).model_fields_set == checked.model_fields_set
