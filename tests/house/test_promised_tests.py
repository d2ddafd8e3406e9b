"""Pages that say what happens name the test that shows it, and each of those tests is there."""

from __future__ import annotations

import ast
import re

import pytest

from tests.places import ROOT

NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


@pytest.mark.parametrize("page", ["reliability.md", "security.md"])
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    named = NAMED.findall((ROOT / "docs" / page).read_text("utf-8"))
    assert len(named) > 10
    assert [(file, name) for file, name in named if name not in {"", *shown_by(file)}] == []


def shown_by(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("page", ["reliability.md", "security.md"])
def test_every_row_of_faults_and_dangers_names_one(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    table = next(part for part in text.split("\n\n") if "| shown by |" in part)
    rows = table.splitlines()[2:]
    assert len(rows) > 10
    assert [row for row in rows if not NAMED.search(row)] == []
