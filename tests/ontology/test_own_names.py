"""An organisation's own names: what a table can say, and what is said to whoever got it wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.extract.records import MentionType
from answerable.ontology.gazetteer import (
    NO_OWN_NAMES,
    GazetteerError,
    OwnNames,
    bodies,
    entries,
    known_bodies,
    known_entries,
    own_names,
)
from answerable.ontology.gazetteer.kinds import KINDS
from answerable.ontology.iris import DEFAULT_BASE

HEADINGS = "label,kind,acronym,other names,parent\n"
TURTLE = """\
@prefix ap: <https://w3id.org/answerable/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def table(folder: Path, *lines: str, name: str = "own.csv") -> OwnNames:
    (folder / name).write_text(HEADINGS + "\n".join(lines) + "\n", "utf-8")
    return own_names([folder])


def test_the_kinds_of_names_are_the_kinds_of_mentions() -> None:
    assert {str(kind) for kind in MentionType} == KINDS


def test_without_any_the_names_are_those_that_ship() -> None:
    assert own_names([]) == NO_OWN_NAMES
    assert known_entries(NO_OWN_NAMES) == entries()
    assert known_bodies(NO_OWN_NAMES) == bodies()


def test_a_line_is_a_thing_with_its_names_and_its_source(tmp_path: Path) -> None:
    (entry,) = table(tmp_path, "Tide Watch,programme,TW,Tidewatch; Watch of Tides,").entries
    assert (entry.label, entry.kind, entry.notation) == ("Tide Watch", "programme", "TW")
    assert entry.labels == ("Tidewatch", "Watch of Tides")
    assert entry.iri == f"{DEFAULT_BASE}programme/tide-watch"
    assert entry.is_own
    assert entry.capitals
    assert entry.sources == ("own names: own.csv",)


def test_a_parent_is_found_in_the_table_and_among_what_is_known(tmp_path: Path) -> None:
    own = table(tmp_path, "Harbour Board,organisation,HB,,HMPPS", "Lamp Team,team,,,hb")
    lamp, board = (
        own.bodies.by_iri[f"{DEFAULT_BASE}{path}"] for path in ("team/lamp-team", "organisation/harbour-board")
    )
    assert lamp.parents == (board.iri,)
    assert board.parents == (f"{DEFAULT_BASE}organisation/hm-prison-and-probation-service",)


def test_what_is_known_already_takes_the_further_names(tmp_path: Path) -> None:
    own = table(tmp_path, "HMPPS,organisation,,The Agency,")
    (known,) = (entry for entry in known_entries(own) if "The Agency" in entry.names)
    (shipped,) = (entry for entry in entries() if entry.iri == known.iri)
    assert (known.label, known.notation) == (shipped.label, "HMPPS")
    assert set(shipped.names) < set(known.names)
    assert known_bodies(own).by_iri[known.iri].parents == bodies().by_iri[known.iri].parents


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_of_spreadsheets_are_read(tmp_path: Path, separator: str) -> None:
    (tmp_path / "own.csv").write_text(f"\ufefflabel{separator}kind\nTide Watch{separator}programme\n", "utf-8")
    (entry,) = own_names([tmp_path]).entries
    assert entry.label == "Tide Watch"


def test_turtle_says_more_than_a_table(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        TURTLE
        + '<https://x.example/b> a skos:Concept, org:Organization ; ap:kind "team" ; skos:prefLabel "Lamp Team" ;'
        ' ap:validTo "2021" .',
        "utf-8",
    )
    own = own_names([tmp_path])
    assert own.entries[0].sources == ("own names: own.ttl",)
    assert own.bodies.by_iri["https://x.example/b"].valid_to == "2021"


def test_two_are_equal_when_their_files_hold_the_same(tmp_path: Path) -> None:
    for name, label in (("one", "Tide Watch"), ("two", "Tide Watch"), ("three", "Ebb Watch")):
        (tmp_path / name).mkdir()
        table(tmp_path / name, f"{label},programme,,,")
    one, two, three = (own_names([tmp_path / name]) for name in ("one", "two", "three"))
    assert one == two
    assert hash(one) == hash(two)
    assert one != three


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (",programme,,,", r"own\.csv line 2: no label"),
        ("Tide Watch,,,,", r"own\.csv line 2: no kind; choose one of"),
        ("Tide Watch,boat,,,", r"own\.csv line 2: 'boat' is no kind; choose one of .*programme"),
        ("Tide Watch,programme,,,HMPPS", r"own\.csv line 2: a programme has no parent"),
        ("Lamp Team,team,,,Nowhere Board", r"own\.csv line 2: parent 'Nowhere Board' is not known; give it a line"),
        ("Tide, Watch,programme,,,,", r"own\.csv line 2: more cells than columns; quote"),
    ],
)
def test_a_wrong_line_is_told_with_what_to_do(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(GazetteerError, match=told):
        table(tmp_path, line)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("own.csv", "name,kind\nTide Watch,programme\n", r"own\.csv line 1: no column label"),
        ("own.csv", "label,kind,colour\n", r"own\.csv line 1: no such column: colour; there are label"),
        ("own.ttl", "<a> <b> .\n", r"own\.ttl line 1"),
        (
            "own.ttl",
            TURTLE + '<https://x.example/b> a skos:Concept ; ap:kind "team" .',
            r"needs an ap:kind and a skos:pref",
        ),
        ("own.ttl", TURTLE + '<https://x.example/b> ap:kind "boat" .', r"'boat' is no kind"),
        ("own.txt", "Tide Watch", r"no \.ttl, \.csv or \.tsv file in it"),
    ],
)
def test_a_wrong_file_is_told_with_what_to_do(tmp_path: Path, name: str, content: str, told: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(GazetteerError, match=told):
        own_names([tmp_path])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such file or folder"):
        own_names([tmp_path / "missing"])
