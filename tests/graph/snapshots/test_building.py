"""A build beside the one before: what is read again, what is kept, who may write."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

import answerable
from answerable.extract.errors import AnswerableError, NotAPlanError
from answerable.extract.records import Status
from answerable.graph.errors import BusyStoreError
from answerable.graph.layout import GRAPH_FILE, UNFINISHED, Layout
from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots.building import building
from answerable.graph.values import Truth
from tests.graph.snapshots.papers import NAMES, write_paper

if TYPE_CHECKING:
    from pathlib import Path


HOLDERS = "SELECT DISTINCT ?holder ?label { ?each ap:owner ?holder . ?holder skos:prefLabel ?label } ORDER BY ?holder"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in NAMES[:3]:
        write_paper(folder, name, 0)
    return folder


@pytest.fixture
def store(papers: Path, tmp_path: Path) -> Path:
    answerable.build(papers, to=tmp_path / "store")
    return tmp_path / "store"


def graph(store: Path) -> bytes:
    return (answerable.open_store(store).directory / GRAPH_FILE).read_bytes()


def test_an_unchanged_build_reads_nothing_and_makes_nothing(papers: Path, store: Path) -> None:
    before = answerable.open_store(store).name
    built = answerable.build(papers, to=store)
    assert (built.read, built.reused, built.new, built.snapshot) == (0, 3, False, before)
    assert [folder.name for folder in Layout(store).snapshots.iterdir()] == [before]


def test_a_changed_document_is_read_again_and_the_others_are_not(papers: Path, store: Path) -> None:
    write_paper(papers, "birch.txt", 1)
    built = answerable.build(papers, to=store)
    assert (built.read, built.reused, built.new) == (1, 2, True)
    assert b"May 2022" in graph(store)


def test_a_removed_document_goes(papers: Path, store: Path) -> None:
    (papers / "birch.txt").unlink()
    built = answerable.build(papers, to=store)
    assert (built.read, built.plans, built.withdrawn) == (0, 2, ("birch.txt",))
    assert b"birch" not in graph(store)


def test_a_full_build_reads_all_and_gives_the_same(papers: Path, store: Path) -> None:
    before = answerable.open_store(store).name
    built = answerable.build(papers, to=store, full=True)
    assert (built.read, built.new, built.snapshot) == (3, False, before)


def test_a_full_build_uses_nothing_that_was_kept(papers: Path, store: Path) -> None:
    kept = [each for folder in (Layout(store).documents, Layout(store).shared) for each in folder.glob("*/*")]
    times = {each: each.stat().st_mtime_ns for each in kept}
    answerable.build(papers, to=store, full=True)
    assert all(each.stat().st_mtime_ns > times[each] for each in kept)


def test_a_network_is_measured_again_only_where_its_ties_changed(papers: Path, store: Path) -> None:
    def measured() -> dict[str, int]:
        return {each.parent.name: each.stat().st_mtime_ns for each in Layout(store).shared.glob("measures-*/*")}

    before = measured()
    ash = (papers / "ash.txt").read_text("utf-8")
    (papers / "ash.txt").write_text(ash.replace("Light every lamp", "Look after every lamp"), "utf-8")
    answerable.build(papers, to=store)
    assert measured() == before
    (papers / "ash.txt").write_text(ash.replace("Head of Lamps", "Head of Lamps; Head of Buoys", 1), "utf-8")
    answerable.build(papers, to=store)
    assert {name for name, time in measured().items() if time > before.get(name, 0)} >= {
        "measures-ownership-0-of-1-communities",
        "measures-ownership-0-of-1",
        "measures-co-ownership-0-of-1",
    }
    programmes = {name: time for name, time in before.items() if name.startswith("measures-programmes-")}
    assert programmes.items() <= measured().items()


def test_of_a_network_that_changed_only_the_parts_that_hang_together_with_it_are_measured_again(
    papers: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.graph.measures.parts._TIES", 1)  # so that few parts share a group
    for name in NAMES[:3]:
        write_paper(papers, name, 2)
    answerable.build(papers, to=store)
    before = {each: each.stat().st_mtime_ns for each in Layout(store).shared.glob("measures-ownership-*/*")}
    birch = (papers / "birch.txt").read_text("utf-8")
    (papers / "birch.txt").write_text(birch.replace("Head of Lamps", "Head of Buoys", 1), "utf-8")
    answerable.build(papers, to=store)
    again = [each for each, time in before.items() if not each.exists() or each.stat().st_mtime_ns > time]
    assert 0 < len(again) < len(before)
    answerable.build(papers, to=store.with_name("anew"))
    assert graph(store) == graph(store.with_name("anew"))


def test_a_name_that_one_plan_changes_reaches_the_graphs_of_the_others(papers: Path, store: Path) -> None:
    for name in ("ash.txt", "birch.txt"):
        write_paper(papers, name, 1)
    assert answerable.build(papers, to=store).reused == 1
    anew = store.with_name("anew")
    answerable.build(papers, to=anew)
    assert graph(store) == graph(anew)


def test_another_base_is_another_reading(papers: Path, store: Path) -> None:
    assert answerable.build(papers, to=store, base="https://plans.test/").read == 3
    assert b"action-plans.example" not in graph(store)


def test_an_earlier_state_gives_its_earlier_snapshot_back(papers: Path, store: Path) -> None:
    before = answerable.open_store(store).name
    write_paper(papers, "ash.txt", 2)
    answerable.build(papers, to=store)
    write_paper(papers, "ash.txt", 0)
    built = answerable.build(papers, to=store)
    assert (built.new, built.snapshot, answerable.open_store(store).name) == (False, before, before)


def test_a_file_that_cannot_be_read_now_is_left_out_and_named(papers: Path, store: Path) -> None:
    (papers / "birch.txt").write_text("Dear Sir or Madam")
    told: list[AnswerableError] = []
    built = answerable.build(papers, to=store, on_error=told.append)
    assert ([("birch.txt" in str(each)) for each in told], built.plans) == ([True], 2)
    assert built.withdrawn == ("birch.txt",)
    assert built.before
    assert len(answerable.open_store(store, built.before).manifest["sources"]) == 3


def test_where_no_plan_is_read_all_stays_as_it_was(papers: Path, store: Path) -> None:
    before = answerable.open_store(store).name
    with pytest.raises(NotAPlanError, match="left as it was"):
        answerable.build(papers / "*.pdf", to=store, on_error=lambda _: None)
    assert answerable.open_store(store).name == before


def test_lines_that_were_kept_are_made_again_where_they_are_missing_or_damaged(papers: Path, store: Path) -> None:
    kept = [each for folder in (Layout(store).documents, Layout(store).shared) for each in folder.glob("*/*.nq.zst")]
    assert {each.parent.name for each in kept} > {"shared", "links", "copies", "measures-ownership-0-of-1"}
    for place, each in enumerate(sorted(kept)):
        each.write_bytes(each.read_bytes()[: 40 * (place % 3)])
    write_paper(papers, "cedar.txt", 1)
    assert answerable.build(papers, to=store).read == 1
    answerable.build(papers, to=store.with_name("anew"))
    assert graph(store) == graph(store.with_name("anew"))


def test_a_record_that_was_kept_and_is_gone_is_read_again(papers: Path, store: Path) -> None:
    before = answerable.open_store(store).name
    shutil.rmtree(next(Layout(store).documents.iterdir()))
    built = answerable.build(papers, to=store)
    assert (built.read, built.reused, built.snapshot) == (1, 2, before)


@pytest.mark.parametrize("harm", ["missing", "cut short", "one byte altered", "not known to be sound"])
def test_what_documents_share_is_put_together_anew_without_reading(papers: Path, store: Path, harm: str) -> None:
    corpus = Layout(store).corpus
    content = corpus.read_bytes()
    altered = {"missing": b"", "cut short": content[:5000], "one byte altered": content.replace(b"Lamps", b"Limps", 1)}
    corpus.write_bytes(altered.get(harm, content))
    if harm == "not known to be sound":
        Layout(store).last.write_text("{")
    write_paper(papers, "birch.txt", 1)
    built = answerable.build(papers, to=store)
    assert (built.read, built.reused) == (1, 2)
    answerable.build(papers, to=store.with_name("anew"))
    assert graph(store) == graph(store.with_name("anew"))


def test_only_what_the_last_build_used_is_kept(papers: Path, store: Path) -> None:
    write_paper(papers, "ash.txt", 3)
    answerable.build(papers, to=store)
    assert len([each for each in Layout(store).documents.iterdir() if each.is_dir()]) == 3


def test_a_second_build_at_the_same_time_is_refused_in_one_line(papers: Path, store: Path) -> None:
    with building(store, BuildSettings()), pytest.raises(BusyStoreError, match="another build is writing") as caught:
        answerable.build(papers, to=store)
    assert "\n" not in str(caught.value)
    assert answerable.build(papers, to=store).new is False


def test_what_a_killed_build_left_is_removed_by_the_next(papers: Path, store: Path) -> None:
    (store / f"{UNFINISHED}x" / "new").mkdir(parents=True)
    (store / f"{UNFINISHED}current").write_text("half")
    answerable.build(papers, to=store)
    assert list(store.glob(f"{UNFINISHED}*")) == []


def test_the_manifest_says_by_what_and_with_what_it_was_built(store: Path) -> None:
    manifest = answerable.open_store(store).manifest
    assert manifest["settings"]["base"] == manifest["base"]
    assert manifest["ledger"]["rows"] == sum(manifest["ledger"][each] for each in ("loaded", "ignored", "flagged"))
    assert (manifest["format"], len(manifest["rules"])) == (2, 64)
    assert "time" not in json.dumps(manifest)


class TestSettings:
    @pytest.fixture
    def decided(self, store: Path, tmp_path: Path) -> Path:
        """A decisions file that makes two posts of two plans one."""
        holders = list(answerable.rows(answerable.open_store(store), HOLDERS))
        (one, first), (other, second), *_ = [(row["holder"], row["label"]) for row in holders]
        line = "\t".join(map(str, ("2024-01-09", "kim", "same", one, first, other, second, "by hand")))
        path = tmp_path / "decisions.tsv"
        path.write_text(line + "\n", "utf-8")
        return path

    def test_a_decision_reaches_the_graph_without_reading_and_goes_with_its_line(
        self, papers: Path, store: Path, decided: Path, tmp_path: Path
    ) -> None:
        before = len(list(answerable.rows(answerable.open_store(store), HOLDERS)))
        built = answerable.build(papers, to=store, decisions=decided)
        after = list(answerable.rows(answerable.open_store(store), HOLDERS))
        assert (built.read, len(after)) == (0, before - 1)
        merged = answerable.query(answerable.open_store(store), "ASK { ?old dcterms:isReplacedBy ?new }")
        assert merged == Truth(value=True)
        answerable.build(papers, to=tmp_path / "anew", decisions=decided)
        assert graph(store) == graph(tmp_path / "anew")
        assert answerable.build(papers, to=store).snapshot == built.before

    def test_a_correction_is_applied_when_the_document_is_read_again(self, papers: Path, store: Path) -> None:
        line = "2024-01-09\tkim\tash.txt\t1\t\tstatus\tAgreed\tNot Agreed\tby hand\n"
        (papers.parent / "corrections.tsv").write_text(line, "utf-8")
        built = answerable.build(papers, to=store, corrections=papers.parent / "corrections.tsv")
        assert (built.read, built.summary.recommendations[Status.NOT_AGREED]) == (3, 1)

    def test_a_gazetteer_of_ones_own_is_another_reading(self, papers: Path, store: Path) -> None:
        (papers.parent / "own.tsv").write_text("label\tkind\nLamp Register\tsystem\n", "utf-8")
        assert answerable.build(papers, to=store, gazetteer=[papers.parent / "own.tsv"]).read == 3

    def test_a_licence_stands_in_the_description_of_the_build_and_needs_no_reading(
        self, papers: Path, store: Path
    ) -> None:
        licensed = "ASK { ?dataset a void:Dataset ; dcterms:rights 'Ask the harbour board' }"
        assert answerable.query(answerable.open_store(store), licensed) == Truth(value=False)
        with building(store, BuildSettings(licence="Ask the harbour board")) as build:
            for path in papers.iterdir():
                assert build.reuse(path.name, sha256(path.read_bytes()).hexdigest())
            assert build.finish().read == 0
        assert answerable.query(answerable.open_store(store), licensed) == Truth(value=True)
