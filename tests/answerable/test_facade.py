"""`import answerable`: a small public face, cheap to import."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import answerable

if TYPE_CHECKING:
    from pathlib import Path


def test_importing_it_imports_nothing_else_of_ours_and_nothing_heavy() -> None:
    program = (
        "import sys; before = set(sys.modules); import answerable\n"
        "tops = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(tops - sys.stdlib_module_names), [name for name in sys.modules if 'answerable.' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['answerable'] []\n"


@pytest.mark.parametrize("name", answerable.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(answerable, name) is not None
    assert name in dir(answerable)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'nonsense'"):
        answerable.nonsense  # noqa: B018 - the look-up is the test


def test_a_question_is_answered_in_rows_of_plain_values(store: Path) -> None:
    rows = list(answerable.rows(answerable.open_store(store), "owners"))
    assert {"holder", "assignments"} <= rows[0].keys()
    assert isinstance(rows[0]["assignments"], int)


def test_any_form_of_query_gives_rows(store: Path) -> None:
    opened = answerable.open_store(store)
    assert list(answerable.rows(opened, "ASK { ?plan a ap:ActionPlan }")) == [{"answer": True}]
    triple = next(answerable.rows(opened, "CONSTRUCT { ?plan a ap:ActionPlan } { ?plan a ap:ActionPlan }"))
    assert list(triple) == ["subject", "predicate", "object"]


def test_other_libraries_get_the_same_graph(store: Path) -> None:
    opened = answerable.open_store(store)
    assert len(list(answerable.to_rdflib(opened).quads())) == len(opened)
    holders = [row["holder"] for row in answerable.rows(opened, "owners")]
    network = answerable.to_networkx(opened)
    assert sorted(label for _, label in network.nodes("label") if label in holders) == sorted(holders)


def test_the_first_file_that_cannot_be_read_ends_a_reading_unless_told_otherwise(tmp_path: Path) -> None:
    with pytest.raises(answerable.AnswerableError, match=r"none\.txt"):
        list(answerable.read(tmp_path / "none.txt"))
    told: list[answerable.AnswerableError] = []
    assert list(answerable.read(tmp_path / "none.txt", on_error=told.append)) == []
    assert len(told) == 1
