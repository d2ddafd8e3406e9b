"""Every thing with an address can be read: its facts with their quotes, its promises, and what it is tied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.exports.entities import Entity, names_of, read_entity
from answerable.exports.entities.naming import excerpt
from answerable.graph.errors import BadAddressError
from answerable.graph.lookup import Lookup
from answerable.graph.values import Iri

if TYPE_CHECKING:
    from answerable.graph.store import Store


def read(store: Store, name: str, kind: str) -> Entity:
    entity = read_entity(store, Lookup.of(store).one(name, kinds=(kind,)).iri)
    assert entity is not None
    return entity


def test_a_post_has_its_promises_with_dates_as_printed_and_as_read(store: Store) -> None:
    entity = read(store, "Head of Community Payback", "post")
    promise = next(each for each in entity.promises if each.update)
    assert (entity.kind, entity.label, entity.promised) == ("post", "Head of Community Payback", len(entity.promises))
    assert (promise.due, promise.printed_due) == ("by 31 July 2020", "July 2020")
    assert (promise.update, promise.revised, promise.printed_revised) == (
        "Half of it is done.",
        "by 31 March 2021",
        "March 2021",
    )
    assert {owner.label for owner in promise.owners} == {"Director of Operations", "Head of Community Payback"}
    assert {"July 2020", "March 2021", "Half of it is done."} <= {quote.text for quote in promise.quotes}
    assert all(quote.evidence and "recommendation 1" in quote.place for quote in promise.quotes)


def test_a_recommendation_says_its_answer_and_who_owns_it(store: Store) -> None:
    entity = read(store, "recommendation 1 2019", "recommendation")
    facts = {fact.term: fact for fact in entity.facts}
    assert facts["Answer"].value == "Agreed"
    assert facts["Answer"].quotes[0].text == "Agreed"
    assert entity.answer == "agreed"
    assert {each.label for each in entity.neighbours if each.kind == "post"} == {
        "Director of Operations, Northmoor CRC"
    }
    assert entity.subtitle.startswith("Northmoor CRC action plan, 2 March 2019")


def test_a_plan_lists_its_recommendations_in_the_order_of_their_numbers(store: Store) -> None:
    entity = read(store, "northmoor 2019", "plan")
    section = next(each for each in entity.sections if each.heading == "Recommendations in it")
    assert [item.label for item in section.items] == ["Recommendation 1", "Recommendation 2"]
    assert [source.kind for source in entity.sources] == ["document"]


def test_a_named_thing_shows_the_promises_of_the_recommendations_that_name_it(store: Store) -> None:
    entity = read(store, "OASys", "system")
    assert entity.promised == len(entity.promises) > 0
    assert "OASys" in {quote.text for fact in entity.facts for quote in fact.quotes}


def test_what_a_program_inferred_is_marked_with_its_rule(store: Store) -> None:
    entity = read(store, "Director of Operations", "post")
    worked = next(fact for fact in entity.facts if fact.term == "Works with")
    assert worked.inferred


def test_things_of_every_class_can_be_read_and_have_a_name(store: Store) -> None:
    query = "SELECT (MIN(?each) AS ?first) (MAX(?each) AS ?last) WHERE { ?each a ?class } GROUP BY ?class"
    for iri in {str(term) for row in store.select(query) for term in row}:
        entity = read_entity(store, iri)
        assert entity is not None, iri
        assert entity.label
        assert entity.kind
        assert all(len(store.select(query)) >= 0 for query in entity.queries)


def test_a_table_of_promises_can_be_cut_and_says_how_many_there_are(store: Store) -> None:
    whole = read(store, "northmoor 2019", "plan")
    cut = read_entity(store, whole.iri, most=1)
    assert cut is not None
    assert (len(cut.promises), cut.promised) == (1, whole.promised)


def test_what_the_graph_does_not_know_is_none_and_what_is_no_address_is_refused(store: Store) -> None:
    assert read_entity(store, store.base + "post/nobody") is None
    with pytest.raises(BadAddressError):
        read_entity(store, "> } DROP ALL #")


def test_an_unknown_thing_goes_by_the_end_of_its_address(store: Store) -> None:
    assert names_of(store, ["https://elsewhere.example/x/head-of-lamps"]).popitem()[1].label == "head of lamps"


def test_a_store_without_named_graphs_is_read_as_well(store: Store) -> None:
    class Flat:
        name, base, graphs = store.name, store.base, store.graphs
        query = store.query

        def select(self, sparql: str, substitutions: dict[str, Iri] | None = None) -> object:
            return store.select(
                sparql if "GRAPH" not in sparql else "SELECT ?a ?b ?c WHERE { FILTER(false) }", substitutions
            )

    post = Lookup.of(store).one("Director of Operations", kinds=("post",)).iri
    entity = read_entity(Flat(), post)  # type: ignore[arg-type]
    assert entity is not None
    assert entity.promised > 0


def test_excerpts_end_at_a_word() -> None:
    assert excerpt("one two three", 8) == "one two\u2026"
    assert excerpt("short", 8) == "short"
