"""Every file of the folder is a benchmark that `make bench` runs, or serves one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from benchmarks import run

FOLDER = Path(run.__file__).parent
RUN_BY_HAND = {"run", "plans", "name_model"}  # the last is a recipe of half an hour, by which decision 9 was made
TEXTS = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.py")}


def test_every_file_is_a_benchmark_or_serves_one() -> None:
    imported = {name for text in TEXTS.values() for name in re.findall(r"from benchmarks\.(\w+) import", text)}
    assert set(TEXTS) - set(run.NAMES) - imported - RUN_BY_HAND == set()
    assert len(run.NAMES) > 10


@pytest.mark.parametrize("name", run.NAMES)
def test_a_benchmark_runs_without_being_told_anything(name: str) -> None:
    (measure,) = (
        each for each in ast.parse(TEXTS[name]).body if isinstance(each, ast.FunctionDef) and each.name == "measure"
    )
    arguments = measure.args
    assert len(arguments.defaults) == len(arguments.args), "every argument has a default"
    assert None not in arguments.kw_defaults
