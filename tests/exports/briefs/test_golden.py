"""Each kind of briefing on the example plans says what it said when somebody last read it through.

`ANSWERABLE_REGENERATE=1` writes the texts anew; read the difference before you keep it.
"""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from answerable.exports.briefs import KINDS, read_brief
from answerable.exports.briefs.brief import Brief
from answerable.graph.store import Store

GOLDEN = Path(__file__).parent / "golden"
NAMES = {
    "plan": "2023-somewhere-to-go",
    "owner": "Head of Community Payback",
    "programme": "cas3",
    "organisation": "HFC CRC",
}


def test_every_kind_has_a_golden_text() -> None:
    assert set(NAMES) == set(KINDS)


@pytest.mark.parametrize("kind", NAMES)
def test_a_briefing_says_what_it_said(kind: str, examples: Store, as_lines: Callable[[Brief], list[str]]) -> None:
    text = "\n".join(as_lines(read_brief(kind, NAMES[kind], examples, date(2024, 4, 30)))) + "\n"
    path = GOLDEN / f"{kind}.txt"
    if os.environ.get("ANSWERABLE_REGENERATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
