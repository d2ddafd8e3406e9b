from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

import answerable
from answerable.graph.errors import SettingsError
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE, Layout
from answerable.graph.snapshots.manifest import manifest_bytes, snapshot_name
from answerable.graph.snapshots.pointer import make_current
from answerable.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    Run = Callable[..., Result]


@pytest.fixture(scope="module")
def sound(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of one example, which is quicker to check than all are."""
    folder = tmp_path_factory.mktemp("checks") / "sound"
    answerable.build(examples / "2021-harbourshire-crc.txt", to=folder)
    return folder


@pytest.fixture
def damaged(sound: Path, tmp_path: Path) -> Path:
    """The same build without the words of one action, signed anew, as a faulty program would have made it."""
    layout = Layout(shutil.copytree(sound, tmp_path / "damaged"))
    folder = answerable.open_store(layout.directory).directory
    lines = (folder / GRAPH_FILE).read_bytes().splitlines(keepends=True)
    lost = next(line for line in lines if b"/action/" in line and b"dc/terms/description" in line)
    (folder / GRAPH_FILE).write_bytes(b"".join(line for line in lines if line != lost))
    facts = json.loads((folder / MANIFEST_FILE).read_bytes())
    graph = (folder / GRAPH_FILE).read_bytes()
    facts["files"][GRAPH_FILE] |= {"bytes": len(graph), "sha256": sha256(graph).hexdigest()}
    (folder / MANIFEST_FILE).write_bytes(manifest_bytes(facts))
    name = snapshot_name(manifest_bytes(facts))
    folder.rename(layout.snapshot(name))
    make_current(layout, name)
    return layout.directory


def test_a_sound_build_passes_and_every_quote_stands_in_its_document(run: Run, sound: Path, examples: Path) -> None:
    result = run("check", "--store", sound, "--documents", examples)
    assert result.exit_code == Outcome.DONE, result.output
    assert result.output.startswith("rdf, shapes, evidence, ledger, totals, quotes of ")
    assert result.output.endswith("quads: nothing wrong\n")


def test_a_damaged_build_fails_with_one_line_that_says_where(run: Run, damaged: Path) -> None:
    result = run("check", "--store", damaged)
    assert result.exit_code == Outcome.FAILED
    finding, summary = result.output.splitlines()
    assert finding.startswith("2021-harbourshire-crc.txt, table ")
    assert "The action has no words, or two texts (dcterms:description). Look at the response cell" in finding
    assert summary.endswith(": 1 finding")


def test_a_build_that_was_altered_since_is_told_in_one_line(run: Run, sound: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(sound, tmp_path / "altered")
    with (answerable.open_store(folder).directory / GRAPH_FILE).open("ab") as graph:
        graph.write(b"\n")
    result = run("check", "--store", folder)
    assert result.exit_code == Outcome.FAILED
    assert re.search(r"graph\.nq has \d+ bytes and not the \d+ that were written", result.stderr)


def test_findings_come_as_json_too(run: Run, damaged: Path) -> None:
    result = run("check", "--store", damaged, "--json")
    assert result.exit_code == Outcome.FAILED
    report = json.loads(result.output)
    assert report["checks"] == ["rdf", "shapes", "evidence", "ledger", "totals"]
    (finding,) = report["findings"]
    assert finding["document"] == "2021-harbourshire-crc.txt"
    assert finding["rule"] == "action-words"
    assert finding["row"] > 0


def test_documents_that_are_not_those_that_were_read_are_told(run: Run, sound: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("something else", encoding="utf-8")
    result = run("check", "--store", sound, "--documents", tmp_path)
    assert result.exit_code == Outcome.FAILED
    assert "2021-harbourshire-crc.txt: None of the documents given has the content" in result.output


def test_a_build_can_state_the_licence_of_what_the_plans_say(run: Run, examples: Path, tmp_path: Path) -> None:
    plan = examples / "2021-harbourshire-crc.txt"
    assert run("build", plan, "--to", tmp_path / "s", "--licence", "ogl-3").exit_code == Outcome.DONE
    question = "SELECT ?licence { ?dataset a void:Dataset ; dcterms:license ?licence }"
    asked = run("query", question, "--store", tmp_path / "s", "--format", "csv")
    assert "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" in asked.output


def test_the_library_gives_the_findings(sound: Path) -> None:
    assert answerable.check(sound) == ()
    with pytest.raises(SettingsError, match="either a store or an endpoint"):
        answerable.check(sound, endpoint="http://127.0.0.1:1/")
