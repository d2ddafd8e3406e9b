from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from answerable.extract import read_plan
from answerable.extract.accuracy import Accuracy, Gold, compare
from answerable.extract.records import PlanRecord
from tests.places import EXAMPLES

NAME = "2023-somewhere-to-go"

Compares = Callable[[Callable[[dict[str, Any]], None]], Accuracy]


@pytest.fixture(scope="session")
def read() -> PlanRecord:
    return read_plan(EXAMPLES / f"{NAME}.txt")


@pytest.fixture
def compared(read: PlanRecord) -> Compares:
    """Compare the example as it is read with gold that says something else: the function changes the gold."""

    def comparing(change: Callable[[dict[str, Any]], None]) -> Accuracy:
        gold = json.loads((EXAMPLES.parent / "gold" / f"{NAME}.json").read_text("utf-8"))
        change(gold)
        return compare({NAME: Gold.model_validate(gold)}, [read])

    return comparing
