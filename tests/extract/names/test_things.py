"""Which thing a name is: the same in every document, but for what a document defines and is about."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from answerable.extract.names.glossary import Glossary
from answerable.extract.names.things import Things
from answerable.ontology.iris import DEFAULT_BASE

KNOWN = Things.known(())
DEFINED = Glossary({"GRB": "Green Route Board", "Skills route": "Skills Route Programme"})


def test_a_name_without_an_acronym_is_one_thing_in_every_document() -> None:
    one, other = KNOWN.within(Glossary(), DEFAULT_BASE), KNOWN.within(DEFINED, DEFAULT_BASE)
    assert one.of("shapes", "Harbour Route Panels", "team") == other.of("shapes", "Harbour Route Panels", "team")


def test_what_a_document_defines_is_what_it_means_there_only() -> None:
    one, other = KNOWN.within(Glossary(), DEFAULT_BASE), KNOWN.within(DEFINED, DEFAULT_BASE)
    for name in ("GRB", "GRB Chair", "Skills route"):
        assert one.of("shapes", name, "team").key != other.of("shapes", name, "team").key


@pytest.mark.parametrize(
    "name", ["Head of L & D", "GR+B Chairs", "OPS (GRB)", "grb lead", "DD Skills", "DD (L&D) GR-B"]
)
def test_what_is_remembered_of_a_name_is_what_its_document_says(name: str) -> None:
    for own in ({}, {"L&D": "Learning and Duty"}, {"GRB": "Green Route Board"}, {"OPS": "Outreach Posts", "D": "Day"}):
        things = KNOWN.within(Glossary(own), DEFAULT_BASE)
        alone = replace(things, everywhere=None, seen={})
        for group, kind in product(("holders", "shapes", "patterns"), ("role", "team", "programme")):
            assert things.of(group, name, kind) == alone.of(group, name, kind)


def test_a_post_at_the_body_that_the_plan_is_about_is_the_post() -> None:
    anywhere = KNOWN.within(Glossary(), DEFAULT_BASE)
    printed, bare = "Head of Safety, Elmford House", "Head of Safety"
    assert anywhere.of("holders", printed, "role").key != anywhere.of("holders", bare, "role").key
    home = anywhere.at_home(["elmford house"])
    assert home.of("holders", printed, "role").key == home.of("holders", bare, "role").key


def test_addresses_stand_under_the_base_that_is_asked_for() -> None:
    for base in (DEFAULT_BASE, "https://plans.example/"):
        assert KNOWN.within(Glossary(), base).of("shapes", "Harbour Route Panel", "team").iri.startswith(base)
