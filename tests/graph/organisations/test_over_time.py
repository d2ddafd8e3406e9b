"""Who answers for it now, whose company was it, and what did the ended bodies leave open: over real plans."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from answerable.extract import read_plan
from answerable.extract.records import PlanRecord
from answerable.graph import Store, ask, write_snapshot
from answerable.graph.layout import GRAPH_FILE
from answerable.graph.values import Rows, Truth
from answerable.ontology.iris import DEFAULT_BASE
from tests.places import SEEDS

NOW = """SELECT DISTINCT ?heir { ?body skos:prefLabel ?name ; ap:successor+ ?iri .
         FILTER NOT EXISTS { ?iri ap:validTo ?gone } ?iri skos:prefLabel ?heir } ORDER BY ?heir"""
LEFT_OPEN = """SELECT ?name (COUNT(DISTINCT ?assignment) AS ?open) {
         ?plan a ap:ActionPlan ; ap:inspected ?body . ?body ap:validTo ?end ; skos:prefLabel ?name .
         ?recommendation dcterms:isPartOf ?plan . ?assignment ap:of ?recommendation .
         FILTER NOT EXISTS { ?assignment ap:dueKind ap:completed }
         FILTER NOT EXISTS { ?assignment ap:update/ap:status ap:complete } }
         GROUP BY ?name ORDER BY ?name"""
OWNED = """SELECT ?company ?from ?to { ?ownership a ap:Ownership ; ap:ownerCompany/skos:prefLabel ?name ;
         ap:ownedCompany/skos:prefLabel ?company ; ap:validFrom ?from ; ap:validTo ?to } ORDER BY ?company"""
DLNR = "Derbyshire, Leicestershire, Nottinghamshire and Rutland CRC"
SWM = "Staffordshire and West Midlands CRC"


@pytest.fixture(scope="module")
def plans() -> tuple[PlanRecord, ...]:
    paths = sorted(SEEDS.glob("*.txt"))
    if not paths:
        pytest.skip(f"the plans are not at {SEEDS}")
    return tuple(read_plan(path) for path in paths)


@pytest.fixture(scope="module")
def seeds(plans: tuple[PlanRecord, ...], tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("over-time") / "s"
    write_snapshot(plans, folder)
    return Store.open(folder)


def asked(store: Store, query: str, name: str | None = None) -> list[tuple[str, ...]]:
    query = query.replace("?name", f'"{name}"') if name else query
    answer = store.query(query)
    assert isinstance(answer, Rows)
    return [tuple(map(str, row)) for row in answer]


def holds(store: Store, pattern: str) -> bool:
    answer = store.query(f"ASK {{ {pattern} }}")
    assert isinstance(answer, Truth)
    return answer.value


def test_a_region_answers_for_the_company_that_was_inspected(seeds: Store) -> None:
    assert asked(seeds, NOW, name=DLNR) == [("East Midlands Probation Region",)]


def test_a_joint_venture_owned_two_companies_and_both_lead_on(seeds: Store) -> None:
    owned = asked(seeds, OWNED, name="Reducing Reoffending Partnership")
    assert [company for company, *_ in owned] == [DLNR, SWM]
    assert {day for _, *days in owned for day in days} == {"2015-02-01", "2021-06-25"}
    assert asked(seeds, NOW, name=SWM) == [("West Midlands Probation Region",)]


def test_several_regions_may_follow_one_body(plans: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    """The division of the national service that a plan names was cut into two regions."""
    (plan,) = (plan for plan in plans if plan.source.name.startswith("000"))
    division = plan.model_copy(update={"inspected_iri": f"{DEFAULT_BASE}organisation/nps-midlands"})
    write_snapshot([division], tmp_path / "s")
    regions = asked(Store.open(tmp_path / "s"), NOW, name="NPS Midlands")
    assert regions == [("East Midlands Probation Region",), ("West Midlands Probation Region",)]


def test_what_the_ended_company_left_open_is_every_promise_without_an_end(
    plans: tuple[PlanRecord, ...], seeds: Store
) -> None:
    """Neither of its plans was updated, so that only what they print as completed is done."""
    ended = [plan for plan in plans if plan.inspected_iri and plan.inspected_iri.endswith("-crc")]
    assert len(ended) == 2
    promises = [each for plan in ended for rec in plan.recommendations for each in rec.assignments]
    left = sum(each.due.kind != "completed" for each in promises)
    assert 0 < left < len(promises)
    assert asked(seeds, LEFT_OPEN) == [(DLNR, str(left))]


def test_a_successor_is_inferred_and_its_day_stands_on_the_event(seeds: Store) -> None:
    assert holds(seeds, "?graph a ap:InferredGraph . GRAPH ?graph { ?old ap:successor ?new }")
    assert not holds(seeds, "?graph a ap:ReferenceGraph . GRAPH ?graph { ?old ap:successor ?new }")
    found = asked(
        seeds,
        """SELECT ?day { ?event a org:ChangeEvent ; dcterms:date ?day ; org:originalOrganization/skos:prefLabel ?name ;
           org:resultingOrganization/skos:prefLabel "East Midlands Probation Region" }""",
        name=DLNR,
    )
    assert found == [("2021-06-26",)]


def test_every_organisation_has_one_label_and_a_source(seeds: Store) -> None:
    assert not holds(
        seeds,
        """?graph a ap:ReferenceGraph . GRAPH ?graph { ?body a org:Organization }
           FILTER NOT EXISTS { ?body dcterms:source ?source }""",
    )
    doubled = "?body a org:Organization ; skos:prefLabel ?one, ?other FILTER(?one != ?other)"
    assert not holds(seeds, doubled)
    assert not holds(seeds, "?body a org:Organization ; skos:prefLabel ?label ; skos:altLabel ?label")


def test_a_company_is_no_part_of_its_owner(seeds: Store) -> None:
    assert not holds(
        seeds,
        "?each a ap:Ownership ; ap:ownedCompany ?owned ; ap:ownerCompany ?owner . ?owned org:subOrganizationOf ?owner",
    )


def test_only_what_the_named_bodies_lead_to_is_there(seeds: Store) -> None:
    assert not holds(seeds, '?body skos:prefLabel "London CRC"')
    assert not holds(seeds, '?body skos:prefLabel ?name FILTER(STRSTARTS(?name, "HMP "))')


ABOUT_BODIES = {"forms", "bodies", "changes", "ownerships"}
"""Questions of the view that ask about bodies, and the one that looks up names for what the others give."""


def test_questions_about_plans_have_the_answers_they_had(
    plans: tuple[PlanRecord, ...], seeds: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bodies that no plan names turn up only where somebody asks about bodies."""
    monkeypatch.setattr("answerable.graph.mapping.map_organisations", lambda *_: ())
    write_snapshot(plans, tmp_path / "s")
    without = Store.open(tmp_path / "s")
    for name in ("owners", "plans", "reasons"):
        assert ask(seeds, name) == ask(without, name), name
    for path in sorted((files("answerable.exports.view") / "questions").iterdir(), key=str):
        if path.name.endswith(".rq") and path.stem not in ABOUT_BODIES:
            query = path.read_text("utf-8")
            assert asked(seeds, query) == asked(without, query), path.name


def test_another_base_moves_every_address(plans: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    write_snapshot(plans, tmp_path / "s", base="https://ports.example/")
    lines = (Store.open(tmp_path / "s").directory / GRAPH_FILE).read_text("utf-8")
    assert "https://ports.example/event/" in lines
    assert DEFAULT_BASE not in lines
