"""What holds of every record: it is read back as it was written, its quotes are true, its ledger adds up."""

from __future__ import annotations

import io
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.errors import AnswerableError
from answerable.extract.records import Evidence, PlanRecord, read_records, write_records
from tests.extract.plans import PAGE, Row, as_markdown, as_tabs, plan_row, read_text

TEXTS = [
    "Light every lamp at dusk",
    "Buy <b>a boat</b>",
    "",
    "1.1 Nets will be mended &amp; kept",
    "•  one\u00a0• two",
    "–",
]
ANSWERS = ["Agreed", "Partly Agreed", "Not agreed", "", "Perhaps"]
OWNERS = ["Head of Lamps", "Governor; Ada Brookes", "as above", "", "Net Leads and Harbour CRC", "tbc"]
DATES = ["May 2021", "31.02.24", "Ongoing", "", "Q2 2019/20", "by the end of", "June to May 2020"]
NUMBERS = ["1", "2", "", "3.", "Rec 4", "a"]
ROWS = st.one_of(
    st.builds(
        plan_row,
        st.sampled_from(NUMBERS),
        st.sampled_from(TEXTS),
        st.sampled_from(ANSWERS),
        st.lists(st.sampled_from(TEXTS), max_size=3).map("<br>".join),
        st.sampled_from(OWNERS),
        st.sampled_from(DATES),
    ),
    st.just(PAGE),
)
PLANS = st.tuples(st.lists(ROWS, min_size=1, max_size=7), st.sampled_from([as_tabs, as_markdown]))


def records(plan: tuple[list[Row], object]) -> Iterator[tuple[str, PlanRecord]]:
    rows, write = plan
    text = write(rows)  # type: ignore[operator]
    try:
        yield text, read_text(text)
    except AnswerableError:  # rows that make no plan: test_errors holds what is said of them
        return


def evidence_of(record: PlanRecord) -> list[Evidence]:
    replies = record.recommendations
    values = [value for reply in replies for value in (reply, *reply.actions, *reply.assignments)]
    return [*record.evidence, *(item for value in values for item in value.evidence)]


@given(PLANS)
def test_a_record_is_read_back_as_it_was_written(plan: tuple[list[Row], object]) -> None:
    for _, record in records(plan):
        stream = io.StringIO()
        assert write_records([record, record], stream) == 2
        stream.seek(0)
        assert list(read_records(stream)) == [record, record]
        assert PlanRecord.model_validate_json(record.to_json()).to_json() == record.to_json()


@given(PLANS)
def test_every_quote_stands_at_its_offset_and_every_row_is_accounted_for(plan: tuple[list[Row], object]) -> None:
    for text, record in records(plan):
        assert record.ledger.balances
        for item in evidence_of(record):
            assert text[item.start : item.end] == item.quote
            assert item.quote


@given(PLANS)
def test_nothing_is_said_that_is_not_printed(plan: tuple[list[Row], object]) -> None:
    for text, record in records(plan):
        letters = set(text.replace("&amp;", "&"))
        for reply in record.recommendations:
            said = [reply.text, *(action.text for action in reply.actions)]
            said += [words for each in reply.assignments for words in (each.owner_text, each.due.text)]
            assert set("".join(said)) - {" "} <= letters
            assert all(index < len(reply.actions) for each in reply.assignments for index in each.actions or ())


@given(PLANS)
def test_reading_again_gives_the_same_bytes(plan: tuple[list[Row], object]) -> None:
    for text, record in records(plan):
        assert read_text(text).to_json() == record.to_json()
