"""A body outside its life is a warning: one line on standard error, and the work is done all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import answerable
from tests.extract.plans import HEADER, as_tabs, plan_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result


def test_a_warning_names_document_row_and_words_and_is_no_failure(run: Callable[..., Result], tmp_path: Path) -> None:
    row = plan_row("1", "Improve plans", "Agreed", "Plans will be read.", "Director of Probation, NOMS", "May 2024")
    (tmp_path / "late.txt").write_text(as_tabs([row], before=HEADER.replace("2021", "2023")), "utf-8")
    done = run("build", tmp_path / "late.txt", "--to", tmp_path / "s")
    assert done.exit_code == 0
    (line,) = (line for line in done.stderr.splitlines() if "outside its life" in line)
    assert line.startswith("answerable: late.txt, table 1, row 2: ")
    assert '"Director of Probation, NOMS": National Offender Management Service ended 2017-03-31' in line
    store = answerable.open_store(tmp_path / "s")
    asked = "SELECT ?told { ?document ap:flag/rdfs:comment ?told }"
    assert ["NOMS" in str(found["told"]) for found in answerable.rows(store, asked)] == [True]
