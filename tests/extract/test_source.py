"""Which files are meant, and what they are known by."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from answerable.extract.source import SourceFile, discover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deeper/c.md", ".hidden", "deeper/.git/config"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


def names(folder: Path, *given: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in discover(str(folder / each) for each in given)]


def test_a_folder_means_all_files_in_it_sorted_and_none_that_is_hidden(folder: Path) -> None:
    assert names(folder, ".") == ["a.txt", "b.txt", "deeper/c.md"]


def test_a_pattern_means_the_files_that_match(folder: Path) -> None:
    assert names(folder, "*.txt") == ["a.txt", "b.txt"]
    assert names(folder, "**/*.md") == ["deeper/c.md"]


def test_files_come_in_the_order_given_and_none_twice(folder: Path) -> None:
    assert names(folder, "b.txt", ".", "a.txt") == ["b.txt", "a.txt", "deeper/c.md"]


def test_a_hidden_file_that_is_named_is_meant(folder: Path) -> None:
    assert names(folder, ".hidden") == [".hidden"]


def test_what_means_nothing_is_given_as_it_is_so_that_loading_it_says_why(folder: Path) -> None:
    assert names(folder, "gone.txt", "*.pdf") == ["gone.txt", "*.pdf"]


def test_a_file_is_known_by_its_name_and_its_bytes_not_by_where_it_lies(folder: Path) -> None:
    source = SourceFile.load(folder / "deeper" / "c.md")
    assert source.name == "c.md"
    assert source.sha256 == sha256(b"deeper/c.md").hexdigest()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_decoding_changes_no_newline(newline: str) -> None:
    assert SourceFile("a.txt", f"one{newline}two".encode()).decode() == f"one{newline}two"
