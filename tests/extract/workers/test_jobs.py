"""Where nobody says how many workers should read, their number suits that of the documents."""

from __future__ import annotations

from itertools import count, islice
from pathlib import Path

import pytest

from answerable.extract.source import SourceFile
from answerable.extract.workers import jobs, read_guarded
from tests.twins.as_text import as_text
from tests.twins.plans import NAMED


def paths(number: int) -> list[Path]:
    return [Path(f"{each}.txt") for each in range(number)]


@pytest.mark.parametrize(("documents", "processors", "expected"), [(0, 4, 1), (49, 4, 1), (50, 2, 2), (500, 64, 4)])
def test_few_documents_are_read_by_one_worker_and_many_by_one_for_each_processor(
    documents: int, processors: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_processors", lambda: processors)
    number, files = jobs.suited(paths(documents))
    assert number == expected
    assert list(files) == paths(documents)


def test_a_stream_without_end_is_not_listed() -> None:
    _, files = jobs.suited(Path(f"{each}.txt") for each in count())
    assert list(islice(files, 60)) == paths(60)


def test_many_documents_are_read_side_by_side_as_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_processors", lambda: 2)
    files = [SourceFile(f"{each}.txt", as_text(NAMED)) for each in range(55)]
    assert list(read_guarded(files, names=False)) == list(read_guarded(files, names=False, jobs=1))
