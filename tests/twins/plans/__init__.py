"""Plans of our own invention, one layout each."""

from __future__ import annotations

from tests.twins.plans.concerns import CONCERNS
from tests.twins.plans.named import NAMED
from tests.twins.plans.numbered import NUMBERED
from tests.twins.plans.update import UPDATE

__all__ = ["PLANS"]

PLANS = (NUMBERED, UPDATE, CONCERNS, NAMED)
