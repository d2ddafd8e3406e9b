"""A store that is damaged says so and names the way back; one that is in use can be built into, and answers on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from answerable.extract import read_plan
from answerable.graph import Store, write_snapshot
from answerable.graph.layout import GRAPH_FILE, Layout
from answerable.graph.snapshots.listing import prune
from answerable.outcome import Outcome

if TYPE_CHECKING:
    from typer.testing import Result

Run = Callable[..., "Result"]

READING: Final = {
    "query": ("query", "plans"),
    "check": ("check",),
    "view": ("view", "--to", "out.html"),
    "brief": ("brief", "plan", "Ash Vale CRC", "--to", "out.html"),
    "figure": ("figure", "status", "--to", "out.svg"),
    "export": ("export", "nquads"),
    "publish": ("publish", "--endpoint", "http://127.0.0.1:1/"),
    "review": ("review", "--json"),
}
"""Every command that opens a snapshot and ends."""


@pytest.mark.parametrize("name", READING)
def test_each_command_refuses_a_damaged_snapshot_and_names_the_one_before(
    name: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    opened = Store.open(store)
    (earlier,) = {path.name for path in opened.directory.parent.iterdir()} - {opened.name}
    graph = opened.directory / GRAPH_FILE
    graph.write_bytes(graph.read_bytes().replace(b"dusk", b"dawn"))
    done = run(*READING[name], "--store", store)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (Outcome.FAILED, "", 1), done.output
    assert f"answerable snapshots use {earlier} --store {store}" in done.stderr
    assert not [*tmp_path.glob("out*")]
    assert run("snapshots", "use", earlier, "--store", store).exit_code == Outcome.DONE
    assert run("query", "plans", "--store", store).exit_code == Outcome.DONE


@pytest.mark.parametrize("memory", [10**9, 0], ids=["in memory", "on disk"])
def test_a_store_in_use_answers_on_while_it_is_built_into_and_tidied(
    memory: int, store: Path, papers: list[Path]
) -> None:
    opened = Store.open(store, memory=memory)
    counted = opened.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    write_snapshot([read_plan(paper, names=False) for paper in papers], store)
    prune(Layout(store), 1)
    assert not opened.directory.exists()
    assert opened.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }") == counted
    assert len(Store.open(store)) > len(opened)
