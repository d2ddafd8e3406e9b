"""The same plan printed otherwise is the same plan: pages, order of columns, white space and idle rows move nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract import read_plan, read_source
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.extract.as_page import as_page
from tests.extract.gold import Items, items_of_record
from tests.extract.plans import ignored_of, read_text
from tests.extract.readers.printing import write_docx
from tests.extract.variants import VARIANTS, Sheet
from tests.places import EXAMPLES, ROOT

PLANS: Final = sorted((ROOT / "tests" / "plans").rglob("*.txt")) + sorted(EXAMPLES.glob("*.txt"))
ANY_PLAN: Final = st.sampled_from(PLANS)
CHANCE: Final = st.integers(0, 2**16).map(Random)


@cache
def text_of(plan: Path) -> str:
    return plan.read_text("utf-8")


@cache
def said_by(plan: Path) -> Items:
    return items_of_record(read_text(text_of(plan)))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_a_plan_taken_apart_and_put_together_is_the_plan(plan: Path) -> None:
    assert items_of_record(read_text(Sheet.of(text_of(plan)).text())) == said_by(plan)


@pytest.mark.parametrize("name", VARIANTS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_one_change_of_print_moves_nothing(plan: Path, name: str) -> None:
    changed = VARIANTS[name](Sheet.of(text_of(plan)), Random(name + plan.stem)).text()  # noqa: S311 - no secret
    record = read_text(changed)
    assert items_of_record(record) == said_by(plan)
    assert record.ledger.balances


@given(ANY_PLAN, st.sets(st.sampled_from(sorted(VARIANTS)), min_size=2), CHANCE)
def test_changes_together_move_nothing(plan: Path, names: set[str], chance: Random) -> None:
    sheet = Sheet.of(text_of(plan))
    for name in (name for name in VARIANTS if name in names):
        sheet = VARIANTS[name](sheet, chance)
    record = read_text(sheet.text())
    assert items_of_record(record) == said_by(plan)
    assert record.ledger.balances


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_a_web_page_of_it_moves_nothing(plan: Path) -> None:
    record = read_source(SourceFile("plan.html", as_page(Sheet.of(text_of(plan)))), names=False)
    assert items_of_record(record) == said_by(plan)
    assert record.ledger.balances


@given(ANY_PLAN, st.sets(st.sampled_from(sorted(set(VARIANTS) - {"foot"})), min_size=1), CHANCE)
def test_changes_of_print_move_nothing_on_a_web_page(plan: Path, names: set[str], chance: Random) -> None:
    sheet = Sheet.of(text_of(plan))
    for name in (name for name in VARIANTS if name in names):
        sheet = VARIANTS[name](sheet, chance)
    record = read_source(SourceFile("plan.html", as_page(sheet)), names=False)
    assert items_of_record(record) == said_by(plan)
    assert record.ledger.balances


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_a_word_file_of_it_moves_nothing(plan: Path, tmp_path: Path) -> None:
    write_docx(read_document(SourceFile("plan.txt", text_of(plan).encode())), tmp_path / "plan.docx")
    record = read_plan(tmp_path / "plan.docx", names=False)
    assert items_of_record(record) == said_by(plan)
    assert record.ledger.balances


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_rows_written_with_bars_move_nothing(plan: Path) -> None:
    assert items_of_record(read_text(replace(Sheet.of(text_of(plan)), piped=True).text())) == said_by(plan)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_newlines_of_another_machine_move_nothing(plan: Path, newline: str) -> None:
    assert items_of_record(read_text(text_of(plan).replace("\n", newline))) == said_by(plan)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_the_name_of_the_file_moves_nothing(plan: Path) -> None:
    one, other = (read_text(text_of(plan), name) for name in ("a.txt", "another plan.md"))
    assert one.model_copy(update={"source": other.source}) == other


@pytest.mark.parametrize(
    ("name", "reason"),
    [("headings again", "column headings"), ("rule", "rule"), ("banner", "page banner")],
)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_idle_rows_are_counted_by_what_they_are(plan: Path, name: str, reason: str) -> None:
    sheet = Sheet.of(text_of(plan))
    before = ignored_of(read_text(sheet.text()))
    after = ignored_of(read_text(VARIANTS[name](sheet, Random(1)).text()))  # noqa: S311 - no secret
    assert after[reason] > before.get(reason, 0)
    assert {**after, reason: 0} == {**before, reason: 0}
