from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.graph.errors import SettingsError
from answerable.graph.settings import BuildSettings, GivenFile

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_counts_by_what_stands_in_it_and_not_by_where_it_lies(tmp_path: Path) -> None:
    for name, text in (("one", "same"), ("other", "same"), ("third", "else")):
        (tmp_path / name).write_text(text)
    one, other, third = (
        BuildSettings(decisions=GivenFile.load(tmp_path / name)).as_told() for name in ("one", "other", "third")
    )
    assert one == other != third


def test_a_folder_counts_by_its_files_and_their_names(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "a.ttl").write_text("a")
    before = GivenFile.load(tmp_path / "terms").sha256
    (tmp_path / "terms" / ".hidden").write_text("x")
    assert GivenFile.load(tmp_path / "terms").sha256 == before
    (tmp_path / "terms" / "a.ttl").rename(tmp_path / "terms" / "b.ttl")
    assert GivenFile.load(tmp_path / "terms").sha256 != before


def test_what_is_decided_about_many_documents_does_not_change_how_one_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    given = GivenFile.load(tmp_path / "file")
    assert BuildSettings(decisions=given).for_reading == BuildSettings().for_reading
    others = (BuildSettings(corrections=given), BuildSettings(gazetteers=(given,)), BuildSettings(spacy_model="m"))
    assert len({each.for_reading for each in (BuildSettings(), BuildSettings(base="a:/"), *others)}) == 5


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.tsv: cannot be opened"):
        GivenFile.load(tmp_path / "none.tsv")


def test_a_base_ends_in_a_slash() -> None:
    with pytest.raises(SettingsError, match="must end in a slash"):
        BuildSettings(base="https://plans.test")
