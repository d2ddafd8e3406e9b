"""Names as people type them find what is meant, list what may be meant, and never make anything up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.graph.errors import NoSuchThingError, SeveralThingsError
from answerable.graph.lookup import KINDS, Entry, Lookup
from answerable.graph.store import Store

ENTRIES = (
    Entry("urn:ttg-lead", "post", "Through the Gate Lead", ("Through the Gate Lead",), "Northmoor CRC"),
    Entry("urn:ttg", "programme", "Through the Gate", ("Through the Gate", "TTG")),
    Entry("urn:cas3", "service", "Community Accommodation Service Tier 3", ("CAS3", "CAS-3")),
    Entry("urn:oasys", "system", "Offender Assessment System", ("Offender Assessment System", "OASys")),
    Entry("urn:rm", "group", "Regional Managers", ("Regional Managers",), "Northmoor CRC"),
    Entry("urn:rm-south", "group", "Regional Managers", ("Regional Managers",), "Southfen CRC"),
    Entry("urn:dd", "post", "DD Effective Practice", ("DD Effective Practice",)),
    Entry("urn:head", "post", "Head of Community Payback", ("Head of Community Payback",)),
    Entry("urn:womens", "policy", "Women\u2019s Policy & Practice", ("Women\u2019s Policy & Practice",)),
    Entry("urn:r3", "recommendation", "Recommendation 3, Northmoor CRC, 2020", ("Recommendation 3, Northmoor, 2020",)),
)  # fmt: skip


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(ENTRIES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TTG lead", "urn:ttg-lead"),
        ("through the gate leads", "urn:ttg-lead"),
        ("ttg", "urn:ttg"),
        ("cas3", "urn:cas3"),
        ("CAS 3", "urn:cas3"),
        ("oasys", "urn:oasys"),
        ("oasis", "urn:oasys"),
        ("offender asessment system", "urn:oasys"),
        ("assessment system, offender", "urn:oasys"),
        ("deputy director effective practice", "urn:dd"),
        ("Effective Practice DD", "urn:dd"),
        ("hcp", "urn:head"),
        ("head comunity payback", "urn:head"),
        ("womens policy and practice", "urn:womens"),
        ("northmoor 2020 recommendation 3", "urn:r3"),
        ("urn:oasys", "urn:oasys"),
    ],
)
def test_names_as_people_type_them_mean_one_thing(lookup: Lookup, typed: str, meant: str) -> None:
    assert lookup.one(typed).iri == meant


def test_namesakes_are_listed_with_what_tells_them_apart(lookup: Lookup) -> None:
    with pytest.raises(SeveralThingsError, match=r"Northmoor CRC \(group\); .*Southfen CRC \(group\)"):
        lookup.one("regional manager")
    assert {match.iri for match in lookup.find("regional manager")} == {"urn:rm", "urn:rm-south"}


@pytest.mark.parametrize("typed", ["", " ", "?!", "zzzz", "ministry of silly walks", "\U0001f600", "a" * 100_000])
def test_what_is_not_there_is_not_found(lookup: Lookup, typed: str) -> None:
    assert lookup.find(typed) == []
    with pytest.raises(NoSuchThingError):
        lookup.one(typed)


def test_a_word_that_is_missing_from_every_name_is_no_match_for_the_rest_of_it(lookup: Lookup) -> None:
    with pytest.raises(NoSuchThingError):
        lookup.one("head of submarines")


def test_kinds_limit_what_is_looked_through(lookup: Lookup) -> None:
    assert [match.iri for match in lookup.find("through the gate", kinds=("programme",))] == ["urn:ttg"]
    assert lookup.find("urn:ttg", kinds=("post",)) == []


def test_the_name_itself_stands_first_and_the_limit_holds(lookup: Lookup) -> None:
    assert lookup.find("through the gate")[0].iri == "urn:ttg"
    assert len(lookup.find("regional", limit=1)) == 1


@given(st.sampled_from(ENTRIES), st.randoms())
@settings(max_examples=60, deadline=None)
def test_every_name_is_found_whatever_its_case_and_the_order_of_its_words(entry: Entry, random: object) -> None:
    words = entry.forms[0].split()
    random.shuffle(words)  # type: ignore[attr-defined]
    found = Lookup(ENTRIES).find(" ".join(words).swapcase())
    assert entry.iri in {match.iri for match in found}


@given(st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_only_what_is_there_in_falling_order(text: str) -> None:
    lookup = Lookup(ENTRIES)
    found = lookup.find(text, limit=5)
    assert {match.iri for match in found} <= {entry.iri for entry in ENTRIES}
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all(0 < match.score <= 100 for match in found)


@given(st.sampled_from(["Community", "Payback", "Assessment", "Offender"]), st.integers(1, 7))
@settings(deadline=None)
def test_one_letter_left_out_of_a_long_word_is_forgiven(word: str, place: int) -> None:
    wrong = word[:place] + word[place + 1 :]
    names = {"Community": "urn:head", "Payback": "urn:head", "Assessment": "urn:oasys", "Offender": "urn:oasys"}
    assert names[word] in {match.iri for match in Lookup(ENTRIES).find(wrong)}


def test_a_store_is_read_for_all_that_has_a_name(store: Store) -> None:
    lookup = Lookup.of(store)
    assert lookup.one("TIDE").kind == "system"
    assert lookup.one("head of signal").kind == "post"
    assert lookup.one("harbour.txt").kind == "plan"
    assert lookup.find("recommendation 10")[0].about == "Buy a second pilot boat"
    assert {match.kind for match in lookup.find("harbour board")} >= {"theme", "plan"}
    assert len(lookup) > 10


def test_every_kind_found_in_a_store_is_a_kind(store: Store) -> None:
    lookup = Lookup.of(store)
    assert {match.kind for word in ("harbour", "lamp", "head", "tide") for match in lookup.find(word)} <= set(KINDS)
