"""Builds as a person keeps them: listed, gone back to, removed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from answerable.graph import Store, write_snapshot
from answerable.graph.errors import DamagedSnapshotError, NotAStoreError, SnapshotError
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE, Layout
from answerable.graph.snapshots.listing import chosen, entries, prune, use

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.extract.records import PlanRecord


@pytest.fixture
def layout(records: tuple[PlanRecord, ...], tmp_path: Path) -> Layout:
    """A store of three snapshots: one plan, both, the other."""
    for some in (records[:1], records, records[1:]):
        write_snapshot(some, tmp_path / "store")
    return Layout(tmp_path / "store")


def names(layout: Layout) -> list[str]:
    return [entry.name for entry in entries(layout)]


def test_the_list_says_what_each_holds_and_how_it_differs(layout: Layout) -> None:
    listed = entries(layout)
    assert [entry.plans for entry in listed] == [1, 2, 1]
    assert [(entry.added, entry.withdrawn, entry.changed) for entry in listed] == [(1, 0, 0), (1, 0, 0), (0, 1, 0)]
    assert [entry.current for entry in listed] == [False, False, True]
    assert all(entry.sound and entry.time and entry.time.endswith("+00:00") for entry in listed)


def test_going_back_changes_what_answers_and_removes_nothing(layout: Layout) -> None:
    first, *rest = names(layout)
    assert use(layout, first[:6]) == first
    assert Store.open(layout.directory).name == first
    assert names(layout) == [*rest, first]


def test_a_snapshot_that_is_not_there_is_refused(layout: Layout) -> None:
    for given, what in (("x", "no snapshot 'x'"), ("", "more than one snapshot ''")):
        with pytest.raises(NotAStoreError, match=f"{what}; list them: answerable snapshots list"):
            chosen(layout, given)


def test_a_damaged_snapshot_cannot_become_current(layout: Layout) -> None:
    first, _, last = names(layout)
    (layout.snapshot(first) / GRAPH_FILE).write_bytes(b"")
    with pytest.raises(DamagedSnapshotError, match="the current snapshot stays"):
        use(layout, first)
    assert Store.open(layout.directory).name == last


def test_a_damaged_manifest_is_listed_as_damaged(layout: Layout) -> None:
    first, *_ = names(layout)
    (layout.snapshot(first) / MANIFEST_FILE).write_bytes(b"{}")
    assert [entry.sound for entry in entries(layout)] == [False, True, True]


def test_pruning_keeps_those_that_were_current_last(layout: Layout) -> None:
    first, second, third = names(layout)
    assert prune(layout, 2) == [first]
    assert names(layout) == [second, third]
    assert prune(layout, 2) == []


def test_pruning_never_takes_the_current_one(layout: Layout) -> None:
    first, second, third = names(layout)
    layout.current.write_text(first)
    assert prune(layout, 1) == [second, third]
    assert Store.open(layout.directory).name == first
    with pytest.raises(SnapshotError, match="the current one always stays"):
        prune(layout, 0)


def test_a_store_without_a_history_is_listed_all_the_same(layout: Layout) -> None:
    layout.history.write_text('{"time": "cut sho')
    assert {entry.time for entry in entries(layout)} == {None}
    assert sum(entry.current for entry in entries(layout)) == 1


def test_no_time_stands_in_a_snapshot(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    for folder in ("one", "other"):
        write_snapshot(records, tmp_path / folder)
        time.sleep(1.1)
    assert names(Layout(tmp_path / "one")) == names(Layout(tmp_path / "other"))
    one, other = (entries(Layout(tmp_path / folder))[0].time for folder in ("one", "other"))
    assert one != other
