"""`answerable publish` and `query --endpoint`, as people type them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from answerable import library
from answerable.cli import app
from answerable.outcome import Outcome
from tests import servers
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("published") / "store"
    library.build(EXAMPLES, to=place)
    return place


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as started:
        yield started


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    return done.exit_code, done.output


def test_a_build_is_published_and_asked_there(folder: Path, server: servers.Server) -> None:
    told = ("publish", "--store", folder, "--endpoint", server.query)
    code, planned = run(*told, "--dry-run")
    assert code == Outcome.DONE
    assert "would send       6 graphs new, 0 changed" in planned
    code, sent = run(*told, "--json")
    assert (code, json.loads(sent)["method"]) == (Outcome.DONE, "graph-store")
    code, again = run(*told)
    assert again.rstrip().endswith("is there already: 6 graphs, nothing sent")
    here = run("query", "joint", "--store", folder, "--quotes")
    assert here[0] == Outcome.DONE
    assert run("query", "joint", "--endpoint", server.query, "--quotes") == here


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("query", "joint", "--endpoint", "http://127.0.0.1:1/"), "is the server running?"),
        (("query", "joint", "--endpoint", "http://127.0.0.1:1/", "--snapshot", "ab"), "leave --snapshot out"),
        (("query", "joint", "--endpoint", "http://127.0.0.1:1/", "--store", "x"), "either --store or --endpoint"),
        (("serve", "--endpoint", "somewhere"), "is no address of a server"),
        (("serve", "--endpoint", "http://x/", "--profile", "publishable"), "names are removed from a --store only"),
        (("serve", "--store", "x", "--documents", "x", "--profile", "publishable"), "--documents shows all"),
    ],
)
def test_each_mistake_is_one_line(arguments: tuple[str, ...], line: str) -> None:
    code, said = run(*arguments)
    assert code in {Outcome.FAILED, Outcome.WRONG_USAGE}
    assert line in said
    assert said.count("\n") == 1
