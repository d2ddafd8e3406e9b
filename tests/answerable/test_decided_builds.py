"""What people decided and put right, given to `answerable build` and `answerable read`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import answerable
from answerable.extract.records import PlanRecord

Run = Callable[..., Result]

MANAGER, LEAD = "Partnerships Manager", "Engagement Lead"
COLUMNS = "date\tuser\tdocument\trecommendation\trow\tfield\tread\tright\tnote\n"


@pytest.fixture
def document(examples: Path) -> Path:
    return examples / "2019-harbourshire-crc.txt"


@pytest.fixture
def corrections(tmp_path: Path, document: Path) -> Path:
    path = tmp_path / "corrections.tsv"
    line = f"2024-01-09\tkim\t{document.name}\t4\t\tdue\tJune 2019\tJuly 2019\tthe print is smudged\n"
    path.write_text(COLUMNS + line, "utf-8")
    return path


def asked(store: Path, query: str) -> list[tuple[str, ...]]:
    return [tuple(map(str, row.values())) for row in answerable.rows(answerable.open_store(store), query)]


def test_a_review_and_the_build_after_it_make_two_posts_one(run: Run, document: Path, tmp_path: Path) -> None:
    store, decisions = tmp_path / "store", tmp_path / "decisions.tsv"
    assert run("build", document, "--to", store).exit_code == 0
    before = run("query", "owners", "--store", store, "--format", "csv").stdout.count("\n")
    decided = ("--decide", MANAGER, LEAD, "same", "--by", "kim", "--date", "2024-01-09")
    assert run("review", "--store", store, "--decisions", decisions, *decided).exit_code == 0
    assert run("build", document, "--to", store, "--decisions", decisions).exit_code == 0
    assert run("query", "owners", "--store", store, "--format", "csv").stdout.count("\n") == before - 1
    told = run("review", "--store", store, "--decisions", decisions, "--explain", MANAGER, LEAD).stdout
    assert told.startswith(f"one: “{MANAGER}” and “{LEAD}”")
    assert "decided in line 2: kim on 2024-01-09" in told


def test_a_merged_post_can_be_parted_again_by_its_old_name(run: Run, document: Path, tmp_path: Path) -> None:
    store, decisions = tmp_path / "store", tmp_path / "decisions.tsv"
    run("build", document, "--to", store)
    review = ("review", "--store", store, "--decisions", decisions, "--by", "kim", "--decide", MANAGER, LEAD)
    run(*review, "same")
    run("build", document, "--to", store, "--decisions", decisions)
    assert run(*review, "undo").exit_code == 0
    run("build", document, "--to", store, "--decisions", decisions)
    assert asked(store, "SELECT ?old { ?old dcterms:isReplacedBy ?kept }") == []


def test_a_contradiction_stops_the_build_and_leaves_the_store(run: Run, document: Path, tmp_path: Path) -> None:
    store, decisions = tmp_path / "store", tmp_path / "decisions.tsv"
    run("build", document, "--to", store)
    run("review", "--store", store, "--decisions", decisions, "--by", "kim", "--decide", MANAGER, LEAD, "different")
    line = decisions.read_text("utf-8").splitlines()[1]
    decisions.write_text(decisions.read_text("utf-8") + line.replace("different", "same") + "\n", "utf-8")
    size = len(answerable.open_store(store))
    done = run("build", document, "--to", store, "--decisions", decisions)
    assert done.exit_code == 1
    assert done.stderr.startswith("answerable: decisions.tsv, line 3: ")
    assert len(answerable.open_store(store)) == size


def test_a_build_shows_what_was_put_right(run: Run, document: Path, corrections: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert run("build", document, "--to", store, "--corrections", corrections).exit_code == 0
    query = """SELECT ?number ?before ?after ?day ?who { ?correction a ap:Correction ; ap:before ?before ;
        ap:after ?after ; dcterms:date ?day ; prov:wasAssociatedWith/foaf:name ?who ; ap:corrects ?each .
        ?each dcterms:identifier ?number }"""
    assert asked(store, query) == [("4", "June 2019", "July 2019", "2024-01-09", "kim")]
    quoted = """SELECT ?quote ?due { ?assignment ap:of/dcterms:identifier "4" ; ap:dueBy ?due ; ap:evidence ?evidence .
        ?evidence ap:rule "correction" ; oa:exact ?quote }"""
    assert asked(store, quoted) == [("June 2019", "2019-07-31")]


def test_reading_shows_what_was_put_right(run: Run, document: Path, corrections: Path) -> None:
    record = PlanRecord.model_validate_json(run("read", document, "--corrections", corrections).stdout)
    assert [(each.before, each.after) for each in record.corrections] == [("June 2019", "July 2019")]


def test_a_correction_that_no_longer_fits_is_told_with_file_and_line(
    run: Run, document: Path, corrections: Path
) -> None:
    corrections.write_text(corrections.read_text("utf-8").replace("June 2019", "June 2018"), "utf-8")
    done = run("read", document, "--corrections", corrections)
    assert done.exit_code == 0
    assert "a correction no longer fits what is read (corrections.tsv, line 2: in recommendation 4" in done.stderr
    assert json.loads(done.stdout)["corrections"] == []


@pytest.mark.parametrize("option", ["--decisions", "--corrections"])
def test_a_file_that_is_missing_is_named(run: Run, document: Path, tmp_path: Path, option: str) -> None:
    done = run("build", document, "--to", tmp_path / "store", option, tmp_path / "none.tsv")
    assert done.exit_code == 1
    assert "none.tsv" in done.stderr


def test_the_library_takes_the_same_files(document: Path, corrections: Path, tmp_path: Path) -> None:
    answerable.build(document, to=tmp_path / "store", corrections=corrections)
    assert len(asked(tmp_path / "store", "SELECT ?each { ?each a ap:Correction }")) == 1
