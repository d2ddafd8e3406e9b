"""What review and linking make of the real plans."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import answerable
from answerable.extract.records import PlanRecord
from answerable.graph import Store, write_snapshot
from answerable.graph.linking.candidates import candidates
from answerable.graph.linking.candidates.asking import holders_in
from answerable.graph.linking.decisions import Decision, Judgement, Standing, append_decision
from tests.places import SEEDS

HEADS, LEADS = "Deputy Cluster Heads", "Deputy Cluster Leads"


@pytest.fixture(scope="module")
def records() -> list[PlanRecord]:
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip(f"the real plans are not at {SEEDS}")
    return list(answerable.read(*files, names=False))


@pytest.fixture(scope="module")
def apart(records: list[PlanRecord], tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("stores") / "apart"
    write_snapshot(records, folder)
    return Store.open(folder)


def carried(store: Store, document: str) -> Counter[str]:
    """The holders of one plan by address, each with the number of its assignments."""
    rows = store.select(f"""SELECT ?holder (COUNT(DISTINCT ?assignment) AS ?n) {{
        ?plan dcterms:source/ap:fileName ?name FILTER(STRSTARTS(?name, "{document}"))
        ?assignment ap:of/dcterms:isPartOf ?plan ; ap:owner ?holder }} GROUP BY ?holder""")
    return Counter({str(row["holder"]): int(str(row["n"])) for row in rows.records()})


def address(store: Store, label: str) -> str:
    return next(each.iri for each in holders_in(store) if label in (each.label, *each.forms))


def test_the_deputies_are_two_posts_until_somebody_decides(apart: Store) -> None:
    posts = carried(apart, "000")
    assert len(posts) == 12
    assert (posts[address(apart, HEADS)], posts[address(apart, LEADS)]) == (5, 11)


def test_the_deputies_are_the_first_candidate(apart: Store) -> None:
    found = candidates(holders_in(apart), Standing())
    assert {found[0].one.iri, found[0].other.iri} == {address(apart, HEADS), address(apart, LEADS)}


def test_a_reviewed_decision_makes_the_deputies_one_post(
    records: list[PlanRecord], apart: Store, tmp_path: Path
) -> None:
    pair = address(apart, HEADS), HEADS, address(apart, LEADS), LEADS
    append_decision(tmp_path / "d.tsv", Decision("2024-01-09", "kim", Judgement.SAME, *pair))
    write_snapshot(records, tmp_path / "merged", decisions=tmp_path / "d.tsv")
    merged = Store.open(tmp_path / "merged")
    posts = carried(merged, "000")
    assert len(posts) == 11
    assert address(merged, HEADS) == address(merged, LEADS)
    assert posts[address(merged, HEADS)] == 16


def test_the_repeats_that_a_plan_states_are_found_in_the_plan_before_it(apart: Store) -> None:
    rows = apart.select("""SELECT ?later ?earlier { ?one ap:repeats ?other .
        ?one dcterms:identifier ?later . ?other dcterms:identifier ?earlier } ORDER BY ?later""")
    assert [tuple(map(str, row)) for row in rows] == [("6", "1"), ("7", "2")]
