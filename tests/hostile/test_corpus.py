"""What fuzzing starts from keeps the promise too, without the fuzzer: each file is read as its family has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hostile.families import FAMILIES
from tests.hostile.promise import hold_to_promise
from tests.places import ROOT

FUZZ = ROOT / "fuzz"
CORPUS = sorted((FUZZ / "corpus").glob("*/*"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_file_of_the_corpus_keeps_the_promise(path: Path) -> None:
    hold_to_promise(FAMILIES[path.parent.name](path.read_bytes()))


def test_every_family_has_a_corpus_and_words() -> None:
    assert {path.parent.name for path in CORPUS} == set(FAMILIES) == {path.stem for path in (FUZZ / "words").iterdir()}


def test_the_corpus_is_small() -> None:
    assert sum(path.stat().st_size for path in CORPUS) < 100_000


def test_the_budget_has_every_family() -> None:
    budget = re.findall(r'^    "(\w+)": \d', (FUZZ / "run.py").read_text("utf-8"), re.MULTILINE)
    assert set(budget) == set(FAMILIES)
