"""A store whose files were altered, cut short or half copied: one line names the file and the way back."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from answerable.comparing import compare_builds
from answerable.graph import Store, write_snapshot
from answerable.graph.errors import DamagedSnapshotError
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE, RECORDS_FILE, Layout
from answerable.graph.snapshots.listing import use

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from answerable.extract.records import PlanRecord

    Harm = Callable[[Path], object]


def altered(path: Path) -> None:
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def lost(path: Path) -> None:
    path.unlink()


HARMS = (altered, cut_short, emptied, lost)


@pytest.fixture
def layout(records: tuple[PlanRecord, ...], tmp_path: Path) -> Layout:
    """A store with two snapshots."""
    for some in (records[:1], records):
        write_snapshot(some, tmp_path / "store")
    return Layout(tmp_path / "store")


def refused(work: Callable[[], object], path: Path, layout: Layout) -> str:
    """The snapshot that the refusal names to go back to."""
    with pytest.raises(DamagedSnapshotError) as caught:
        work()
    told = str(caught.value)
    assert "\n" not in told
    assert str(path) in told
    found = re.search(rf"answerable snapshots use (\w+) --store {layout.directory}$", told)
    assert found, told
    return found[1]


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("file", [GRAPH_FILE, MANIFEST_FILE, RECORDS_FILE])
@pytest.mark.parametrize("memory", [10**9, 0], ids=["in memory", "on disk"])
def test_each_file_of_a_snapshot_is_proved_when_it_is_opened(
    layout: Layout, file: str, harm: Harm, memory: int
) -> None:
    damaged = Store.open(layout.directory).directory / file
    harm(damaged)
    if file == RECORDS_FILE and harm is altered:
        # No question reads the records; what does read them finds out.
        assert len(Store.open(layout.directory, memory=memory))
        earlier = refused(lambda: compare_builds(str(layout.directory), str(layout.directory)), damaged, layout)
    else:
        earlier = refused(lambda: Store.open(layout.directory, memory=memory), damaged, layout)
    assert use(layout, earlier) == earlier
    assert len(Store.open(layout.directory))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\n"])
def test_a_store_that_has_lost_which_snapshot_is_current_says_how_to_name_one(layout: Layout, content: bytes) -> None:
    newest = Store.open(layout.directory).name
    layout.current.write_bytes(content)
    assert refused(lambda: Store.open(layout.directory), layout.current, layout) == newest


@pytest.mark.parametrize("name", ["0123456789abcdef", "..", "../.."])
def test_a_snapshot_that_was_not_copied_along_is_named(layout: Layout, name: str) -> None:
    newest = Store.open(layout.directory).name
    layout.current.write_text(name + "\n")
    assert refused(lambda: Store.open(layout.directory), layout.snapshot(name), layout) == newest


def test_a_store_with_no_sound_snapshot_left_is_to_be_built_again(layout: Layout) -> None:
    for snapshot in layout.snapshots.iterdir():
        emptied(snapshot / GRAPH_FILE)
    with pytest.raises(DamagedSnapshotError, match=r"build it again: answerable build PATH\.\.\. --full --to"):
        Store.open(layout.directory)


@pytest.mark.parametrize("part", ["documents", "shared", "corpus", "last", "history"])
def test_what_only_saves_work_may_be_lost_and_the_build_is_the_same(
    layout: Layout, part: str, records: tuple[PlanRecord, ...]
) -> None:
    before = Store.open(layout.directory).name
    write_snapshot(records[:1], layout.directory)
    lost_part = getattr(layout, part)
    if lost_part.is_dir():
        shutil.rmtree(lost_part)
    else:
        lost_part.unlink()
    write_snapshot(records, layout.directory)
    assert Store.open(layout.directory).name == before
