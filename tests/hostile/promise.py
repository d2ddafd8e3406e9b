"""What reading promises of any file: a record that adds up and quotes truly, or one line that names the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from answerable.extract.errors import AnswerableError
from answerable.extract.plan.reader import read_plan_document
from answerable.extract.readers import read_document
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from answerable.extract.document import Document
    from answerable.extract.records import Evidence, PlanRecord
    from answerable.extract.source import SourceFile

__all__ = ["hold_to_promise"]


def hold_to_promise(source: SourceFile) -> None:
    """Read a file; raises AssertionError, or whatever else went wrong, where the promise is broken."""
    try:
        document = read_document(source)
        record = read_plan_document(document, names=False, base=DEFAULT_BASE)
    except AnswerableError as error:
        told = str(error)
        assert told.startswith(source.name), told
        assert "\n" not in told, told
    else:
        _hold_record(record, document)


def _hold_record(record: PlanRecord, document: Document) -> None:
    assert record.recommendations
    assert record.ledger.balances, record.ledger
    type(record).model_validate_json(record.to_json())
    for item in _evidence(record):
        assert item.quote
        if document.text is not None and item.start is not None:
            assert document.text[item.start : item.end] == item.quote, item


def _evidence(record: PlanRecord) -> Iterator[Evidence]:
    yield from record.evidence
    for reply in record.recommendations:
        yield from reply.evidence
        for value in (*reply.actions, *reply.assignments):
            yield from value.evidence
