"""What people put right in a record: what it changes, what it shows, and when it no longer fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.extract.corrections import corrected, load_corrections, parse_corrections
from answerable.extract.errors import CorrectionError
from answerable.extract.records import DueKind, Evidence, PlanRecord, Status
from tests.graph.invented import assigned, due, plan, post, recommendation


def paper() -> PlanRecord:
    return plan(
        "harbour.txt",
        recommendation(
            "1",
            "Light every lamp at dusk",
            assigned(post("Chief Piiot"), post("Warden"), by=due("2002-04", text="April 2002")),
            assigned(post("Chief Piiot"), by=due("2020-06", text="June 2020"), update="Haif are lit."),
            actions=("The lamps are Iit.",),
        ),
        recommendation("2", "Mend the stairs", assigned(post("Chief Pilot")), status=Status.PARTLY_AGREED),
    )


def line(field: str, read: str, right: str, *, number: str = "1", row: str = "", document: str = "harbour.txt") -> str:
    return f"2024-01-09\tkim\t{document}\t{number}\t{row}\t{field}\t{read}\t{right}\tas printed\n"


def after(*lines: str) -> PlanRecord:
    return corrected(paper(), parse_corrections("".join(lines), "corrections.tsv").lines)


def test_a_date_that_was_misread_is_read_again() -> None:
    record = after(line("due", "April 2002", "April 2020"))
    first = record.recommendations[0].assignments[0]
    assert (first.due.text, first.due.kind, first.due.to) == ("April 2020", DueKind.BY, "2020-04")


def test_the_evidence_keeps_what_is_printed_and_says_who_read_it() -> None:
    (piece,) = (
        piece
        for piece in after(line("due", "April 2002", "April 2020")).recommendations[0].assignments[0].evidence
        if piece.field == "due"
    )
    assert (piece.quote, piece.rule) == ("April 2002", "correction")


def test_a_record_shows_what_was_put_right() -> None:
    (shown,) = after(line("due", "April 2002", "April 2020")).corrections
    assert (shown.field, shown.before, shown.after, shown.user, shown.date, shown.note) == (
        "due",
        "April 2002",
        "April 2020",
        "kim",
        "2024-01-09",
        "as printed",
    )


def test_an_owner_that_was_misread_becomes_the_post_that_the_right_words_mean() -> None:
    record = after(line("owner", "Chief Piiot", "Chief Pilot"))
    owners = [owner for each in record.recommendations for some in each.assignments for owner in some.owners]
    assert {owner.iri for owner in owners if owner.text == "Chief Pilot"} == {post("Chief Pilot").iri}
    assert [owner.text for owner in owners].count("Chief Pilot") == 3


def test_an_owner_that_is_new_stays_in_its_body() -> None:
    record = after(line("owner", "Warden", "Harbour Warden"))
    assert record.recommendations[0].assignments[0].owners[1].iri == post("Harbour Warden").iri


def test_a_row_tells_which_of_several_is_meant() -> None:
    record = paper()
    row = record.recommendations[0].assignments[1].evidence[0].row
    given = parse_corrections(line("owner", "Chief Piiot", "Chief Pilot", row=str(row)), "corrections.tsv").lines
    assignments = corrected(record, given).recommendations[0].assignments
    assert [[owner.text for owner in each.owners] for each in assignments] == [
        ["Chief Piiot", "Warden"],
        ["Chief Pilot"],
    ]


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (line("text", "Light every lamp at dusk", "Light each lamp"), "Light each lamp"),
        (line("status", "Agreed", "Not Agreed"), "Not Agreed"),
        (line("addressee", "", "Harbour Board"), "Harbour Board"),
        (line("action", "The lamps are Iit.", "The lamps are lit."), "The lamps are lit."),
        (line("update", "Haif are lit.", "Half are lit."), "Half are lit."),
        (line("revised", "", "Ongoing"), "Ongoing"),
        (line("submitted", "2020-02-28", "2020-02-29", number=""), "2020-02-29"),
        (line("title", "the inspection of the Harbour Board", "The harbour", number=""), "The harbour"),
    ],
)
def test_every_kind_of_value_can_be_put_right(given: str, value: str) -> None:
    record = after(given)
    assert f'"{value}"' in record.to_json()
    assert len(record.corrections) == 1
    assert record.ledger == paper().ledger


def test_a_document_is_meant_by_its_hash_as_well() -> None:
    assert after(line("status", "Agreed", "Not Agreed", document=paper().source.sha256[:12])).corrections
    assert not after(line("status", "Agreed", "Not Agreed", document="other.txt")).corrections


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (line("due", "May 2002", "May 2020"), "the due reads 'April 2002', 'June 2020' and not 'May 2002'"),
        (line("status", "Not Agreed", "Agreed"), "the status reads 'Agreed' and not 'Not Agreed'"),
        (line("status", "Agreed", "Perhaps"), "'Perhaps' is no status; write one of Agreed, Partly Agreed"),
        (line("text", "Light", "Lit", number="9"), "there is no recommendation 9"),
        (line("title", "Light", "Lit", number=""), "the title reads 'the inspection of the Harbour Board' and not"),
        (line("submitted", "2020-02-28", "in May", number=""), "'in May' is no date; write it as YYYY-MM-DD"),
    ],
)
def test_a_correction_that_no_longer_fits_is_flagged_with_its_line(given: str, told: str) -> None:
    record = after("# the harbour\n", given)
    (flag,) = record.ledger.flagged
    assert flag.reason == "a correction no longer fits what is read"
    assert str(flag.detail).startswith("corrections.tsv, line 2: ")
    assert told in str(flag.detail)
    assert [piece.rule for piece in pieces_of(record)].count("correction") == 0
    assert record.corrections == ()


def pieces_of(record: PlanRecord) -> list[Evidence]:
    assignments = [some for each in record.recommendations for some in each.assignments]
    return [*record.evidence, *(piece for each in (*record.recommendations, *assignments) for piece in each.evidence)]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("2024-01-09\tkim\n", "2 columns; write date, user, document"),
        (line("colour", "a", "b"), "'colour' is no field; write one of title"),
        (line("due", "a", "b", number=""), "the field due needs a recommendation"),
        (line("title", "a", "b"), "the field title takes no recommendation"),
        (line("due", "a", "a"), "are the same; write the right value"),
        (line("due", "a", "b", row="x"), "'x' is no row"),
        (line("due", "a", "b").replace("kim", ""), "no user or no document"),
        (line("due", "a", "b").replace("-09", "-99"), "'2024-01-99' is no day"),
    ],
)
def test_an_ill_formed_line_is_named(bad: str, told: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        parse_corrections(line("due", "a", "b") + bad, "corrections.tsv")
    assert str(caught.value).startswith("corrections.tsv, line 2: ")
    assert told in str(caught.value)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "corrections.tsv").write_bytes(b"2024\xff")
    with pytest.raises(CorrectionError, match=r"corrections\.tsv: byte 4 is no UTF-8 text"):
        load_corrections(tmp_path / "corrections.tsv")
