"""A briefing is found by a name as people type it; what may mean several things is listed, and nothing is invented."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli import app
from answerable.exports.briefs import read_brief
from answerable.graph.errors import HandOverError, NoSuchThingError, SeveralThingsError
from answerable.graph.store import Store


def test_a_plan_is_found_by_the_name_of_its_file(examples: Store) -> None:
    assert read_brief("plan", "plan 2021", examples).name == "HFC CRC action plan, 22 January 2021"


def test_a_programme_is_found_by_its_acronym_in_any_case(examples: Store) -> None:
    assert read_brief("programme", "cas3", examples).name == "Community Accommodation Service Tier 3"


def test_several_matches_are_listed(examples: Store) -> None:
    with pytest.raises(SeveralThingsError, match=r"HFC CRC, 2019.*HFC CRC, 2021"):
        read_brief("plan", "HFC CRC", examples)


def test_nothing_is_invented(examples: Store) -> None:
    with pytest.raises(NoSuchThingError, match="zeppelin"):
        read_brief("programme", "zeppelin", examples)


def test_an_unknown_kind_is_told_with_those_that_are_known(examples: Store) -> None:
    with pytest.raises(HandOverError, match="plan, owner, programme, organisation"):
        read_brief("minister", "anybody", examples)


def test_the_command_fails_in_one_line_where_a_name_means_several_things(examples: Store, tmp_path: Path) -> None:
    folder, out = examples.directory.parents[1], tmp_path / "out.html"
    done = CliRunner().invoke(app, ["brief", "plan", "HFC CRC", "--store", str(folder), "--to", str(out)])
    assert (done.exit_code, out.exists()) == (1, False)
    assert "may mean several things" in done.stderr


def test_the_command_says_what_it_found(examples: Store, tmp_path: Path) -> None:
    folder, out = examples.directory.parents[1], tmp_path / "out.html"
    options = ["--store", str(folder), "--to", str(out), "--as-at", "2024-04-30"]
    done = CliRunner().invoke(app, ["brief", "programme", "cas3", *options])
    assert done.exit_code == 0
    assert "as at 30 April 2024" in done.stdout
    assert "as at 30 April 2024" in out.read_text("utf-8")


def test_a_day_that_is_none_is_wrong_usage(examples: Store, tmp_path: Path) -> None:
    options = ["--store", str(examples.directory.parents[1]), "--to", str(tmp_path / "x.html"), "--as-at", "30 April"]
    done = CliRunner().invoke(app, ["brief", "programme", "cas3", *options])
    assert (done.exit_code, "2024-03-31" in done.stderr) == (64, True)


def test_a_format_that_is_none_is_told(examples: Store, tmp_path: Path) -> None:
    options = ["--store", str(examples.directory.parents[1]), "--to", str(tmp_path / "x.odt")]
    done = CliRunner().invoke(app, ["brief", "programme", "cas3", *options])
    assert (done.exit_code, ".html, .docx or .pdf" in done.stderr) == (1, True)
