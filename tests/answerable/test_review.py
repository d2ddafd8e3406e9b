"""People decide which posts are one, at a shell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from answerable.graph import write_snapshot
from tests.graph.invented import assigned, plan, post, recommendation

Run = Callable[..., Result]

HEADS, LEADS = "Deputy Cluster Heads", "Cluster Deputy Leads"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which the deputies of the clusters go by two titles."""
    folder = tmp_path_factory.mktemp("stores") / "harbour"
    first = recommendation("1", "Light every lamp", assigned(post(HEADS)), assigned(post("Harbour Master")))
    second = recommendation("2", "Mend the stairs", assigned(post(LEADS)), assigned(post("Deputy Cluster Leads")))
    write_snapshot([plan("harbour.txt", first, second)], folder)
    return folder


@pytest.fixture
def review(run: Run, harbour: Path, tmp_path: Path) -> Run:
    """Run `answerable review` with a decisions file of this test's own."""

    def runner(*arguments: object, stdin: str | None = None) -> Result:
        return run("review", "--store", harbour, "--decisions", tmp_path / "decisions.tsv", *arguments, stdin=stdin)

    return runner


def decide(review: Run, one: str, other: str, judgement: str) -> Result:
    return review("--decide", one, other, judgement, "--by", "kim", "--date", "2024-01-09", "--note", "one rota")


def written(tmp_path: Path) -> list[list[str]]:
    lines = (tmp_path / "decisions.tsv").read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def test_candidates_are_listed_for_machines_with_their_quotes(review: Run) -> None:
    done = review("--json")
    (found,) = json.loads(done.stdout)
    assert {found["one"]["label"], found["other"]["label"]} == {HEADS, "Deputy Cluster Leads"}
    assert found["score"] > 0.9
    assert "different roles: “head”, “lead”" in found["reasons"]
    assert found["one"]["quotes"][0]["document"] == "harbour.txt"
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_pair_is_decided_by_labels(review: Run, tmp_path: Path) -> None:
    done = decide(review, HEADS, LEADS, "same")
    assert done.exit_code == 0
    (line,) = written(tmp_path)
    assert line[:3] == ["2024-01-09", "kim", "same"]
    assert line[3::2] == [post(HEADS).iri, post(LEADS).iri, "one rota"]
    assert json.loads(review("--json").stdout) == []


def test_a_person_is_shown_the_quotes_and_asked(review: Run, tmp_path: Path) -> None:
    done = review("--by", "kim", "--date", "2024-01-09", stdin="?\nd\ntwo ranks\n")
    assert re.search(r"harbour\.txt, table 1, row \d+, recommendation \d: “Deputy Cluster Heads”", done.stdout)
    assert done.stdout.count("[s]ame, [d]ifferent") == 2, "an answer that means nothing is asked for again"
    assert "no candidate is left" in done.stderr
    (line,) = written(tmp_path)
    assert (line[2], line[-1]) == ("different", "two ranks")


@pytest.mark.parametrize("answer", ["l\n", "q\n"])
def test_what_is_left_for_later_is_not_written(review: Run, tmp_path: Path, answer: str) -> None:
    assert review("--by", "kim", stdin=answer).exit_code == 0
    assert not (tmp_path / "decisions.tsv").exists()


def test_without_a_name_and_a_day_the_machine_gives_them(review: Run, tmp_path: Path) -> None:
    review("--decide", HEADS, LEADS, "unsure")
    (line,) = written(tmp_path)
    assert line[0].startswith("20")
    assert line[1]


def test_what_goes_against_an_earlier_decision_is_refused(review: Run, tmp_path: Path) -> None:
    decide(review, HEADS, LEADS, "different")
    before = (tmp_path / "decisions.tsv").read_bytes()
    done = decide(review, LEADS, HEADS, "same")
    assert done.exit_code == 1
    assert done.stderr.startswith("answerable: decisions.tsv, line 3: ")
    assert "line 2 says that" in done.stderr
    assert (tmp_path / "decisions.tsv").read_bytes() == before


def test_undo_makes_room_for_the_other_decision(review: Run, tmp_path: Path) -> None:
    for judgement in ("different", "undo", "same"):
        assert decide(review, HEADS, LEADS, judgement).exit_code == 0
    assert [line[2] for line in written(tmp_path)] == ["different", "undo", "same"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((HEADS, "Deputy Cluster Lads", "same"), 1, "the nearest is 'Deputy Cluster Leads'"),
        ((HEADS, "Cook", "same"), 1, "no holder is printed as 'Cook'; give a label or an address"),
        ((HEADS, LEADS, "equal"), 64, "'equal' is none of same, different, unsure, undo"),
        ((HEADS, HEADS, "same"), 1, "name two holders"),
    ],
)
def test_what_cannot_be_decided_is_said(review: Run, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = review("--decide", *arguments, "--by", "kim")
    assert done.exit_code == code
    assert told in done.stderr


def test_two_spellings_of_one_post_are_explained_by_rule(review: Run) -> None:
    told = review("--explain", LEADS, "deputy cluster leads").stdout
    assert told.startswith(f"one: “{LEADS}” and “deputy cluster leads”")
    assert "reads as the words cluster, deputy, lead" in told
    assert "one post by rule" in told


def test_two_posts_are_explained_by_their_difference(review: Run) -> None:
    told = review("--explain", HEADS, LEADS).stdout
    assert told.startswith("not one: ")
    assert "different roles: “head”, “lead”" in told
    assert "kept apart, because nobody decided that they are one" in told


def test_two_posts_are_explained_by_the_lines_that_part_them(review: Run) -> None:
    decide(review, HEADS, LEADS, "different")
    told = review("--explain", HEADS, LEADS).stdout
    assert "decided in line 2: kim on 2024-01-09" in told


def test_a_decision_that_no_build_has_applied_yet_says_so(review: Run) -> None:
    decide(review, HEADS, LEADS, "same")
    told = review("--explain", post(HEADS).iri, LEADS).stdout
    assert "the build does not know this decision yet: build again with --decisions" in told
