"""How well damaged plans are read: by the strength of the damage, and by each of its traits alone.

Reads the plans of the project, and the published ones where they lie beside the checkout, damaged with several
seeds; those kept for a first reading apart. Prints F1 or shares from 0 to 1, the losses that the records mark out of
all, and the number of words in the records that nothing prints. Run by `make bench`. Takes the number of seeds.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.damage.compare import FIGURES, Scores
from tests.damage.kinds import Kind
from tests.damage.maker import MODERATE
from tests.damage.plans import tried_plans, unseen_plans
from tests.damage.trials import trial

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tests.damage.plans import Plan

__all__ = ["main"]

STRENGTHS = (0.0, 0.25, 0.5, 0.75, 1.0)
SEEDS = 3


def line(name: str, plans: Sequence[Plan], seeds: int, strength: float, kinds: Collection[Kind]) -> str:
    """Read the plans damaged in one way and give a line of figures."""
    trials = [trial(plan, seed=seed, strength=strength, kinds=kinds) for plan in plans for seed in range(seeds)]
    scores = sum((each.scores for each in trials), Scores())
    losses = sum(len(each.losses) for each in trials)
    marked = losses - sum(len(each.unmarked) for each in trials)
    figures = "".join(f"{getattr(scores, name).share:9.3f}" for name in FIGURES)
    made_up = sum(len(each.invented) for each in trials)
    touched = sum(len(each.damaged.damages) for each in trials) / sum(each.damaged.rows for each in trials)
    return f"{name:<24}{touched:9.2f}{figures}{marked:6d}/{losses:<6d}{made_up:6d}"


def main(seeds: int) -> None:
    """Measure and print one line for each strength and one for each trait."""
    plans = tried_plans()
    heading = f"{'touched':>9}" + "".join(f"{name:>9}" for name in FIGURES) + f"{'marked':>11}{'invented':>10}"
    print(f"{len(plans)} plans, {seeds} seeds each\n\n{'strength':<24}{heading}")
    for strength in STRENGTHS:
        print(line(f"{strength:.2f}", plans, seeds, strength, tuple(Kind)))
    print(f"\n{f'one trait, at {MODERATE}':<24}{heading}")
    for kind in Kind:
        print(line(kind, plans, seeds, MODERATE, [kind]))
    print(f"\n{'unseen plans, strength':<24}{heading}")
    for strength in (0.0, MODERATE):
        print(line(f"{strength:.2f}", unseen_plans(), seeds, strength, tuple(Kind)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
