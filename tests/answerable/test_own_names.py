"""`--gazetteer`: an organisation's own names take part in everything, and the page that says how is true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import answerable
from tests.places import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from answerable.extract.records import Mention, PlanRecord

NAMES = ROOT / "examples" / "names"
PLANS = sorted(EXAMPLES.glob("*harbourshire*"))


@pytest.fixture(scope="module")
def records() -> list[PlanRecord]:
    return list(answerable.read(*PLANS, gazetteer=[NAMES]))


def mentioned(records: list[PlanRecord], label: str) -> Mention:
    return next(mention for record in records for mention in record.mentions if label in mention.label)


def test_a_name_has_the_kind_that_its_table_says(records: list[PlanRecord]) -> None:
    centre = mentioned(records, "Anchor Contact Centre")
    assert (centre.type, centre.rule) == ("team", "gazetteer, own names")
    assert mentioned(records, "Managing Risk Together").type == "training"


def test_nothing_else_changes_it(records: list[PlanRecord]) -> None:
    """What one call was told, the next does not know."""
    plain = list(answerable.read(*PLANS))
    assert mentioned(plain, "Anchor Contact Centre").type != "team"
    assert [len(record.recommendations) for record in plain] == [len(record.recommendations) for record in records]


def test_owners_are_in_the_organisation_that_the_table_names(records: list[PlanRecord]) -> None:
    iri = "https://action-plans.example/id/provider/harbourshire-fenmoor-and-calderwick-crc"
    assert {record.inspected_iri for record in records} == {iri}
    owners = [
        o for record in records for rec in record.recommendations for each in rec.assignments for o in each.owners
    ]
    assert any(owner.organisation == iri for owner in owners)


def test_the_graph_says_whose_word_it_is(tmp_path: Path) -> None:
    answerable.build(*PLANS, to=tmp_path / "s", gazetteer=[NAMES])
    store = answerable.open_store(tmp_path / "s")
    question = """SELECT DISTINCT ?name ?parent {
        ?thing dcterms:source "own names: harbourshire.csv" ; skos:prefLabel ?name
        OPTIONAL { ?thing org:subOrganizationOf/skos:prefLabel ?parent } } ORDER BY ?name"""
    told = {str(row["name"]): row["parent"] for row in answerable.rows(store, question)}
    company = "Harbourshire, Fenmoor and Calderwick CRC"
    assert told["Anchor Contact Centre"] == company
    assert told[company] is None
    assert "Beacon" in told


def test_the_page_shows_the_table_that_is_there() -> None:
    page = (ROOT / "docs" / "how-to" / "own-names.md").read_text("utf-8")
    shown = page.split("```csv\n", 1)[1].split("```", 1)[0]
    assert shown.strip() == (NAMES / "harbourshire.csv").read_text("utf-8").strip()


def test_the_turtle_on_the_page_is_read(tmp_path: Path) -> None:
    from answerable.ontology.gazetteer import own_names  # noqa: PLC0415

    page = (ROOT / "docs" / "how-to" / "own-names.md").read_text("utf-8")
    turtle = page.split("```turtle\n", 1)[1].split("```", 1)[0]
    (tmp_path / "own.ttl").write_text(turtle, "utf-8")
    own = own_names([tmp_path])
    assert [entry.label for entry in own.entries] == ["Saltwick Partnership", "Saltwick Trust"]
    assert len(own.bodies.changes) == 1


def test_a_mistake_is_one_line(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("label,kind\nTide Watch,boat\n", "utf-8")
    done = run("read", PLANS[0], "--gazetteer", tmp_path)
    assert done.exit_code == 1
    assert done.stderr.startswith("answerable: own.csv line 2: 'boat' is no kind")
    assert done.stderr.count("\n") == 1
