"""Damage is drawn by lot from a seed, does what it says, and says all that it does."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.damage.corpus import PLANS
from tests.damage.kinds import Damage, Kind
from tests.damage.layout import Row, cells_of, is_rule
from tests.damage.maker import MODERATE, damage
from tests.damage.markup import words
from tests.damage.parsing import parse
from tests.damage.plans import Plan, own_plans

SEEDS = range(3)
TEXTS = [plan.text for plan in own_plans()]


def printed_words(text: str) -> Counter[str]:
    """The words that a text prints, cell by cell, without rules."""
    lines = [line for line in text.splitlines() if not is_rule(line)]
    return Counter(word for line in lines for cell in cells_of(line) or (line,) for word in words(cell))


def words_told(text: str, damages: tuple[Damage, ...]) -> Counter[str]:
    """The words that a text must print once all has happened that was told."""
    told = printed_words(text)
    for each in damages:
        told.subtract([*each.lost, *each.cut])
        told.update(each.pieces)
    return told


@PLANS
def test_no_strength_is_no_damage(plan: Plan) -> None:
    damaged = damage(plan.text, seed=1, strength=0)
    assert (damaged.text, damaged.damages) == (plan.text, ())


@PLANS
def test_a_seed_gives_one_result(plan: Plan) -> None:
    assert damage(plan.text, seed=1, strength=1) == damage(plan.text, seed=1, strength=1)
    assert len({damage(plan.text, seed=seed, strength=1).text for seed in range(5)}) == 5


@pytest.mark.parametrize("strength", [-0.1, 1.1])
def test_strength_lies_between_nought_and_one(strength: float) -> None:
    with pytest.raises(ValueError, match="not between 0 and 1"):
        damage(TEXTS[0], seed=1, strength=strength)


@PLANS
@pytest.mark.parametrize("kind", Kind)
def test_every_word_that_goes_or_comes_is_told(plan: Plan, kind: Kind) -> None:
    for seed in SEEDS:
        damaged = damage(plan.text, seed=seed, strength=1, kinds=[kind])
        assert printed_words(damaged.text) == words_told(plan.text, damaged.damages)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(text=st.sampled_from(TEXTS), seed=st.integers(0, 10**6), strength=st.floats(0, 1))
def test_every_word_is_told_at_any_strength(text: str, seed: int, strength: float) -> None:
    damaged = damage(text, seed=seed, strength=strength)
    assert printed_words(damaged.text) == words_told(text, damaged.damages)


@PLANS
def test_what_is_not_the_plans_table_stays_as_it_was(plan: Plan) -> None:
    kept = iter(damage(plan.text, seed=1, strength=1).text.splitlines(keepends=True))
    around = [line for line in parse(plan.text) if isinstance(line, str) and not is_rule(line)]
    assert all(line in kept for line in around)  # each is found behind the one before it


def test_moderate_damage_touches_one_row_in_four() -> None:
    trials = [damage(text, seed=seed) for text in TEXTS for seed in range(5)]
    share = sum(len(each.damages) for each in trials) / sum(each.rows for each in trials)
    assert MODERATE == 0.5
    assert 0.2 <= share <= 0.3


@PLANS
def test_moderate_damage_loses_less_than_two_words_in_a_hundred(plan: Plan) -> None:
    for seed in SEEDS:
        losses = damage(plan.text, seed=seed, kinds=[Kind.LOST_WORDS]).damages
        rows = [line for line in parse(plan.text) if isinstance(line, Row)]
        printed = sum(len(words(cell)) for row in rows for cell in row.cells)
        assert sum(len(each.lost) for each in losses) <= 0.02 * printed


def test_more_strength_touches_more_rows_and_those_of_less_in_the_same_way() -> None:
    for text in TEXTS:
        weak, strong = (damage(text, seed=2, strength=s, kinds=[Kind.ECHO]).damages for s in (0.4, 1))
        told = {(each.recommendation, each.pieces) for each in strong}
        assert len(weak) < len(strong)
        assert {(each.recommendation, each.pieces) for each in weak} <= told


@PLANS
@pytest.mark.parametrize("kind", Kind)
def test_damage_names_a_recommendation_and_the_rows_in_which_it_stands(plan: Plan, kind: Kind) -> None:
    numbers = {item["number"] for item in plan.gold["recommendations"]}
    damaged = damage(plan.text, seed=1, strength=1, kinds=[kind])
    rows = rows_by_place(damaged.text)
    for each in damaged.damages:
        assert each.kind is kind
        assert each.recommendation in numbers
        there = Counter(word for place in each.places for cell in rows[place] for word in words(cell))
        assert Counter(each.pieces) <= there


def rows_by_place(text: str) -> dict[tuple[int, int], tuple[str, ...]]:
    """The cells of every row of a text by its table and its row in that, found anew."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    table = row = 0
    for line in text.splitlines():
        if cells := cells_of(line):
            table, row = (table, row + 1) if row else (table + 1, 1)
            found[table, row] = cells
        elif not is_rule(line):
            row = 0
    return found
