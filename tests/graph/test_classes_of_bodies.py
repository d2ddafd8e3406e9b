"""What the graph makes of the name of a class of bodies: no body, unless it owns what was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.extract import read_source
from answerable.extract.source import SourceFile
from answerable.graph import Store, write_snapshot
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """Action Plan Submitted: 4 May 2021

A Response to the HMI Probation Inspection: Staying in touch

Report Published: 7 May 2021

| Rec No | Recommendation | Agreed/ Partly Agreed/ Not Agreed | Response Action Taken/Planned | Owner | Target Date |
|---|---|---|---|---|---|
| 1 | Improve plans | Agreed | We will write to Community Rehabilitation Companies and NHS England. | {} | May 2021 |
"""
CLASS = "Community Rehabilitation Company"


def kinds(folder: Path, owner: str) -> dict[str, set[str]]:
    """Give the classes of each body that a plan names which leaves an action to that owner."""
    write_snapshot([read_source(SourceFile("plan.txt", PLAN.format(owner).encode()))], folder)
    query = "SELECT ?name ?class { ?thing skos:prefLabel ?name ; a ?class . ?part dcterms:references ?thing }"
    answer = Store.open(folder).query(query)
    assert isinstance(answer, Rows)
    found: dict[str, set[str]] = {}
    for name, kind in answer:
        found.setdefault(str(name), set()).add(str(kind).rsplit("/", 1)[-1].rsplit("#", 1)[-1])
    return found


def outside(folder: Path) -> set[str]:
    """Give the bodies that the question of outside bodies lists."""
    query = (
        "SELECT ?name { ?action a ap:Action ; dcterms:references ?b . ?b a org:Organization ; skos:prefLabel ?name }"
    )
    answer = Store.open(folder).query(query)
    assert isinstance(answer, Rows)
    return {str(name) for (name,) in answer}


def test_a_class_of_bodies_that_a_plan_speaks_of_is_a_notion_and_no_body(tmp_path: Path) -> None:
    found = kinds(tmp_path / "s", "Head of Safety")
    assert found[CLASS] == {"Concept"}
    assert "Organization" in found["NHS England"]
    assert outside(tmp_path / "s") == {"NHS England"}


def test_one_that_owns_what_is_promised_is_a_body_there(tmp_path: Path) -> None:
    assert "Organization" in kinds(tmp_path / "s", CLASS)[CLASS]
