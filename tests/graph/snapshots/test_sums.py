"""Counts of the parts of a build, kept one by one, are those of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.graph.layout import GRAPH_FILE
from answerable.graph.snapshots.corpus import digest_of, opened
from answerable.graph.snapshots.corpus.sums import Sums
from answerable.graph.snapshots.gist import gist_of_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from answerable.graph import Store


@pytest.fixture
def sums(tmp_path: Path) -> Iterator[Sums]:
    database = opened(tmp_path / "corpus.db", "some settings", None)
    yield Sums(database)
    database.close()


@pytest.fixture(scope="module")
def quads(store: Store) -> list[str]:
    return (store.directory / GRAPH_FILE).read_text("utf-8").splitlines(keepends=True)


def test_what_several_parts_say_counts_once(sums: Sums, quads: list[str]) -> None:
    sums.put("whole", "1", gist_of_lines(quads, alone=False))
    whole = sums.census()
    assert whole.quads == len(quads)
    sums.put("again", "1", gist_of_lines(quads[::2], alone=False))
    assert sums.census() == whole


def test_a_part_that_is_put_again_takes_the_place_of_the_one_before(sums: Sums, quads: list[str]) -> None:
    sums.put("one", "1", gist_of_lines(quads[::2], alone=True))
    before = sums.census()
    sums.put("other", "1", gist_of_lines(quads, alone=False))
    sums.put("other", "2", gist_of_lines(quads[1::2], alone=True))
    assert sums.census().quads == len(quads)
    sums.drop("other")
    assert (sums.census(), sums.key("other")) == (before, None)


def test_the_corpus_of_other_settings_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    first = opened(path, "some settings", None)
    Sums(first).add({"plans": 3})
    first.execute("COMMIT")
    first.close()
    for made_for, count in (("some settings", 3), ("others", None)):
        found = opened(path, made_for, digest_of(path))
        assert Sums(found).counts().get("plans") == count
        found.close()


def test_what_a_build_began_and_did_not_end_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    opened(path, "some settings", None).execute("COMMIT")
    proof = digest_of(path)
    begun = opened(path, "some settings", proof)
    Sums(begun).add({"plans": 3})
    begun.close()
    assert Sums(opened(path, "some settings", proof)).counts() == {}
