"""What the graph says of a post: its grade or role, portfolio, unit, body, and who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.extract import read_source
from answerable.extract.source import SourceFile
from answerable.graph import Store, write_snapshot
from answerable.graph.values import Rows, Truth

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """Action Plan Submitted: 4 May 2021

A Response to the HMI Probation Inspection: {body}

Report Published: 7 May 2021

| Rec No | Recommendation | Agreed/ Partly Agreed/ Not Agreed | Response Action Taken/Planned | Owner | Target Date |
|---|---|---|---|---|---|
| 1 | Improve plans | Agreed | Plans will be read each month. | {owner} | May 2021 |
"""
OWNER = "Jane Doe, DD Lamp Watch Group"


@pytest.fixture(scope="module")
def posts(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The graph of two plans with one title and one name in two bodies."""
    folder: Path = tmp_path_factory.mktemp("posts") / "s"
    texts = [PLAN.format(body=body, owner=OWNER) for body in ("Pellow Vale CRC", "Wendle Marsh CRC")]
    records = (read_source(SourceFile(f"{n}.txt", text.encode()), names=False) for n, text in enumerate(texts))
    write_snapshot(records, folder)
    return Store.open(folder)


def asked(store: Store, query: str) -> list[tuple[str, ...]]:
    answer = store.query(query)
    assert isinstance(answer, Rows)
    return [tuple("" if term is None else str(term) for term in row) for row in answer]


def holds(store: Store, pattern: str) -> bool:
    answer = store.query(f"ASK {{ {pattern} }}")
    assert isinstance(answer, Truth)
    return answer.value


def test_a_post_has_a_role_of_the_list_of_roles(posts: Store) -> None:
    found = asked(
        posts,
        """SELECT DISTINCT ?role ?scheme { ?assignment ap:owner/org:role ?iri .
           ?iri a org:Role, skos:Concept ; skos:prefLabel ?role ; skos:inScheme/skos:prefLabel ?scheme }""",
    )
    assert found == [("Deputy Director", "Grades and roles")]


def test_a_post_of_a_unit_has_the_unit_and_the_unit_its_body(posts: Store) -> None:
    found = asked(
        posts,
        """SELECT ?unit (COUNT(DISTINCT ?body) AS ?bodies) { ?assignment ap:owner/ap:unit ?iri .
           ?iri a org:OrganizationalUnit ; skos:prefLabel ?unit ; org:unitOf ?body ; ap:evidence ?words }
           GROUP BY ?unit""",
    )
    assert found == [("Lamp Watch Group", "2")]


def test_one_name_in_two_bodies_is_two_people_and_two_posts(posts: Store) -> None:
    found = asked(
        posts, "SELECT DISTINCT ?person ?post { ?person a foaf:Person ; foaf:name 'Jane Doe' ; org:holds ?post }"
    )
    assert len({person for person, _ in found}) == 2
    assert len({post for _, post in found}) == 2


def test_a_portfolio_stands_beside_the_role(tmp_path: Path) -> None:
    text = PLAN.format(body="Pellow Vale CRC", owner="Head of Signals")
    write_snapshot([read_source(SourceFile("p.txt", text.encode()), names=False)], tmp_path / "s")
    store = Store.open(tmp_path / "s")
    assert asked(store, "SELECT ?portfolio { ?post ap:portfolio ?portfolio }") == [("Signals",)]
    assert not holds(store, "?post ap:unit ?unit")
