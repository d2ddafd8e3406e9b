"""The commands, as somebody at a shell meets them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, get_args

import pytest
import typer

import answerable
from answerable.cli import app
from answerable.cli.query import Form
from answerable.extract.records import PlanRecord
from answerable.graph.answers import FORMATS
from answerable.graph.answers.table import WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from typer.testing import Result

    Run = Callable[..., Result]

COUNT = "SELECT (COUNT(?r) AS ?n) { ?r a ap:Recommendation }"
HEAVY = {"networkx", "pydantic", "pyoxigraph", "pyvis", "rdflib", "rich", "spacy"}


def parameters_without_help() -> Iterator[tuple[str, str]]:
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        yield from ((name, parameter.name) for parameter in command.params if not parameter.help)
        if not command.help:
            yield name, "itself"


def test_every_command_and_option_says_what_it_is_for() -> None:
    assert list(parameters_without_help()) == []


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys, runpy; sys.argv = ['answerable', '--help']\n"
        "try: runpy.run_module('answerable', run_name='__main__')\n"
        f"finally: print(sorted({HEAVY} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stderr, "Usage: answerable" in done.stdout) == ("[]\n", True)


def test_query_loads_neither_the_readers_nor_spacy(store: Path) -> None:
    program = (
        f"import sys, runpy; sys.argv = ['answerable', 'query', 'plans', '--store', {str(store)!r}]\n"
        "try: runpy.run_module('answerable', run_name='__main__')\n"
        "finally: print(sorted({'spacy', 'rdflib', 'networkx', 'pyvis'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_without_a_command_the_help_is_shown_as_wrong_usage(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (64, "")
    assert "Commands:" in result.stderr


class TestRead:
    def test_gives_one_record_a_line(self, run: Run, examples: Path) -> None:
        result = run("read", "--no-names", examples)
        records = [PlanRecord.model_validate_json(line) for line in result.stdout.splitlines()]
        assert result.exit_code == 0
        assert [record.source.name for record in records] == sorted(path.name for path in examples.iterdir())

    def test_takes_a_plan_from_standard_input(self, run: Run, examples: Path) -> None:
        path = min(examples.glob("*.txt"))
        piped = run("read", "--no-names", "-", stdin=path.read_bytes())
        named = run("read", "--no-names", path)
        assert piped.exit_code == 0
        assert piped.stdout == named.stdout.replace(json.dumps(path.name), '"stdin"')

    def test_writes_to_a_file(self, run: Run, examples: Path, tmp_path: Path) -> None:
        to = tmp_path / "records.jsonl"
        result = run("read", "--no-names", examples, "-o", to)
        assert (result.exit_code, result.stdout) == (0, "")
        assert to.read_text("utf-8") == run("read", "--no-names", examples).stdout

    def test_goes_on_past_a_file_that_cannot_be_read(self, run: Run, examples: Path, tmp_path: Path) -> None:
        empty, letter = tmp_path / "empty.txt", tmp_path / "letter.txt"
        empty.touch()
        letter.write_text("Dear Sir or Madam")
        result = run("read", "--no-names", empty, letter, tmp_path / "none.txt", examples)
        assert result.exit_code == 2
        assert len(result.stdout.splitlines()) == len(list(examples.iterdir()))
        assert [name for name in ("empty.txt", "letter.txt", "none.txt") if name not in result.stderr] == []
        assert len(result.stderr.splitlines()) == 3

    def test_prints_the_schema_that_its_records_keep(self, run: Run) -> None:
        schema = json.loads(run("read", "--schema").stdout)
        assert {"source", "recommendations", "ledger"} <= schema["properties"].keys()

    def test_needs_to_know_what_to_read(self, run: Run) -> None:
        assert run("read").exit_code == 64

    def test_shows_no_progress_where_nobody_watches(self, run: Run, examples: Path) -> None:
        assert run("read", "--no-names", examples).stderr == ""


class TestBuild:
    def test_sums_up_what_was_built(self, run: Run, examples: Path, tmp_path: Path) -> None:
        result = run("build", examples, "--to", tmp_path / "graph")
        assert result.exit_code == 0
        counts = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
        assert counts["plans"] == str(len(list(examples.iterdir())))
        assert {"recommendations", "owners", "flagged", "time"} <= counts.keys()

    def test_sums_up_for_a_machine(self, run: Run, examples: Path, tmp_path: Path) -> None:
        result = run("build", examples, "--to", tmp_path / "graph", "--json")
        assert json.loads(result.stdout)["plans"] == len(list(examples.iterdir()))

    def test_builds_the_same_bytes_as_the_library(self, run: Run, examples: Path, store: Path, tmp_path: Path) -> None:
        run("build", examples, "--to", tmp_path / "graph")
        made, same = (answerable.open_store(folder).directory for folder in (tmp_path / "graph", store))
        assert {path.name: path.read_bytes() for path in made.iterdir()} == {
            path.name: path.read_bytes() for path in same.iterdir()
        }

    def test_leaves_an_earlier_build_alone_when_nothing_was_read(
        self, run: Run, examples: Path, tmp_path: Path
    ) -> None:
        run("build", examples, "--to", tmp_path / "graph")
        before = answerable.open_store(tmp_path / "graph").name
        result = run("build", tmp_path / "none.txt", "--to", tmp_path / "graph")
        assert result.exit_code == 1
        assert "no plan was read" in result.stderr
        assert answerable.open_store(tmp_path / "graph").name == before

    def test_says_how_much_was_read_and_what_it_made(self, run: Run, examples: Path, tmp_path: Path) -> None:
        first, second = (json.loads(run("build", examples, "--to", tmp_path / "graph", "--json").stdout) for _ in "ab")
        assert (first["read"], first["reused"], first["new"]) == (3, 0, True)
        assert (second["read"], second["reused"], second["new"]) == (0, 3, False)
        assert first["snapshot"] == second["snapshot"]
        told = run("build", examples, "--to", tmp_path / "graph", "--full").stdout
        assert "3 read, 0 unchanged" in told
        assert "nothing changed" in told

    def test_names_a_file_that_it_had_read_before_and_cannot_read_now(
        self, run: Run, examples: Path, tmp_path: Path
    ) -> None:
        plans = tmp_path / "plans"
        plans.mkdir()
        for path in examples.iterdir():
            (plans / path.name).write_bytes(path.read_bytes())
        before = json.loads(run("build", plans, "--to", tmp_path / "graph", "--json").stdout)["snapshot"]
        name = min(path.name for path in plans.iterdir())
        (plans / name).write_bytes(b"")
        result = run("build", plans, "--to", tmp_path / "graph")
        assert result.exit_code == 2
        assert f"{name}: stood in snapshot {before} and is left out" in result.stderr
        assert f"answerable snapshots use {before} --store" in result.stderr

    def test_needs_a_place_to_write_to(self, run: Run, examples: Path) -> None:
        assert run("build", examples).exit_code == 64


class TestQuery:
    def test_offers_every_format_of_the_library(self) -> None:
        assert set(get_args(Form)) == set(FORMATS)

    def test_answers_by_name(self, run: Run, store: Path) -> None:
        result = run("query", "plans", "--store", store, "--format", "csv")
        assert (result.exit_code, len(list(csv.DictReader(io.StringIO(result.stdout))))) == (0, 3)

    @pytest.mark.parametrize("how", ["text", "file", "standard input"])
    def test_answers_any_sparql(self, how: str, run: Run, store: Path, tmp_path: Path) -> None:
        (tmp_path / "count.rq").write_text(COUNT)
        question = {"text": COUNT, "file": tmp_path / "count.rq", "standard input": "-"}[how]
        result = run("query", question, "--store", store, "--format", "tsv", stdin=COUNT)
        assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "?n")
        assert int(result.stdout.splitlines()[1]) > 20

    def test_tells_a_question_what_it_needs_to_know(self, run: Run, store: Path) -> None:
        result = run("query", "post", "--param", "name=director of operations", "--store", store, "--format", "csv")
        found = list(csv.DictReader(io.StringIO(result.stdout)))
        assert (result.exit_code, {row["holder"] for row in found}) == (0, {"Director of Operations"})

    def test_a_table_is_for_people_and_the_rest_for_programs(self, run: Run, store: Path) -> None:
        table, plain = (run("query", "owners", "--store", store, *form).stdout for form in ([], ["--format", "csv"]))
        assert ("http" in table, "http" in plain) == (False, True)
        assert max(map(len, table.splitlines())) <= WIDTH

    def test_every_answer_can_carry_its_quotes(self, run: Run, store: Path) -> None:
        table = run("query", "moved", "--store", store, "--quotes").stdout
        assert "    “End of Q2 2023/24” (2023-somewhere-to-go.txt, table" in table
        plain = run("query", "moved", "--store", store, "--quotes", "--format", "csv").stdout
        for row in csv.DictReader(io.StringIO(plain)):
            assert row["revised"] in row["quote"]
            assert row["document"].endswith(".txt")
            assert int(row["row"]) > 0

    def test_sparql_without_a_name_has_no_quotes(self, run: Run, store: Path) -> None:
        result = run("query", COUNT, "--store", store, "--quotes")
        assert (result.exit_code, "does not say what proves its rows" in result.stderr) == (1, True)

    def test_lists_the_questions(self, run: Run) -> None:
        lines = run("query", "--list").stdout.splitlines()
        names = {line.split()[0] for line in lines if line.startswith("  ") and not line.startswith("   ")}
        groups = {line for line in lines if line and not line.startswith(" ")}
        told = json.loads(run("query", "--list", "--json").stdout)
        assert {"owners", "plans", "post", "mentions", "reasons"} <= names
        assert {question["name"] for question in told} == names
        assert {question["group"] for question in told} == groups

    def test_shows_a_question(self, run: Run) -> None:
        assert "SELECT" in run("query", "--show", "owners").stdout

    @pytest.mark.parametrize(
        "question",
        [
            "INSERT DATA { <x:a> <x:b> 1 }",
            "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
            "SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }",
            "SELECT nonsense",
            "no-such-question",
            "missing.rq",
        ],
    )
    def test_refuses_in_one_line_what_it_does_not_answer(self, question: str, run: Run, store: Path) -> None:
        result = run("query", question, "--store", store)
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["plans"],
            ["plans", "--store", "x", "--format", "xml"],
            ["post", "--store", "x", "--param", "name"],
        ],
    )
    def test_wrong_usage_is_told_from_a_failure(self, arguments: list[str], run: Run, store: Path) -> None:
        assert run("query", *[store if argument == "x" else argument for argument in arguments]).exit_code == 64


class TestView:
    def test_writes_one_page_and_says_what_it_holds(self, run: Run, store: Path, tmp_path: Path) -> None:
        page = tmp_path / "view.html"
        result = run("view", "--store", store, "--to", page)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"{page}: ")
        assert " assignments</h1>" in page.read_text("utf-8")

    def test_tells_a_machine_what_it_holds(self, run: Run, store: Path, tmp_path: Path) -> None:
        result = run("view", "--store", store, "--to", tmp_path / "view.html", "--json")
        assert json.loads(result.stdout)["assignments"] > 40

    def test_judges_by_the_day_that_it_is_given(self, run: Run, store: Path, tmp_path: Path) -> None:
        run("view", "--store", store, "--to", tmp_path / "view.html", "--as-at", "2031-01-31")
        assert "As at 31 January 2031." in (tmp_path / "view.html").read_text("utf-8")
        assert run("view", "--store", store, "--to", tmp_path / "no.html", "--as-at", "soon").exit_code == 64

    def test_prints_the_line_on_rights_that_it_is_given(self, run: Run, store: Path, tmp_path: Path) -> None:
        run("view", "--store", store, "--to", tmp_path / "view.html", "--licence", "Invented; no rights reserved")
        assert "Invented; no rights reserved" in (tmp_path / "view.html").read_text("utf-8")

    def test_says_how_to_make_a_build_that_is_not_there(self, run: Run, tmp_path: Path) -> None:
        result = run("view", "--store", tmp_path / "none", "--to", tmp_path / "view.html")
        assert (result.exit_code, "answerable build" in result.stderr) == (1, True)


class TestSnapshots:
    @pytest.fixture
    def kept(self, examples: Path, tmp_path: Path) -> Path:
        """A store of two builds: one plan, then all."""
        answerable.build(min(examples.iterdir()), to=tmp_path / "graph")
        answerable.build(examples, to=tmp_path / "graph")
        return tmp_path / "graph"

    def test_are_listed_with_the_current_one_marked(self, run: Run, kept: Path) -> None:
        lines = run("snapshots", "list", "--store", kept).stdout.splitlines()
        assert [line[:2] for line in lines] == ["  ", "* "]
        assert ["3 plans" in line and "2 added" in line for line in lines] == [False, True]
        told = json.loads(run("snapshots", "list", "--store", kept, "--json").stdout)
        assert [entry["plans"] for entry in told] == [1, 3]

    def test_an_earlier_one_answers_when_it_is_asked_or_used(self, run: Run, kept: Path) -> None:
        first = json.loads(run("snapshots", "list", "--store", kept, "--json").stdout)[0]["name"]
        asked = run("query", "plans", "--store", kept, "--snapshot", first[:5], "--format", "csv")
        assert len(asked.stdout.splitlines()) == 2
        assert run("snapshots", "use", first, "--store", kept).stdout == f"{first} is current\n"
        assert run("query", "plans", "--store", kept, "--format", "csv").stdout == asked.stdout

    def test_are_pruned_but_for_the_current_one(self, run: Run, kept: Path) -> None:
        assert run("snapshots", "prune", "--keep", "1", "--store", kept).stdout.startswith("removed ")
        assert run("snapshots", "prune", "--keep", "1", "--store", kept).stdout == "nothing to remove\n"
        assert run("snapshots", "prune", "--keep", "0", "--store", kept).exit_code == 64
        assert len(run("snapshots", "list", "--store", kept).stdout.splitlines()) == 1

    def test_wrong_usage_is_told_from_a_failure(self, run: Run, kept: Path) -> None:
        assert [run("snapshots").exit_code, run("snapshots", "use", "--store", kept).exit_code] == [64, 64]
        assert run("snapshots", "use", "none", "--store", kept).exit_code == 1

    def test_are_compared_in_the_words_of_the_domain(self, run: Run, kept: Path) -> None:
        listed = json.loads(run("snapshots", "list", "--store", kept, "--json").stdout)
        first, last = (entry["name"] for entry in listed)
        assert run("diff", last, last, "--store", kept).stdout == "no difference\n"
        told = run("diff", first, last, "--store", kept).stdout.splitlines()
        assert [line.startswith("added: ") for line in told].count(True) == 2
        assert told[-1].startswith("plan added: 2")
        assert [plan["kind"] for plan in json.loads(run("diff", last, first, "--store", kept, "--json").stdout)] == [
            "withdrawn",
            "withdrawn",
        ]

    def test_two_stores_are_compared_by_their_folders(self, run: Run, kept: Path, store: Path) -> None:
        assert run("diff", kept, store).stdout == "no difference\n"
        assert run("diff", kept, kept / "none").exit_code == 1
