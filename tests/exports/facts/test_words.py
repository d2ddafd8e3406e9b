"""Dates and places in words."""

from datetime import date

import pytest

from answerable.exports.facts import EvidenceIndex, Row
from answerable.exports.facts.words import due_in_words, field_in_words

MAY, JUNE = date(2019, 5, 31), date(2019, 6, 30)


@pytest.mark.parametrize(
    ("kind", "first", "last", "said"),
    [
        ("by", None, MAY, "by 31 May 2019"),
        ("by", MAY, JUNE, "between 31 May 2019 and 30 June 2019"),
        ("between", MAY, JUNE, "between 31 May 2019 and 30 June 2019"),
        ("ongoing", None, None, "ongoing, with no end"),
        ("completed", None, MAY, "completed, 31 May 2019"),
        ("commences", MAY, None, "from 31 May 2019"),
        ("recurring", MAY, JUNE, "again and again, 31 May 2019 to 30 June 2019"),
        ("noDate", None, None, "no date that can be read"),
    ],
)
def test_a_date_is_said_as_it_was_read(kind: str, first: date | None, last: date | None, said: str) -> None:
    assert due_in_words(kind, first, last) == said


def test_an_unknown_field_is_named_as_it_is() -> None:
    assert field_in_words("report_published") == "report published"


def test_a_quote_is_shown_as_its_reader_saw_it_without_the_markup_of_a_text_file() -> None:
    row = Row(
        {
            **dict.fromkeys(("start", "page", "table", "row", "column")),
            **dict.fromkeys(("subject", "evidence", "document", "file"), "x"),
            "field": "due",
            "rule": "date column",
            "quote": "<p>31<sup>st</sup> March &amp;  <b>April</b></p> a < b",
        }
    )
    assert EvidenceIndex([row], {}).quotes("x")[0].text == "31st March & April a < b"
