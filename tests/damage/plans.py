"""The plans that are damaged: the project's own, and the seeds where they are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from tests.places import EXAMPLES, GOLD, ROOT, SEEDS

__all__ = ["Plan", "own_plans", "seed_plans", "tried_plans", "unseen_plans"]

_WHOLE_SEEDS: Final = ("000", "001")
"""002 is damaged as it is."""


@dataclass(frozen=True)
class Plan:
    """A plan and what a careful reader finds in it."""

    path: Path
    gold_path: Path

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    @property
    def unseen(self) -> bool:
        """Whether the plan is kept for a first reading."""
        return self.path.parent.name == "blind"

    @cached_property
    def text(self) -> str:
        """The text, newlines as they are in the file."""
        return self.path.read_bytes().decode()

    @cached_property
    def gold(self) -> dict[str, Any]:
        """What was found by hand."""
        gold: dict[str, Any] = json.loads(self.gold_path.read_text("utf-8"))
        return gold


def own_plans() -> Iterator[Plan]:
    """Give the plans of the project's own invention, each layout of each."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        yield Plan(path, ROOT / "examples" / "gold" / f"{path.stem}.json")
    for path in sorted((ROOT / "tests" / "plans").rglob("*.txt")):
        yield Plan(path, path.parent / f"{path.name.split('.')[0]}.json")


def seed_plans() -> Iterator[Plan]:
    """Give the whole ones of the published plans, none where they are not at hand."""
    for name in _WHOLE_SEEDS:
        for path in sorted(SEEDS.glob(f"{name}_*.txt")):
            yield Plan(path, GOLD / f"{name}.json")


def tried_plans() -> list[Plan]:
    """Give the plans that the reader is tried with, damaged: all but those kept for a first reading."""
    return [plan for plan in (*own_plans(), *seed_plans()) if not plan.unseen]


def unseen_plans() -> list[Plan]:
    """Give the plans kept for a first reading: they are measured, and nothing is tuned to them."""
    return [plan for plan in own_plans() if plan.unseen]
