"""Readers are told by content, those of other packages are asked first, and the guide to write one works."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.extract import read_source, readers
from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.source import SourceFile
from tests.extract.readers.office import archive, docx, p

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "own-reader.md"
PLAN = b"""Rec,Recommendation,Agreed,Action,Owner,Target Date
1,Improve plans,Agreed,Plans will be read each month.,Head of Safety,May 2021
"""


@pytest.fixture
def guided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install the package that the guide describes, as far as Python can tell."""
    code, entry = _blocks()
    described = tmp_path / "commas-1.0.dist-info"
    described.mkdir()
    (tmp_path / "your_package").mkdir()
    (tmp_path / "your_package" / "commas.py").write_text(code, encoding="utf-8")
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: commas\nVersion: 1.0\n", encoding="utf-8")
    group = re.search(r'"(answerable\.\w+)"', entry)
    assert group
    point = entry.splitlines()[1].replace('"', "")
    (described / "entry_points.txt").write_text(f"[{group[1]}]\n{point}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    readers.registered.cache_clear()
    yield
    readers.registered.cache_clear()
    for name in ("your_package.commas", "your_package"):
        sys.modules.pop(name, None)


def _blocks() -> tuple[str, str]:
    """Give the code of the reader and the lines of the entry point."""
    code, entry = re.findall(r"^```(?:python|toml)\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return code, entry


@pytest.mark.usefixtures("guided")
def test_the_reader_of_the_guide_reads_a_plan() -> None:
    record = read_source(SourceFile("plan", PLAN), names=False)
    (reply,) = record.recommendations
    assert record.source.media_type == "text/csv"
    assert (reply.text, reply.assignments[0].due.to) == ("Improve plans", "2021-05")
    assert {(item.table, item.row) for item in reply.evidence} == {(1, 2)}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (docx(p("Words")), "vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"<!doctype html><p>Words", "html"),
        ("Words".encode("utf-16-le"), "plain"),
        (b"\xef\xbb\xbfWords", "plain"),
    ],
)
def test_a_format_is_told_by_its_content_whatever_its_name(content: bytes, kind: str) -> None:
    for name in ("plan.pdf", "plan.docx", "plan"):
        assert readers.read_document(SourceFile(name, content)).media_type.rpartition("/")[2] == kind


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            b"{\\rtf1 Plan}",
            "plan: a rich text file (.rtf), which is not read; open it in an office program and save it",
        ),
        (archive({"a.txt": "x"}), "plan: a packed file (zip), which is not read; unpack it, and name the files in it"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "plan: a picture (JPEG), which is not read; read its words with an OCR"),
        (b"\x00\x01\x02", "plan: not a text file, and of no format that is known; save the plan as DOCX, ODT, HTML"),
    ],
)
def test_what_is_of_no_format_that_is_read_has_a_way_out(content: bytes, line: str) -> None:
    with pytest.raises(UnreadableDocumentError) as error:
        readers.read_document(SourceFile("plan", content))
    assert str(error.value).startswith(line)
