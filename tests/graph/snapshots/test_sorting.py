from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.graph.snapshots import sorting
from answerable.graph.snapshots.sorting import TextMerger, merged

if TYPE_CHECKING:
    from pathlib import Path

PARTS = st.tuples(st.integers(0, 60), st.sampled_from([1, 40, 700]))
LINES = st.lists(PARTS.map(lambda part: b"%02d%s\n" % (part[0], b"x" * part[1])), max_size=40)


def text(lines: list[bytes]) -> bytes:
    return b"".join(sorted(set(lines)))


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(groups=st.lists(LINES, max_size=6), portion=st.sampled_from([1, 400, 2000, 1_000_000]))
def test_lines_come_sorted_and_once_however_little_memory_there_is(
    tmp_path_factory: pytest.TempPathFactory, groups: list[list[bytes]], portion: int
) -> None:
    merger = TextMerger(tmp_path_factory.mktemp("sorting"), portion)
    for group in groups:
        merger.add(text(group))
    assert b"".join(merger.blocks()) == text([line for group in groups for line in group])


@pytest.mark.parametrize("given_back", [4096, 4 << 20])
def test_long_texts_come_in_blocks_of_whole_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_back: int
) -> None:
    monkeypatch.setattr(sorting, "_GIVEN_BACK", given_back)
    lines = [b"%07d a line that is long enough to need several blocks\n" % number for number in range(90_000)]
    merger = TextMerger(tmp_path, 2_000_000)
    for start in range(7):
        merger.add(b"".join(lines[start::7]))
        merger.add(b"".join(lines[start * 10_000 : start * 10_000 + 20_000]))
    assert len(list(tmp_path.iterdir())) > 1
    blocks = list(merger.blocks())
    assert (len(blocks) > 3, list(tmp_path.iterdir())) == (True, [])
    assert all(block.endswith(b"\n") for block in blocks if block)
    assert b"".join(blocks) == b"".join(lines)


def test_nothing_gives_nothing() -> None:
    assert b"".join(merged([b"", b""])) == b""
