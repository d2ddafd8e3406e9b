"""The figures are those of the project's own scorer, on what is read now and on what a worse reader would give."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

import pytest

from answerable.extract import read_plan
from answerable.extract.accuracy import Accuracy, compare, load_gold
from answerable.extract.records import read_records
from tests.extract.accuracy.changes import worsened
from tests.places import EXAMPLES, GOLD, SEEDS, SHARED

SCORER: Final = SHARED / "score" / "score.py"
WORSE: Final = 4
"""Worse records of each plan."""

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the scorer lies in ../shared, which is not here")


def sets() -> list[tuple[Path, Path]]:
    return [(EXAMPLES.parent / "gold", EXAMPLES), (GOLD, SEEDS)]


@pytest.fixture(scope="module", params=sets(), ids=["examples", "seeds"])
def lines(request: pytest.FixtureRequest) -> tuple[Path, str]:
    gold, plans = request.param
    records = [json.loads(read_plan(path).to_json()) for path in sorted(plans.glob("*.txt"))]
    worse = [named(worsened(record, seed), f"-{seed}") for record in records for seed in range(WORSE)]
    return gold, "".join(json.dumps(record) + "\n" for record in [*records, *worse])


def named(record: dict[str, Any], ending: str) -> dict[str, Any]:
    return {**record, "source": {**record["source"], "name": record["source"]["name"] + ending}}


def test_every_figure_of_every_plan_is_the_scorers(lines: tuple[Path, str], tmp_path: Path) -> None:
    gold, text = lines
    (tmp_path / "records.jsonl").write_text(text, "utf-8")
    command = [sys.executable, str(SCORER), str(gold), str(tmp_path / "records.jsonl"), "--json"]
    expected = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    accuracy = compare(load_gold(gold), read_records(io.StringIO(text)))
    found = {plan.name: figures(Accuracy((plan,))) for plan in accuracy.plans} | {"ALL": figures(accuracy)}
    assert len(found) == 3 * (WORSE + 1) + 1
    assert found == {name: pytest.approx(row, abs=1e-9) for name, row in expected.items()}


def figures(accuracy: Accuracy) -> dict[str, float | None]:
    return {name: share.value for name, share in accuracy.shares().items()}
