from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

import pytest

from answerable.cli.export import Format
from answerable.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("form", "says"),
    [("nquads", "> .\n"), ("trig", "{"), ("turtle", "@prefix ap:"), ("jsonld", '"@context"')],
)
def test_a_build_leaves_in_every_format(run: Run, store: Path, tmp_path: Path, form: str, says: str) -> None:
    to = tmp_path / "plans"
    result = run("export", form, "--store", store, "--to", to)
    assert result.exit_code == Outcome.DONE, result.output
    assert says in to.read_text("utf-8")


def test_one_graph_can_be_written_alone(run: Run, store: Path) -> None:
    result = run("export", "jsonld", "--store", store, "--graph", "reference")
    (graph,) = json.loads(result.stdout)["@graph"]
    assert graph["id"] == "graph/reference"


def test_a_graph_that_is_not_there_is_one_line(run: Run, store: Path) -> None:
    result = run("export", "turtle", "--store", store, "--graph", "nowhere")
    assert result.exit_code == Outcome.FAILED
    assert "no graph is called 'nowhere'; there are: dataset, document/" in result.stderr


def test_a_format_that_is_not_known_is_wrong_usage(run: Run, store: Path) -> None:
    assert run("export", "rdfxml", "--store", store).exit_code == Outcome.WRONG_USAGE


@pytest.mark.parametrize("form", ["register", "owners"])
def test_a_table_is_a_workbook_where_the_file_ends_so(run: Run, store: Path, tmp_path: Path, form: str) -> None:
    for ending, begins in ((".xlsx", b"PK"), (".csv", b"\xef\xbb\xbf")):
        assert run("export", form, "--store", store, "--to", tmp_path / f"table{ending}").exit_code == Outcome.DONE
        assert (tmp_path / f"table{ending}").read_bytes().startswith(begins)
    assert {path.name for path in tmp_path.iterdir()} == {"table.xlsx", "table.csv"}


def test_a_publishable_file_says_what_was_removed(run: Run, store: Path, tmp_path: Path) -> None:
    result = run("export", "register", "--store", store, "--profile", "publishable", "--to", tmp_path / "r.csv")
    assert "named individuals removed: 0 people" in result.stderr
    assert "-publishable," in (tmp_path / "r.csv").read_text("utf-8")


def test_the_formats_are_listed_without_a_store(run: Run) -> None:
    result = run("export", "--list")
    assert result.exit_code == Outcome.DONE
    named = {line.split()[0] for line in result.stdout.splitlines()[1:]}
    assert named == set(get_args(Format))


def test_a_format_or_a_store_that_is_not_given_is_wrong_usage(run: Run, store: Path) -> None:
    assert run("export", "--store", store).exit_code == Outcome.WRONG_USAGE
    assert run("export", "register").exit_code == Outcome.WRONG_USAGE


def test_a_file_that_fails_leaves_the_one_before(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("before", "utf-8")
    assert run("export", "turtle", "--graph", "nowhere", "--store", store, "--to", tmp_path / "g.ttl").exit_code
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["before"]
