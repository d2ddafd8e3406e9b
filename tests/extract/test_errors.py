"""What cannot be read says so in one line that names the file; every usual encoding can."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract import read_plan, read_source
from answerable.extract.errors import AnswerableError, NotAPlanError, UnreadableDocumentError
from answerable.extract.records import PlanRecord
from answerable.extract.source import SourceFile
from tests.extract.plans import COLUMNS, HEADER, as_markdown, as_tabs, only, plan_row

PLAN = as_tabs([plan_row("1", "Improve the café’s plans – all", "Agreed", "We’ll spend £5m.", "Governor", "May 2021")])


def read(content: bytes, name: str = "odd name.txt") -> PlanRecord:
    return read_source(SourceFile(name, content), names=False)


def line_of(error: pytest.ExceptionInfo[AnswerableError]) -> str:
    message = str(error.value)
    assert "\n" not in message
    assert len(message) < 300
    return message


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\n" * 50])
def test_an_empty_file(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError) as error:
        read(content)
    assert line_of(error) == "odd name.txt: the file is empty; nothing to read"


@pytest.mark.parametrize("content", [b"\x7fELF\x02\x01\x01\x00", b"\x00\x01\x02\x03" * 8], ids=["ELF", "bytes"])
def test_a_file_that_is_no_text(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError) as error:
        read(content)
    assert line_of(error).startswith("odd name.txt: not a text file")


def test_a_null_byte_far_into_a_file() -> None:
    with pytest.raises(UnreadableDocumentError) as error:
        read(PLAN.encode() + b" " * 5000 + b"\x00")
    assert line_of(error).startswith("odd name.txt: not a text file")


@pytest.mark.parametrize("content", [codecs.BOM_UTF16_LE + b"\x00\xd8", b"caf\xe9 \x81 \x8d"], ids=["UTF-16", "cp1252"])
def test_bytes_that_no_encoding_explains(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError) as error:
        read(content)
    assert line_of(error).startswith("odd name.txt: byte ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "gone.txt"
    with pytest.raises(UnreadableDocumentError) as error:
        read_plan(missing)
    assert line_of(error).startswith(f"{missing}: cannot be opened (No such file or directory)")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError) as error:
        read_plan(tmp_path)
    assert line_of(error).startswith(f"{tmp_path}: cannot be opened")


PROSE = "The plan will be read by all officers.\n\nIt says what will be done, by whom and by when.\n"


@pytest.mark.parametrize("text", [PROSE, HEADER, "# Action Plan\n", "x", "Agreed"])
def test_prose_without_a_table(text: str) -> None:
    with pytest.raises(NotAPlanError) as error:
        read(text.encode())
    assert line_of(error).startswith("odd name.txt: no table found")


@pytest.mark.parametrize(
    "text",
    [
        "Name\tTelephone\tOffice\nAda Brookes\t01632 960123\tOcton\n",
        "| Prison | Places |\n|---|---|\n| Grindle Fen | 420 |\n",
        f"{PROSE}\nTerm\tDefinition\nAgreed\tAll of it.\nNot Agreed\tNone of it.\n",
    ],
)
def test_a_table_that_is_no_plan(text: str) -> None:
    with pytest.raises(NotAPlanError) as error:
        read(text.encode())
    assert line_of(error).startswith("odd name.txt: no table has the headings of an action plan")


@pytest.mark.parametrize("content", [b"|", b"a\n|\nb", b"x\ty\n|\n"])
def test_a_lone_pipe_is_no_table(content: bytes) -> None:
    with pytest.raises(NotAPlanError) as error:
        read(content)
    assert line_of(error).startswith("odd name.txt: no table")


@pytest.mark.parametrize("write", [as_tabs, as_markdown])
def test_a_plan_without_a_recommendation(write: Callable[..., str]) -> None:
    with pytest.raises(NotAPlanError) as error:
        read(write([tuple(COLUMNS.values())]).encode())
    assert re.match("odd name.txt: .*table", line_of(error))


def test_both_errors_are_of_one_family() -> None:
    assert issubclass(UnreadableDocumentError, AnswerableError)
    assert issubclass(NotAPlanError, AnswerableError)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "cp1252"),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16 little endian", "UTF-16 big endian", "Windows-1252"],
)
def test_every_usual_encoding_gives_the_same_record(mark: bytes, encoding: str) -> None:
    record = read(mark + PLAN.encode(encoding))
    plain = read(PLAN.encode())
    assert (
        record.model_copy(update={"source": plain.source}).recommendations[0].text == "Improve the café’s plans – all"
    )
    assert record.model_dump(exclude={"source", "recommendations"}) == plain.model_dump(
        exclude={"source", "recommendations"}
    )
    assert only(record).actions == only(plain).actions
    assert only(record).evidence == only(plain).evidence


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_offsets_count_characters_of_the_text_without_its_mark(mark: bytes) -> None:
    for piece in only(read(mark + PLAN.encode())).evidence:
        assert PLAN[piece.start : piece.end] == piece.quote


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_of_every_kind_end_rows_and_offsets_count_them(newline: str) -> None:
    text = PLAN.replace("\n", newline)
    for piece in only(read(text.encode())).evidence:
        assert text[piece.start : piece.end] == piece.quote


TOKENS = [
    "| Owner | 1 |",
    "| a",
    "|",
    "\t",
    "\n",
    "Owner",
    "Response",
    "Target Date",
    "Agreed",
    "1",
    "<p>",
    " ",
    "--",
    "\x0c",
]


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(st.characters(codec="utf-8"), max_size=200).map(str.encode),
        st.lists(st.sampled_from(TOKENS), max_size=30).map("".join).map(str.encode),
    )
)
def test_any_bytes_are_a_plan_or_one_clear_line(content: bytes) -> None:
    try:
        record = read(content, "any.txt")
    except AnswerableError as error:
        message = str(error)
        assert message.startswith("any.txt: ")
        assert "\n" not in message
    else:
        assert record.recommendations
        assert record.ledger.balances
