"""Which address a merged post keeps, whatever people decided."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.graph.linking.decisions import Decision, Judgement, Standing
from answerable.graph.linking.merging import first_days, merges
from answerable.ontology.iris import DEFAULT_BASE
from tests.graph.invented import assigned, plan, post, recommendation

POSTS = [f"{DEFAULT_BASE}post/harbour/{name}" for name in "abcdef"]
PAIRS = st.lists(st.lists(st.sampled_from(POSTS), min_size=2, max_size=2, unique=True), max_size=8)
DAYS = st.dictionaries(st.sampled_from(POSTS), st.dates().map(str))


def said(*pairs: list[str]) -> Standing:
    return Standing(
        Decision("2024-01-09", "kim", Judgement.SAME, one, "", other, "", line=line)
        for line, (one, other) in enumerate(pairs, start=2)
    )


@given(PAIRS, DAYS)
def test_every_group_keeps_its_oldest_address_and_no_other(pairs: list[list[str]], days: dict[str, str]) -> None:
    standing = said(*pairs)
    found = merges(standing, days)
    for iri in days:
        group = standing.group(iri) & days.keys()
        assert found.now(iri) == min(group, key=lambda each: (days[each], each))
    assert found.kept.keys().isdisjoint(found.kept.values())
    assert found.kept.keys() <= days.keys()


def test_a_holder_is_as_old_as_the_first_plan_that_names_it() -> None:
    spoken = [("2020-01-01", POSTS[:2]), ("2018-01-01", POSTS[1:3])]
    assert first_days(spoken) == dict(zip(POSTS, ("2020-01-01", "2018-01-01", "2018-01-01"), strict=False))


def test_a_record_that_names_no_merged_holder_stays_the_same_object() -> None:
    record = plan("some.txt", recommendation("1", "Light every lamp", assigned(post("Chief Pilot"))))
    assert merges(said(POSTS[:2]), dict.fromkeys(POSTS, "2020")).record(record) is record


def test_decisions_hold_under_another_base() -> None:
    base = "https://sea.example/id/"
    one, other = post("Deputy Heads"), post("Deputy Leads")
    record = plan("some.txt", recommendation("1", "Light every lamp", assigned(one), assigned(other)))
    days = first_days([("2020-01-01", [one.iri, other.iri])], base)
    merged = merges(said([one.iri, other.iri]), days, base).record(record)
    addresses = {owner.iri for each in merged.recommendations[0].assignments for owner in each.owners}
    assert addresses == {one.iri.replace(DEFAULT_BASE, base)}
