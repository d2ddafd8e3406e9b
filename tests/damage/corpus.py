"""Every plan as the parameter of a test."""

from __future__ import annotations

from typing import Final

import pytest

from tests.damage.plans import own_plans, seed_plans
from tests.places import SEEDS

__all__ = ["PLANS"]

_ABSENT: Final = pytest.param(
    None, id="published", marks=pytest.mark.skip(reason=f"the published plans are not at {SEEDS}")
)
PLANS: Final = pytest.mark.parametrize(
    "plan",
    [pytest.param(plan, id=plan.name) for plan in own_plans()]
    + ([pytest.param(plan, id=plan.name[:3]) for plan in seed_plans()] or [_ABSENT]),
)
"""Runs a test with each plan; the published ones are skipped where they are not at hand."""
