"""How well damaged plans are read: by the strength of the damage, and by each of its traits alone.

Reads the plans of the project, and the published ones where they lie beside the checkout, damaged with several seeds;
those kept for a first reading apart. Figures are F1 or shares from 0 to 1; a note says how many losses the records
mark, and how many of their words nothing prints.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from benchmarks.harness import Measured
from tests.damage.compare import FIGURES, Scores
from tests.damage.kinds import Kind
from tests.damage.maker import MODERATE
from tests.damage.plans import Plan, tried_plans, unseen_plans
from tests.damage.trials import trial

__all__ = ["measure"]

STRENGTHS = (0.0, 0.25, 0.5, 0.75, 1.0)


def measure(seeds: int = 3) -> Iterator[Measured]:
    """Give the figures for each strength, for each trait alone, and for plans that nobody had seen."""
    plans = tried_plans()
    for strength in STRENGTHS:
        yield from rows(f"all traits at {strength:g}", plans, seeds, strength, tuple(Kind))
    for kind in Kind:
        yield from rows(f"{kind} alone at {MODERATE:g}", plans, seeds, MODERATE, [kind])
    for strength in (0.0, MODERATE):
        yield from rows(f"unseen plans, all traits at {strength:g}", unseen_plans(), seeds, strength, tuple(Kind))


def rows(name: str, plans: Sequence[Plan], seeds: int, strength: float, kinds: Collection[Kind]) -> Iterator[Measured]:
    """Read the plans damaged in one way."""
    trials = [trial(plan, seed=seed, strength=strength, kinds=kinds) for plan in plans for seed in range(seeds)]
    scores = sum((each.scores for each in trials), Scores())
    losses, unmarked, invented = (
        sum(len(getattr(each, what)) for each in trials) for what in ("losses", "unmarked", "invented")
    )
    note = f"{losses - unmarked} of {losses} losses marked, {invented} words invented"
    for figure in FIGURES:
        yield Measured(f"{figure}: {name}", "", getattr(scores, figure).share, unit="", note=note)
