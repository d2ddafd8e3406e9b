"""What a worker is asked comes over as it was sent, in plain bytes, or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.source import SourceFile
from answerable.extract.workers.requests import Request, read_request, write_request
from answerable.ontology.gazetteer import own_names

TABLE = "label,kind\nQuern Panel,meeting\n"


def sent(source: SourceFile, **options: object) -> bytes:
    stream = io.BytesIO()
    write_request(stream, source, options)
    return stream.getvalue()


@given(st.lists(st.tuples(st.text(), st.binary()), max_size=4))
def test_documents_come_over_one_after_another_whatever_they_hold(documents: list[tuple[str, bytes]]) -> None:
    files = [SourceFile(*document) for document in documents]
    stream = io.BytesIO(b"".join(sent(file, names=True, spacy_model=None) for file in files))
    assert list(iter(lambda: read_request(stream), None)) == [
        Request(file, {"names": True, "spacy_model": None}) for file in files
    ]


@given(st.binary(min_size=1), st.data())
def test_what_breaks_off_is_no_request(content: bytes, data: st.DataObject) -> None:
    whole = sent(SourceFile("plan.txt", content))
    assert read_request(io.BytesIO(whole[: data.draw(st.integers(0, len(whole) - 1))])) is None


def test_own_names_are_read_from_their_files_and_refused_where_those_have_changed(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text(TABLE, "utf-8")
    own = own_names([file])
    request = read_request(io.BytesIO(sent(SourceFile("plan.txt", b""), own=own)))
    assert request is not None
    assert request.options()["own"].entries == own.entries
    file.write_text(TABLE + "Mill Panel,meeting\n", "utf-8")
    other = read_request(io.BytesIO(sent(SourceFile("plan.txt", b""), own=own_names([file]))))
    assert other is not None
    file.write_text(TABLE, "utf-8")
    with pytest.raises(UnreadableDocumentError, match="changed while documents were read; start again"):
        other.options()
