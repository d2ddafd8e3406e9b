"""Other people's parsers read what we write, find the same quads in it, and nothing to complain of."""

from __future__ import annotations

import logging
import shutil
import subprocess
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
import rdflib

from answerable.graph.checking.hygiene import is_edtf
from answerable.graph.layout import GRAPH_FILE
from answerable.graph.notation import escape, unescape

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.graph import Store


@pytest.fixture(scope="module")
def file(store: Store) -> Path:
    return store.directory / GRAPH_FILE


@pytest.fixture(scope="module")
def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines(keepends=True)


def test_pyoxigraph_reads_every_line_as_one_quad_without_a_blank_node(file: Path, lines: list[str]) -> None:
    quads = list(pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.N_QUADS))
    assert len(quads) == len(lines)
    assert not any(isinstance(term, pyoxigraph.BlankNode) for quad in quads for term in quad)


def test_pyoxigraph_writes_the_same_lines(file: Path, lines: list[str]) -> None:
    quads = pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.N_QUADS)
    written = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    assert written is not None
    assert sorted(written.decode().splitlines(keepends=True)) == lines


def test_rdflib_reads_as_many_quads_and_no_literal_is_ill_typed(
    file: Path, lines: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    dataset = rdflib.Dataset()
    with caplog.at_level(logging.WARNING, logger="rdflib"):
        dataset.parse(file, format="nquads")
    quads = list(dataset.quads())
    assert len(quads) == len(lines)
    assert not [term for quad in quads for term in quad if isinstance(term, rdflib.Literal) and term.ill_typed]
    assert caplog.messages == []


def test_rapper_reads_as_many_quads_and_complains_of_nothing(file: Path, lines: list[str]) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("rapper is not installed (Debian: raptor2-utils)")
    done = subprocess.run([rapper, "-i", "nquads", "-c", file.as_uri()], capture_output=True, text=True, check=False)
    told = done.stderr
    assert done.returncode == 0, told
    assert f"returned {len(lines)} triples" in told, told
    assert "error" not in told.casefold(), told
    assert "warning" not in told.casefold(), told


def test_the_lines_are_sorted_and_each_stands_once(lines: list[str]) -> None:
    assert lines == sorted(set(lines))


TEXTS = ('say "yes"', "a\\b", "tab\tline\nreturn\r", "bell\x07", "naïve – ‘so’", "\\n is no line")


@pytest.mark.parametrize("text", TEXTS)
def test_escapes_are_taken_back(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("2020", True),
        ("2020-04", True),
        ("2020-04-30", True),
        ("2023-23", True),
        ("2019-01/2019-05", True),
        ("2024-09/..", True),
        ("../2024-09", True),
        ("2020~", True),
        ("2020-13", False),
        ("2020-00", False),
        ("2020-4", False),
        ("April 2020", False),
        ("2020-04/", True),
        ("/", False),
        ("..", False),
        ("", False),
    ],
)
def test_dates_of_the_extended_format_are_known(text: str, sound: bool) -> None:
    assert is_edtf(text) is sound
