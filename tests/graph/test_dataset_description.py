from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from answerable.graph.layout import GRAPH_FILE
from answerable.graph.mapping.census import Census
from answerable.graph.mapping.dataset import map_dataset
from answerable.ontology import terms
from answerable.ontology.iris import DEFAULT_BASE
from answerable.ontology.licences import known_licences, licence_iri

if TYPE_CHECKING:
    from answerable.graph import Store

GRAPH = f"<{DEFAULT_BASE}graph/dataset> .\n"


@pytest.fixture(scope="module")
def quads(store: Store) -> list[str]:
    """The lines of all graphs."""
    return (store.directory / GRAPH_FILE).read_text("utf-8").splitlines(keepends=True)


def described(quads: list[str]) -> list[str]:
    """The lines that describe the build."""
    return [line for line in quads if line.endswith(GRAPH)]


def licensed(licence: str | None = None) -> list[str]:
    """The description of some build under a licence."""
    return map_dataset(Census(1, {}, ()), DEFAULT_BASE, licence).lines


def told(lines: list[str], predicate: str) -> set[str]:
    """What the dataset itself is told to have."""
    start = f"<{DEFAULT_BASE}dataset> <{predicate}> "
    return {line.removeprefix(start).removesuffix(f" {GRAPH}") for line in lines if line.startswith(start)}


def test_a_build_counts_what_it_holds(quads: list[str]) -> None:
    lines = described(quads)
    assert told(lines, terms.VOID_TRIPLES) == {f'"{len(quads) - len(lines)}"^^<{terms.XSD_INTEGER}>'}
    part = f"<{DEFAULT_BASE}dataset/class/recommendation>"
    assert f'{part} <{terms.VOID_ENTITIES}> "3"^^<{terms.XSD_INTEGER}> {GRAPH}' in lines
    assert len(told(lines, terms.DCTERMS_SOURCE)) == 2
    (words,) = told(lines, terms.DCTERMS_DESCRIPTION)
    assert "Action plans (2) read from documents (2), with recommendations (3)" in words


def test_a_build_names_the_vocabularies_that_it_uses_and_no_other(quads: list[str]) -> None:
    named = told(described(quads), terms.VOID_VOCABULARY)
    assert {f"<{terms.AP}>", f"<{terms.DCTERMS}>", f"<{terms.ORG}>"} <= named
    assert f"<{terms.SH}>" not in named


def test_a_build_says_which_release_made_it(quads: list[str]) -> None:
    lines = described(quads)
    assert any(f'<{terms.DCAT_VERSION}> "{version("answerable")}"' in line for line in lines)


def test_no_licence_is_claimed_unless_somebody_states_one() -> None:
    lines = licensed()
    assert told(lines, terms.DCTERMS_LICENSE) == told(lines, terms.DCTERMS_RIGHTS) == set()


@pytest.mark.parametrize(
    "stated", ["ogl-3", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"]
)
def test_a_licence_is_stated_by_its_short_name_or_its_address(stated: str) -> None:
    lines = licensed(stated)
    assert told(lines, terms.DCTERMS_LICENSE) == {f"<{licence_iri('ogl-3')}>"}


def test_rights_can_be_stated_in_words() -> None:
    lines = licensed("For use within the department")
    assert told(lines, terms.DCTERMS_RIGHTS) == {'"For use within the department"'}


@pytest.mark.parametrize("name", known_licences())
def test_every_known_licence_has_a_label_and_a_web_address(name: str) -> None:
    assert known_licences()[name]["label"]
    assert str(licence_iri(name)).startswith("https://")
