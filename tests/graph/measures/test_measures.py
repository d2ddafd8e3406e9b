from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.measures import NETWORKS, OF_PARTS, Ties, communities, graph_of, in_groups, map_measures
from answerable.graph.measures.methods import COMMUNITY
from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

BASE, GRAPH = "x:", "x:inferred"


def lines(
    held: dict[str, tuple[str, ...]], involved: Iterable[tuple[str, str]] = (), revises: Iterable[tuple[str, str]] = ()
) -> list[str]:
    """Lines of a build: `held` gives each assignment, as plan/recommendation/assignment, with its holders."""
    made = GraphLines("x:g")
    for assignment, holders in held.items():
        recommendation = assignment.rsplit("/", 1)[0]
        made.link(f"x:{assignment}", terms.OF, f"x:{recommendation}")
        made.link(f"x:{recommendation}", terms.DCTERMS_IS_PART_OF, f"x:{recommendation.split('/')[0]}")
        for holder in holders:
            made.link(f"x:{assignment}", terms.OWNER, f"x:{holder}")
        made.text(f"x:{assignment}", terms.DUE_TEXT, "any line with > and < in it")
    for recommendation, thing in involved:
        made.link(f"x:{recommendation}", terms.INVOLVES, f"x:{thing}")
        if thing != "some-body":
            made.link(f"x:{thing}", terms.SKOS_IN_SCHEME, concepts.NAMED_THINGS)
    for newer, older in revises:
        made.link(f"x:{newer}", terms.PROV_WAS_REVISION_OF, f"x:{older}")
    return made.lines


def stated(found: Iterable[str]) -> list[str]:
    """All that is stated of the networks in some lines."""
    ties = Ties(found)
    return [line for each in NETWORKS for line in map_measures(each, each.ties(ties), base=BASE, graph=GRAPH).lines]


def measured(found: Iterable[str]) -> dict[tuple[str, str, str], str]:
    """What was stated, by network, method and thing."""
    nodes: dict[str, dict[str, str]] = {}
    for line in stated(found):
        subject, predicate, rest = line.split(" ", 2)
        value = rest.removesuffix(f" <{GRAPH}> .\n").split("^^")[0].strip('"<>')
        nodes.setdefault(subject, {})[predicate.strip("<>").rpartition("#")[2]] = value
    return {
        (node["network"], node["method"], node["measureOf"].removeprefix("x:")): node["value"]
        for node in nodes.values()
    }


# Ann holds all of p/1 and shares one of p/2 with Bob, who alone holds q/1; Cy stands by himself in q/2.
SMALL = {
    "p/1/a": ("ann",),
    "p/1/b": ("ann",),
    "p/2/a": ("ann", "bob"),
    "p/2/b": ("bob",),
    "q/1/a": ("bob",),
    "q/2/a": ("cy",),
}


def test_ownership_weighs_assignments_and_knows_what_hangs_on_one_holder() -> None:
    found = measured(lines(SMALL))
    assert (found["ownership", "degree", "ann"], found["ownership", "strength", "ann"]) == ("2", "3")
    assert (found["ownership", "degree", "bob"], found["ownership", "strength", "bob"]) == ("2", "3")
    # p/1 - ann - p/2 - bob - q/1 is a line: without ann p/1 stands alone, without bob q/1 does.
    assert (found["ownership", "pieces", "ann"], found["ownership", "pieces", "bob"]) == ("2", "2")
    # Ways through ann: from p/1 to p/2, to bob and to q/1.
    assert found["ownership", "betweenness", "ann"] == "3"
    assert ("ownership", "pieces", "cy") not in found
    assert found["ownership", "community", "ann"] != found["ownership", "community", "cy"]


def test_co_ownership_ties_those_who_share_an_assignment() -> None:
    found = measured(lines(SMALL | {"q/2/b": ("bob", "dee"), "q/2/c": ("bob", "dee")}))
    assert [found["co-ownership", "strength", name] for name in ("ann", "bob", "dee")] == ["1", "3", "2"]
    assert ("co-ownership", "strength", "cy") not in found
    assert found["co-ownership", "pieces", "bob"] == "2"


def test_plans_lists_who_holds_something_in_several_and_where_the_plans_fall_apart() -> None:
    found = measured(lines(SMALL))
    assert {name for network, _, name in found if network == "plans"} == {"bob"}
    assert found["plans", "pieces", "bob"] == "2"
    both = measured(lines(SMALL | {"q/3/a": ("ann",)}))
    assert ("plans", "pieces", "bob") not in both  # ann holds the plans together as well


def test_programmes_lists_the_things_that_join_plans_and_no_bodies() -> None:
    tides, lamps = [("p/1", "tide"), ("p/2", "tide"), ("q/1", "tide")], [("q/1", "lamp")]
    found = measured(lines(SMALL, [*tides, *lamps, ("p/1", "some-body"), ("q/1", "some-body")]))
    assert {name for network, _, name in found if network == "programmes"} == {"tide"}
    assert (found["programmes", "degree", "tide"], found["programmes", "strength", "tide"]) == ("2", "3")


def test_an_older_version_of_a_plan_counts_for_nothing() -> None:
    found = measured(lines(SMALL, revises=[("p", "q")]))
    assert found["ownership", "strength", "bob"] == "2"
    assert ("ownership", "degree", "cy") not in found


def test_whatever_order_the_lines_come_in_the_measures_are_the_same() -> None:
    chance = random.Random(3)  # noqa: S311 - shuffles test data
    several = [tuple(f"h{chance.randrange(25)}" for _ in range(chance.choice([1, 1, 2]))) for _ in range(120)]
    straight = lines({f"p{i % 9}/{i % 4}/{i}": holders for i, holders in enumerate(several)})
    expected = stated(straight)
    for _ in range(3):
        mixed = chance.sample(straight, len(straight))
        assert stated(mixed) == expected


def test_groups_of_parts_and_what_is_of_the_whole_give_all_that_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerable.graph.measures.parts._TIES", 1)
    build = Ties(lines(SMALL | {f"r{i}/1/a": (f"h{i}", f"h{i + 1}", f"h{i // 3}") for i in range(0, 40, 2)}))
    for network in NETWORKS:
        weights = network.ties(build)
        groups = in_groups(weights)
        assert {tie: weight for group in groups.values() for tie, weight in group.items()} == weights
        pieces = [(group, OF_PARTS) for group in groups.values()] + [(weights, (COMMUNITY,))]
        found = [map_measures(network, some, base=BASE, graph=GRAPH, methods=methods) for some, methods in pieces]
        together = sorted(line for each in found for line in each.lines)
        assert together == sorted(map_measures(network, weights, base=BASE, graph=GRAPH).lines)


def test_parts_have_the_communities_by_themselves_that_they_have_in_the_whole() -> None:
    chance = random.Random(5)  # noqa: S311 - makes test data
    ties = {}
    for part in range(30):
        size = chance.randrange(2, 25)
        ends = [tuple(sorted(chance.sample(range(size), 2))) for _ in range(size * 2)]
        ties |= {(f"{part}/{one}", f"{part}/{other}"): chance.randrange(1, 4) for one, other in ends}
    whole, names = graph_of(ties)
    by_name = dict(zip(names, communities(whole), strict=True))
    for part in range(30):
        mine = {tie: weight for tie, weight in ties.items() if tie[0].startswith(f"{part}/")}
        graph, within = graph_of(mine)
        found = communities(graph, 2 * sum(ties.values()))
        assert len({(by_name[name], each) for name, each in zip(within, found, strict=True)}) == len(set(found))
        assert len({by_name[name] for name in within}) == len(set(found))


def test_what_plans_add_to_each_network_adds_up_to_the_whole() -> None:
    whole = Ties(lines(SMALL, [("p/1", "tide"), ("q/1", "tide")]))
    parts = []
    for plan in ("p", "q"):
        held = {assignment: holders for assignment, holders in SMALL.items() if assignment.startswith(plan)}
        parts.append(Ties(lines(held, [(f"{plan}/1", "tide")])))
    for network in NETWORKS:
        assert sum((Counter(network.ties(part)) for part in parts), Counter()) == network.ties(whole)


def test_ties_that_are_known_already_count_as_those_that_were_picked_out() -> None:
    known = Ties()
    known.add({terms.OF: [("x:p/1/a", "x:p/1")], terms.OWNER: [("x:p/1/a", "x:ann")]})
    known.add({terms.DCTERMS_IS_PART_OF: [("x:p/1", "x:p")], terms.RDF_TYPE: [("x:p", "x:plan")]})
    for network in NETWORKS:
        assert network.ties(known) == network.ties(Ties(lines({"p/1/a": ("ann",)})))


def test_a_build_without_ties_has_no_measures() -> None:
    assert measured([]) == {}


def test_a_large_network_is_measured_from_pivots_and_says_so() -> None:
    ring = {f"p/{i}/{side}": (f"h{(i + side) % 300}",) for i in range(300) for side in (0, 1)}
    made = stated(lines(ring))
    values = [float(line.split('"')[1]) for line in made if terms.VALUE in line and "/betweenness/" in line]
    # In a ring of 600 nodes all are alike; pivots give every node the same order of size as all pairs would.
    exact = (600 - 2) ** 2 / 8
    assert all(exact / 3 < value < exact * 3 for value in values)
    assert any("pivots" in line for line in made if terms.PARAMETERS in line)
