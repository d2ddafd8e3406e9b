"""Two files of one version of a plan."""

from __future__ import annotations

from itertools import permutations

from answerable.extract.records import Evidence, Flag, PlanRecord
from answerable.graph.linking.plans import copies_among
from tests.graph.invented import assigned, plan, post, recommendation


def paper(name: str, text: str = "Light every lamp at dusk", **fields: str) -> PlanRecord:
    given = recommendation("1", text, assigned(post("Chief Pilot")), actions=("The lamps are lit each night.",))
    return plan(name, given, **fields)  # type: ignore[arg-type]


def with_offsets(record: PlanRecord) -> PlanRecord:
    (each,) = record.recommendations
    placed = tuple(Evidence(**{**piece.model_dump(), "start": 1, "end": 2}) for piece in each.evidence)
    return record.model_copy(update={"recommendations": (each.model_copy(update={"evidence": placed}),)})


def damaged(record: PlanRecord) -> PlanRecord:
    (each,) = record.recommendations
    return record.model_copy(update={"recommendations": (each.model_copy(update={"damaged": True}),)})


def left_out(*records: PlanRecord) -> list[tuple[str, str]]:
    found = {tuple((copy.name, copy.instead_name) for copy in copies_among(order)) for order in permutations(records)}
    assert len(found) == 1, "the order of the records means nothing"
    return list(found.pop())


def test_the_file_with_better_evidence_is_read() -> None:
    assert left_out(with_offsets(paper("plan.pdf")), paper("plan.docx")) == [("plan.docx", "plan.pdf")]


def test_fewer_damages_count_before_better_evidence() -> None:
    assert left_out(damaged(with_offsets(paper("plan.pdf"))), paper("plan.docx")) == [("plan.pdf", "plan.docx")]


def test_rows_that_could_not_be_placed_are_damage() -> None:
    flagged = paper("plan.pdf")
    ledger = flagged.ledger.model_copy(update={"flagged": (Flag(reason="no column", rows=1),), "rows": 2})
    assert left_out(flagged.model_copy(update={"ledger": ledger}), paper("plan.docx")) == [("plan.pdf", "plan.docx")]


def test_small_differences_of_reading_are_no_other_plan() -> None:
    assert len(left_out(paper("plan.pdf"), paper("plan.docx", "Light every  lamp at dusk."))) == 1


def test_an_update_is_no_copy() -> None:
    assert left_out(paper("plan.pdf"), paper("update.pdf", updated="2021-03-01")) == []


def test_another_text_is_no_copy() -> None:
    assert left_out(paper("plan.pdf"), paper("other.pdf", "Mend the stairs of the tower")) == []


def test_the_reason_names_the_file_that_is_read() -> None:
    (copy,) = copies_among([with_offsets(paper("plan.pdf")), paper("plan.docx")])
    assert copy.reason == "the same version of the same plan as plan.pdf, which reads better or as well"
