from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.records import Status, read_records
from answerable.graph import Store, write_snapshot
from answerable.graph.errors import BadAddressError, NotAStoreError, SettingsError, SnapshotError
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE, RECORDS_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.extract.records import PlanRecord

    Records = tuple[PlanRecord, ...]


def contents(folder: Path) -> dict[str, bytes]:
    """Give the files of a store's current snapshot."""
    return {file.name: file.read_bytes() for file in Store.open(folder).directory.iterdir()}


def test_the_same_records_give_the_same_bytes_in_any_order(records: Records, tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "one")
    write_snapshot(reversed(records), tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other")
    assert set(contents(tmp_path / "one")) == {GRAPH_FILE, RECORDS_FILE, MANIFEST_FILE}


def test_lines_are_sorted_and_each_stands_once(records: Records, tmp_path: Path) -> None:
    summary = write_snapshot(records, tmp_path / "s")
    lines = contents(tmp_path / "s")[GRAPH_FILE].decode().splitlines()
    assert lines == sorted(set(lines))
    assert summary.quads == len(lines)


def test_the_manifest_proves_the_files_and_names_no_place(records: Records, tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "s")
    files = contents(tmp_path / "s")
    manifest = json.loads(files[MANIFEST_FILE])
    for name, facts in manifest["files"].items():
        assert facts == {"sha256": sha256(files[name]).hexdigest(), "bytes": len(files[name])}
    assert {source["name"] for source in manifest["sources"]} == {"harbour.txt", "lighthouse.txt"}
    assert str(tmp_path) not in files[MANIFEST_FILE].decode()


def test_the_records_come_back_as_they_were(records: Records, tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "s")
    with (Store.open(tmp_path / "s").directory / RECORDS_FILE).open(encoding="utf-8") as stream:
        assert {record.to_json() for record in read_records(stream)} == {record.to_json() for record in records}


def test_the_summary_counts_what_the_records_hold(records: Records, tmp_path: Path) -> None:
    summary = write_snapshot(records, tmp_path / "s")
    assert (summary.plans, summary.actions, summary.assignments) == (2, 2, 4)
    assert (summary.owners, summary.mentions, summary.flagged) == (3, 1, 1)
    assert summary.recommendations == {Status.AGREED: 1, Status.PARTLY_AGREED: 1, Status.NOT_AGREED: 1}


def test_a_second_copy_of_one_file_is_ignored_with_a_reason(records: Records, tmp_path: Path) -> None:
    copy = records[0].model_copy(update={"source": records[0].source.model_copy(update={"name": "z-copy.txt"})})
    assert write_snapshot([copy, *records], tmp_path / "s").plans == 2
    manifest = json.loads(contents(tmp_path / "s")[MANIFEST_FILE])
    assert manifest["ignored"] == [{"name": "z-copy.txt", "reason": "the same content as another source"}]


def test_a_new_build_answers_from_then_on_and_the_old_one_stays_as_it_was(records: Records, tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "s")
    old = Store.open(tmp_path / "s")
    before = contents(tmp_path / "s")
    write_snapshot(records[:1], tmp_path / "s")
    assert len(Store.open(tmp_path / "s").select("SELECT ?plan { ?plan a ap:ActionPlan }")) == 1
    assert len(Store.open(tmp_path / "s", old.name).select("SELECT ?plan { ?plan a ap:ActionPlan }")) == 2
    assert {file.name: file.read_bytes() for file in old.directory.iterdir()} == before


def test_a_snapshot_is_named_by_what_it_holds(records: Records, tmp_path: Path) -> None:
    for folder, some in (("one", records), ("other", records), ("third", records[:1])):
        write_snapshot(some, tmp_path / folder)
    one, other, third = (Store.open(tmp_path / folder).name for folder in ("one", "other", "third"))
    assert one == other != third
    assert one == sha256(contents(tmp_path / "one")[MANIFEST_FILE]).hexdigest()[: len(one)]


def test_a_folder_of_other_files_is_never_overwritten(records: Records, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("dear")
    with pytest.raises(SnapshotError, match="holds files that are no snapshot"):
        write_snapshot(records, tmp_path / "letters")
    assert (tmp_path / "letters" / "dear.txt").read_text() == "dear"


def test_a_file_in_the_way_is_refused(records: Records, tmp_path: Path) -> None:
    (tmp_path / "s").write_text("x")
    with pytest.raises(SnapshotError, match="is a file"):
        write_snapshot(records, tmp_path / "s")


def test_another_base_names_everything_under_it(records: Records, tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "s", base="https://plans.test/")
    assert b"action-plans.example" not in contents(tmp_path / "s")[GRAPH_FILE]
    with pytest.raises(SettingsError, match="end in a slash"):
        write_snapshot(records, tmp_path / "t", base="https://plans.test")


def test_an_address_that_could_break_out_of_its_brackets_is_refused(records: Records, tmp_path: Path) -> None:
    bad = records[0].mentions[0].model_copy(update={"iri": "https://x.test/> <https://y.test/"})
    with pytest.raises(BadAddressError, match="not an absolute IRI"):
        write_snapshot([records[0].model_copy(update={"mentions": (bad,)})], tmp_path / "s")
    with pytest.raises(NotAStoreError, match="holds no snapshot yet"):
        Store.open(tmp_path / "s")


@given(text=st.text(min_size=1).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_any_text_comes_back_as_it_was(records: Records, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any") / "s"
    write_snapshot([records[1].model_copy(update={"title": text})], folder)
    answer = Store.open(folder).select("SELECT ?title { ?plan a ap:ActionPlan ; dcterms:title ?title }")
    assert [str(row[0]) for row in answer] == [text]
