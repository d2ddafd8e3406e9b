"""How far the organisations of a build reach: to whatever may answer now, and no further."""

from __future__ import annotations

from types import MappingProxyType

from answerable.graph.mapping.organisations.reach import Reach
from answerable.ontology.gazetteer import Bodies, Body, Change, Ownership

SOURCES = ("invented",)


def body(iri: str, *parents: str, operators: tuple[str, ...] = ()) -> Body:
    return Body(iri, iri, None, (), parents, operators, (), None, None, SOURCES)


def change(before: list[str], after: list[str]) -> Change:
    return Change("-".join(before), "event", "2020-01-01", tuple(before), tuple(after), SOURCES)


def owns(owner: str, owned: str) -> Ownership:
    return Ownership(f"{owner}-{owned}", owned, owner, None, None, None, SOURCES)


PORTS = Bodies(
    MappingProxyType(
        {
            each.iri: each
            for each in (
                body("ministry"),
                body("coastal service", "ministry"),
                body("north region", "coastal service"),
                body("south region", "coastal service"),
                body("old trusts"),
                body("north company"),
                body("south company"),
                body("holding"),
                body("far island"),
                body("old lighthouse", "coastal service", operators=("lamp works",)),
                body("lamp works"),
            )
        }
    ),
    (
        change(["old trusts"], ["north company", "south company"]),
        change(["north company"], ["north region"]),
        change(["south company"], ["south region", "north region"]),
    ),
    (owns("holding", "north company"),),
)


def test_a_body_leads_to_its_heirs_their_parents_and_its_owner() -> None:
    reach = Reach.of(["north company"], PORTS)
    assert reach.bodies == {"north company", "north region", "coastal service", "ministry", "holding", "old trusts"}


def test_what_came_out_of_the_same_event_is_not_reached() -> None:
    reach = Reach.of(["north company"], PORTS)
    assert "south company" not in reach.bodies
    assert [event.after for event in reach.changes] == [("north company", "south company"), ("north region",)]


def test_an_owner_leads_to_what_it_owned_and_on_to_who_answers_for_that() -> None:
    assert {"north company", "north region"} <= Reach.of(["holding"], PORTS).bodies


def test_a_parent_does_not_lead_to_its_parts() -> None:
    assert Reach.of(["coastal service"], PORTS).bodies == {"coastal service", "ministry"}


def test_whoever_operates_a_body_is_reached() -> None:
    assert "lamp works" in Reach.of(["old lighthouse"], PORTS).bodies


def test_a_name_that_nobody_knows_reaches_nothing() -> None:
    assert Reach.of(["sunken isle"], PORTS) == Reach(frozenset(), (), ())
