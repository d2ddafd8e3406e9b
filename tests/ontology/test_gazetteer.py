"""The gazetteers are sound: every name typed, sourced and unambiguous, and every file good Turtle."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
import rdflib

from answerable.extract.records import MentionType
from answerable.ontology.gazetteer import GazetteerError, acronyms, entries, files, read_entries, words
from answerable.ontology.iris import DEFAULT_BASE
from tests.places import ROOT

REFERENCE = ROOT.parent / "shared" / "reference"
KINDS = {str(kind) for kind in MentionType}


def test_every_entry_has_a_kind_a_label_and_a_source() -> None:
    for entry in entries():
        assert entry.kind in KINDS, entry
        assert entry.sources, entry
        assert all(name == name.strip() and name for name in entry.names), entry
        assert entry.iri.startswith(DEFAULT_BASE), entry


def test_an_acronym_means_one_thing_of_a_kind() -> None:
    seen: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries():
        if entry.notation and entry.priority and len(entry.notation) > 2:
            seen[entry.notation, entry.kind].add(entry.iri)
    assert {key: iris for key, iris in seen.items() if len(iris) > 1} == {}


def test_a_thing_kept_by_hand_has_one_home() -> None:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries():
        if entry.priority > 1:
            for name in entry.names:
                names[name.lower()].add(entry.iri)
    assert {name: iris for name, iris in names.items() if len(iris) > 1} == {}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_each_file_is_turtle_to_another_library_too(path: Path) -> None:
    graph = rdflib.Graph().parse(path, format="turtle")
    (scheme,) = graph.subjects(rdflib.RDF.type, rdflib.SKOS.ConceptScheme)
    assert graph.value(scheme, rdflib.DCTERMS.license)
    assert graph.value(scheme, rdflib.DCTERMS.source)
    assert not any(isinstance(node, rdflib.BNode) for triple in graph for node in triple)


@pytest.mark.parametrize(
    ("label", "kind", "notation"),
    [
        ("OASys", "system", "OASys"),
        ("Community Accommodation Service Tier 3", "programme", "CAS3"),
        ("Commissioned Rehabilitative Services", "programme", "CRS"),
        ("Multi-Agency Risk Assessment Conference", "meeting", "MARAC"),
        ("HM Prison and Probation Service", "organisation", "HMPPS"),
    ],
)
def test_what_every_plan_names_is_known(label: str, kind: str, notation: str) -> None:
    assert any((entry.label, entry.kind, entry.notation) == (label, kind, notation) for entry in entries())


def test_the_twelve_regions_and_the_twenty_one_companies_are_there() -> None:
    companies = [entry for entry in entries() if entry.kind == "provider" and entry.label.endswith(" CRC")]
    assert len(companies) == 21
    places = {entry.label for entry in entries() if entry.kind == "place"}
    assert {"Kent, Surrey and Sussex", "Greater Manchester", "East of England"} <= places


def test_the_ministrys_list_keeps_every_sense_of_an_acronym() -> None:
    assert len(acronyms()["AA"]) > 1


def test_a_file_that_is_not_turtle_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<a> <b> .\n", "utf-8")
    with pytest.raises(GazetteerError, match=r"broken\.ttl line 1"):
        read_entries([path])


def test_the_word_lists_are_in_the_form_that_the_rules_compare_with() -> None:
    lists = words()
    assert set(lists.heads.values()) <= KINDS
    assert {pattern.kind for pattern in lists.patterns} <= KINDS
    for group in (lists.heads, lists.weak, lists.small, lists.openers, lists.months, lists.classes, lists.determiners):
        assert all(word == word.lower() for word in group)


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference tables are not beside the checkout")
def test_the_generated_files_are_what_the_tables_say(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "make_gazetteers.py"), str(REFERENCE), str(tmp_path)]
    assert subprocess.run(command, check=False).returncode == 0
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(path.name for path in files() if path.stem not in {"roles", "things"})
    for name in made:
        assert (tmp_path / name).read_bytes() == (ROOT / "ontology" / "gazetteer" / name).read_bytes(), name
