"""The commands take a store by its address as they take a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from answerable.outcome import Outcome

pytest.importorskip("fsspec", reason="fsspec is not installed (extra `cluster`)")

Run = Callable[..., Result]


def test_a_store_answers_at_its_address_as_in_its_folder(run: Run, store: Path) -> None:
    address = store.as_uri()
    for command in (["query", "plans"], ["snapshots", "list"], ["export", "nquads"], ["query", "plans", "--quotes"]):
        here, there = (run(*command, "--store", each) for each in (store, address))
        assert there.stdout == here.stdout
        assert there.exit_code == Outcome.DONE


def test_a_store_at_an_address_is_not_changed_in_place(run: Run, store: Path) -> None:
    for command in (["use", "ab"], ["prune", "--keep", "1"]):
        refused = run("snapshots", *command, "--store", store.as_uri())
        assert refused.exit_code == Outcome.WRONG_USAGE
        assert "changes a store in a folder only" in refused.stderr
