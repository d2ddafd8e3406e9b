"""Plans that come badly scanned are read nearly as well as whole ones; what is lost is marked, and nothing is made up.

Each plan is damaged at moderate strength with several seeds (tests/damage says what that means), and the figures are
those of all of them together.
"""

from __future__ import annotations

import pytest

from tests.damage.compare import Scores
from tests.damage.kinds import Kind
from tests.damage.maker import MODERATE
from tests.damage.plans import tried_plans
from tests.damage.trials import Trial, trial

SEEDS = range(5)
FLOORS = {"recs": 0.98, "status": 0.98, "text": 0.90, "pairs": 0.80}


@pytest.fixture(scope="module")
def trials() -> list[Trial]:
    return [trial(plan, seed=seed, strength=MODERATE) for plan in tried_plans() for seed in SEEDS]


def test_damaged_plans_are_known_as_plans(trials: list[Trial]) -> None:
    assert [each.name for each in trials if each.record is None] == []


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_most_is_read_all_the_same(trials: list[Trial], figure: str, floor: float) -> None:
    scores = sum((each.scores for each in trials), Scores())
    assert getattr(scores, figure).share >= floor


def test_every_loss_is_marked(trials: list[Trial]) -> None:
    assert sum(len(each.losses) for each in trials) > 0
    assert [(each.name, loss) for each in trials for loss in each.unmarked] == []


@pytest.mark.parametrize("kind", [Kind.LOST_NUMBER, Kind.LOST_WORDS])
def test_every_loss_is_marked_where_nothing_else_happens(kind: Kind) -> None:
    alone = [trial(plan, seed=seed, kinds=[kind]) for plan in tried_plans() for seed in SEEDS]
    assert [(each.name, loss) for each in alone for loss in each.unmarked] == []


def test_nothing_is_invented(trials: list[Trial]) -> None:
    assert [(each.name, *word) for each in trials for word in each.invented] == []


def test_ledgers_add_up(trials: list[Trial]) -> None:
    assert [each.name for each in trials if each.record and not each.record.ledger.balances] == []


def test_quotes_stand_where_the_evidence_says(trials: list[Trial]) -> None:
    assert [each.name for each in trials if not has_true_quotes(each)] == []


def has_true_quotes(tried: Trial) -> bool:
    """Whether every piece of evidence quotes what the damaged text prints there."""
    recommendations = tried.record.recommendations if tried.record else ()
    evidence = [piece for item in recommendations for piece in item.evidence]
    evidence += [piece for item in recommendations for action in item.actions for piece in action.evidence]
    evidence += [piece for item in recommendations for each in item.assignments for piece in each.evidence]
    return all(tried.damaged.text[piece.start : piece.end] == piece.quote for piece in evidence)
