from __future__ import annotations

from typing import Any

import pytest

from answerable.extract.records import PlanRecord
from tests.extract.plans import LAYOUTS, Reads, Row, read_text


@pytest.fixture(params=sorted(LAYOUTS))
def read(request: pytest.FixtureRequest) -> Reads:
    """Read rows as a plan, in each layout: what a plan says does not hang on how its table is written."""
    write = LAYOUTS[request.param]

    def reads(*rows: Row, **more: Any) -> PlanRecord:  # noqa: ANN401 - what the writers of layouts take
        return read_text(write(rows, **more))

    return reads
