from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

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
