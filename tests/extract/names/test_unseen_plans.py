"""How well names are found in plans whose programmes, teams and acronyms no gazetteer holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from answerable.extract import read_plan
from tests.extract.names.compare import NameScores, compare_names

PLANS: Final = Path(__file__).parent / "unseen"
FLOORS: Final = {"open": (0.975, 0.97), "held": (0.93, 0.92)}
"""What was reached, a little below: F1 over named things, and over their links to recommendations."""


def scores(path: Path) -> NameScores:
    """Read a plan and compare its names with a careful reader's."""
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return compare_names(gold["mentions"], read_plan(path).mentions)


@pytest.mark.parametrize("group", FLOORS)
def test_names_are_found_that_no_list_holds(group: str) -> None:
    reached = sum(map(scores, sorted((PLANS / group).glob("*.txt"))), NameScores())
    mentions, links = FLOORS[group]
    assert reached.mentions.share >= mentions, reached
    assert reached.links.share >= links, reached
