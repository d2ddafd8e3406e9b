"""A graph that is too large for memory answers from the engine's copy on disk, and says the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from answerable.graph import Store, write_snapshot
from answerable.graph.errors import DamagedSnapshotError, NotAStoreError
from answerable.graph.layout import GRAPH_FILE, Layout

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.extract.records import PlanRecord

UNION = "SELECT ?s ?p ?o { ?s ?p ?o }"
NAMED = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture
def folder(records: tuple[PlanRecord, ...], tmp_path: Path) -> Path:
    first = records[0]
    source = first.source.model_copy(update={"sha256": "0" * 64, "name": "update.txt"})
    write_snapshot([*records, first.model_copy(update={"source": source, "updated": "2022-03-01"})], tmp_path / "store")
    return tmp_path / "store"


def test_both_give_the_same_answers_and_count_each_statement_once(folder: Path) -> None:
    memory, disk = Store.open(folder), Store.open(folder, memory=0)
    assert (len(disk), disk.graphs) == (len(memory), memory.graphs)
    for query in (UNION, NAMED):
        assert sorted(map(repr, disk.select(query))) == sorted(map(repr, memory.select(query)))


def test_the_copy_is_made_once_and_opened_by_several_at_a_time(folder: Path) -> None:
    one = Store.open(folder, memory=0)
    stamp = Layout(folder).engine(one.name) / "made-of.json"
    made = stamp.stat().st_mtime_ns
    other = Store.open(folder, memory=0)
    assert stamp.stat().st_mtime_ns == made
    assert len(one.select(UNION)) == len(other.select(UNION))


def test_a_copy_of_something_else_is_made_again(folder: Path) -> None:
    name = Store.open(folder, memory=0).name
    stamp = Layout(folder).engine(name) / "made-of.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"sha256": "0" * 64}))
    assert len(Store.open(folder, memory=0).select(UNION)) == len(Store.open(folder).select(UNION))
    assert json.loads(stamp.read_text())["sha256"] != "0" * 64


def test_it_only_reads(folder: Path) -> None:
    disk = Store.open(folder, memory=0)
    with pytest.raises(RuntimeError, match="read-write"):
        disk._dataset._engine.update("INSERT DATA { <a:a> <a:a> <a:a> }")


def test_a_damaged_graph_makes_no_copy(folder: Path) -> None:
    graph = Store.open(folder).directory / GRAPH_FILE
    whole = graph.read_bytes()
    graph.write_bytes(whole.replace(b"Head", b"Lead", 1))
    with pytest.raises(DamagedSnapshotError, match="is not the file"):
        Store.open(folder, memory=0)
    graph.write_bytes(whole[:-1])
    with pytest.raises(DamagedSnapshotError, match="that were written"):
        Store.open(folder, memory=0)


def test_a_copy_that_cannot_be_written_says_so(folder: Path) -> None:
    (folder / "engines").write_text("in the way")
    with pytest.raises(NotAStoreError, match="too large for memory"):
        Store.open(folder, memory=0)
