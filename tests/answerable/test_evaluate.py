"""Records beside gold on the command line: a table, JSON, and a page of what differs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from answerable import read
from answerable.extract.records import write_records
from answerable.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    Run = Callable[..., Result]


@pytest.fixture(scope="module")
def records(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "records.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        write_records(read(examples), stream)
    return path


def test_each_figure_has_a_line_by_format_and_over_all(run: Run, records: Path, examples: Path) -> None:
    result = run("evaluate", records, "--gold", examples.parent / "gold")
    assert result.exit_code == Outcome.DONE, result.output
    head, *lines = result.output.splitlines()
    assert head.split() == ["text", "all", "right", "of"]
    assert lines[1].split() == ["recs", "1.000", "1.000", "44", "of", "44"]
    assert lines[-1].startswith("3 plans, ")


def test_json_has_figures_by_format_and_plan_and_every_difference(run: Run, records: Path, examples: Path) -> None:
    result = run("evaluate", "-", "--gold", examples.parent / "gold", "--json", stdin=records.read_text("utf-8"))
    report = json.loads(result.output)
    assert report["all"]["status"] == {"value": 1.0, "right": 22.0, "of": 22.0}
    assert report["media_types"] == {"text/plain": report["all"]}
    assert [plan["name"][:4] for plan in report["plans"]] == ["2019", "2021", "2023"]
    differences = [each for plan in report["plans"] for each in plan["differences"]]
    assert differences
    assert all(word["quote"] for each in differences for word in each["words"])


def test_the_page_shows_each_difference_beside_the_words(
    run: Run, records: Path, examples: Path, tmp_path: Path
) -> None:
    run("evaluate", records, "--gold", examples.parent / "gold", "--to", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "differences from the gold in 3 plans</h1>" in page
    assert "<td>Estuary (place)</td>" in page
    assert "<mark>Estuary</mark>" in page


def test_what_no_gold_is_of_is_left_out_and_said(run: Run, records: Path, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "2019.json").write_bytes((examples.parent / "gold" / "2019-harbourshire-crc.json").read_bytes())
    result = run("evaluate", records, "--gold", tmp_path)
    assert result.stderr.splitlines()[0].startswith("answerable: 2021-harbourshire-crc.txt: no gold in ")
    assert "1 plans" not in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 plan, ")


@pytest.mark.parametrize(("text", "told"), [("{}", "line 1: no plan record: source: Field required"), ("x", "line 1")])
def test_a_line_that_is_no_record_is_named(run: Run, examples: Path, text: str, told: str) -> None:
    result = run("evaluate", "-", "--gold", examples.parent / "gold", stdin=text)
    assert result.exit_code == Outcome.FAILED
    assert told in result.stderr
