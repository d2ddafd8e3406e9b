"""Plans printed: Word files with real tables, made PDFs by LibreOffice, give the records of their texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from answerable.extract import read_plan
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.extract.corpus import EXAMPLES, TWINS, Plan, record_of
from tests.extract.gold import items_of_record
from tests.extract.readers.printing import write_docx
from tests.twins.formats import convert, office
from tests.twins.scores import FLOORS, figures

NAMED: Final = {"numbered-actions", "region-named-people", "joined-owners", "thematic-two-inspectorates"}
PLANS: Final = (*EXAMPLES, *(plan for plan in TWINS if plan.name in NAMED and plan.document.name.endswith(".tab.txt")))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Plan, Path]:
    """Print every plan, all in one call, for starting LibreOffice takes longer than converting."""
    if not office():
        pytest.skip("LibreOffice is not installed; Debian has it as libreoffice-writer")
    folder = tmp_path_factory.mktemp("printed")
    files = {plan: folder / f"{plan.name}.docx" for plan in PLANS}
    for plan, path in files.items():
        write_docx(read_document(SourceFile.load(plan.document)), path)
    convert(files.values(), "pdf", folder)
    return {plan: path.with_suffix(".pdf") for plan, path in files.items()}


@pytest.mark.parametrize("plan", PLANS, ids=str)
def test_a_printed_plan_reaches_the_floors_of_its_text(printed: Mapping[Plan, Path], plan: Plan) -> None:
    found = items_of_record(read_plan(printed[plan], names=False))
    reached = figures([(items_of_record(record_of(plan)), found)])
    assert {name: value for name, value in reached.items() if value < FLOORS[name]} == {}


@pytest.mark.parametrize("plan", PLANS, ids=str)
def test_everything_read_has_its_page_and_box(printed: Mapping[Plan, Path], plan: Plan) -> None:
    record = read_plan(printed[plan], names=False)
    values = [record, *record.recommendations]
    values += [each for found in record.recommendations for each in (*found.actions, *found.assignments)]
    evidence = [item for value in values for item in value.evidence]
    assert evidence
    assert all(item.page and item.box and item.quote for item in evidence)


@pytest.mark.parametrize("plan", PLANS, ids=str)
def test_every_row_of_every_page_is_accounted_for(printed: Mapping[Plan, Path], plan: Plan) -> None:
    assert read_plan(printed[plan], names=False).ledger.balances
