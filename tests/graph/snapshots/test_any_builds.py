"""However documents come, change and go: a build that reads only what is new equals one that reads all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

import answerable
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE
from tests.graph.snapshots.papers import NAMES, write_paper

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([None, 0, 1, 2, 3])), min_size=1, max_size=5)


@settings(max_examples=8, deadline=None, derandomize=True, database=None)
@given(steps=STEPS)
def test_any_steps_end_where_a_full_build_does(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int | None]]
) -> None:
    folder = tmp_path_factory.mktemp("steps")
    papers = folder / "papers"
    papers.mkdir()
    write_paper(papers, "ash.txt", 0)
    for name, variant in steps:
        if variant is not None:
            write_paper(papers, name, variant)
        elif len(list(papers.iterdir())) > 1:
            (papers / name).unlink(missing_ok=True)
        answerable.build(papers, to=folder / "store")
    answerable.build(papers, to=folder / "full", full=True)
    found = contents(folder / "store")
    assert found == contents(folder / "full")
    assert json.loads(found[MANIFEST_FILE])["counts"]["quads"] == found[GRAPH_FILE].count(b"\n")


def contents(store: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in answerable.open_store(store).directory.iterdir()}
