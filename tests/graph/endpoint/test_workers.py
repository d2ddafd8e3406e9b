"""A pool of real processes over a real snapshot: what ends a query, and what the next one notices of it."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import answerable
from answerable.graph import write_snapshot
from answerable.graph.endpoint.asked import Asked, RequestRefusedError
from answerable.graph.endpoint.limits import Limits
from answerable.graph.endpoint.workers import Pool
from answerable.graph.layout import GRAPH_FILE, Layout
from answerable.graph.snapshots.pointer import current_name
from answerable.graph.values import Rows, Triples
from tests.graph.profiles.named import FILE, PLAN

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

LIMITS = Limits(timeout=1.0, patience=5.0, queue=1, result=3_000_000, memory=250_000_000)
ASK = "ASK { ?plan a ap:ActionPlan }"
PLANS = "SELECT ?plan { ?plan a ap:ActionPlan } ORDER BY ?plan"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
HUNGRY = "SELECT (GROUP_CONCAT(CONCAT(STR(?s), STR(?c), STR(?o))) AS ?all) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }"


@pytest.fixture
def folder(records: tuple[PlanRecord, ...], tmp_path: Path) -> Path:
    write_snapshot(records, tmp_path / "sea")
    return tmp_path / "sea"


def worked(pool: Pool, work: Callable[[Pool], Awaitable[None]]) -> None:
    """Do something with a pool while it runs."""

    async def whole() -> None:
        await pool.start()
        try:
            await work(pool)
        finally:
            await pool.stop()

    asyncio.run(whole())


def processes(pool: Pool) -> list[int]:
    crew = pool._crew
    assert crew
    return [worker.process_id for worker in (*crew._out, *crew._idle)]


def ended(process: int) -> bool:
    """Whether a process computes no more."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110 - what is waited for is a process that knows no event
            await asyncio.sleep(0.02)


def test_a_query_that_takes_too_long_is_ended_with_its_process(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        before = processes(pool)
        with pytest.raises(RequestRefusedError, match="took longer than 1 s") as caught:
            await pool.answer(Asked(ENDLESS))
        assert caught.value.status == 503
        started = time.monotonic()
        assert (await pool.answer(Asked(ASK))).first == b'{"head":{},"boolean":true}'
        assert time.monotonic() - started < 5
        await until(lambda: any(map(ended, before)))
        await until(lambda: pool.state()["workers"] == 2)

    worked(Pool(folder, workers=1, limits=LIMITS), work)


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        (HUNGRY, 500, "more memory"),
        ("SELECT (" + "+".join(["1"] * 30_000) + " AS ?x) {}", 500, "simpler form"),
        ("ASK " + "{" * 400 + "}" * 400, 400, "more than 64 deep"),
        ("ASK { FILTER(" + "!" * 400 + "true) }", 400, "more than 64 deep"),
        ("SELECT nothing", 400, "cannot be answered"),
        ("DELETE WHERE { ?s ?p ?o }", 400, "starts with SELECT"),
        ("LOAD <http://a.example/>", 400, "starts with SELECT"),
        ("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", 400, "SERVICE asks another machine"),
        ("SELECT * FROM <http://a.example/> { ?s ?p ?o }", 400, "no graph of this snapshot"),
    ],
)
def test_one_bad_query_never_harms_the_next(folder: Path, query: str, status: int, reason: str) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(RequestRefusedError, match=reason) as caught:
            await pool.answer(Asked(query))
        assert caught.value.status == status
        assert "\n" not in caught.value.message
        assert (await pool.answer(Asked(ASK))).first == b'{"head":{},"boolean":true}'

    limits = Limits(timeout=10.0, memory=200_000_000, query=200_000)
    worked(Pool(folder, workers=1, limits=limits), work)


def test_an_answer_that_is_too_long_ends_in_an_error_and_never_as_if_it_were_whole(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        reply = await pool.answer(Asked(LONG))
        assert reply.rest
        with pytest.raises(RequestRefusedError, match="more than 3,000,000 bytes"):
            assert [piece async for piece in reply.rest.read()]
        reply.rest.close()
        assert (await pool.answer(Asked(ASK))).rest is None

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def test_a_client_that_reads_nothing_holds_no_worker(folder: Path) -> None:
    query = "SELECT ?a ?b { ?a ?p ?o . ?b ?q ?r } LIMIT 8000"

    async def work(pool: Pool) -> None:
        replies = [await pool.answer(Asked(query)) for _ in range(5)]
        rests = [reply.rest for reply in replies if reply.rest]
        assert len(rests) == 5
        whole = [b"".join([replies[0].first, *[piece async for piece in rest.read()]]) for rest in rests]
        assert whole[0].endswith(b"}]}}")
        assert len(set(whole)) == 1
        for rest in rests:
            rest.close()

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def test_a_query_nobody_waits_for_is_ended(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        before = processes(pool)
        asking = asyncio.create_task(pool.answer(Asked(ENDLESS)))
        await asyncio.sleep(0.1)
        asking.cancel()
        await until(lambda: any(map(ended, before)))
        assert pool.happened["abandoned"] == 1
        assert (await pool.answer(Asked(ASK))).first

    worked(Pool(folder, workers=1, limits=Limits(timeout=60.0)), work)


def test_a_short_query_that_nobody_waits_for_costs_no_worker(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        before = sorted(processes(pool))
        for number in range(20):
            asking = asyncio.create_task(pool.answer(Asked(f"{PLANS} #{number}")))
            await asyncio.sleep(0)
            asking.cancel()
        await until(lambda: pool.figures()["workers_busy"] == 0)
        assert sorted(processes(pool)) == before

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def test_whoever_is_too_many_is_told_so_at_once(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        first, second = (asyncio.create_task(pool.answer(Asked(ENDLESS))) for _ in range(2))
        await until(lambda: pool.waiting == 1 and pool.figures()["workers_busy"] == 1)
        with pytest.raises(RequestRefusedError, match="too many queries at a time") as caught:
            await pool.answer(Asked(ASK))
        assert (caught.value.status, caught.value.headers["Retry-After"]) == (503, "2")
        await asyncio.gather(first, second, return_exceptions=True)
        assert (await pool.answer(Asked(ASK))).first

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def test_a_worker_that_is_killed_is_replaced(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        for process in processes(pool):
            os.kill(process, 9)
        await asyncio.sleep(0.2)  # for the server to notice, whose pipes end
        assert (await pool.answer(Asked(ASK, "text/csv"))).first
        await until(lambda: pool.state()["workers"] == 2)

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def test_everything_else_reads_the_pool_as_any_graph(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        graph = pool.graph()
        rows = await asyncio.to_thread(graph.select, PLANS)
        assert isinstance(rows, Rows)
        assert len(rows) == 2
        triples = await asyncio.to_thread(graph.query, "DESCRIBE ap:agreed")
        assert isinstance(triples, Triples)
        assert f"{graph.base}graph/inferred" in graph.graphs

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def test_a_new_snapshot_answers_without_a_request_being_dropped(folder: Path, records: tuple[PlanRecord, ...]) -> None:
    async def work(pool: Pool) -> None:
        old, counts = pool.graph().name, set()
        await asyncio.to_thread(write_snapshot, records[:1], folder)
        async with asyncio.timeout(20):
            while pool.state()["snapshot"] == old:
                counts.add((await pool.answer(Asked(PLANS, "text/csv"))).first.count(b"/plan/"))
                await asyncio.sleep(0.01)
        counts.add((await pool.answer(Asked(PLANS, "text/csv"))).first.count(b"/plan/"))
        assert counts == {1, 2}
        assert pool.happened["swapped"] == 1

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def test_a_snapshot_that_cannot_be_opened_leaves_the_last_good_one(
    folder: Path, records: tuple[PlanRecord, ...]
) -> None:
    async def work(pool: Pool) -> None:
        good = pool.graph().name
        await asyncio.to_thread(spoil, folder, records)
        await until(lambda: pool.state()["trouble"] is not None)
        assert f"{good} goes on answering" in str(pool.state()["trouble"])
        assert (await pool.answer(Asked(PLANS, "text/csv"))).first.count(b"/plan/") == 2

    worked(Pool(folder, workers=1, limits=LIMITS), work)


def spoil(folder: Path, records: tuple[PlanRecord, ...]) -> None:
    """Make a snapshot current whose graph is not the one that was written."""
    layout = Layout(folder)
    good = current_name(layout)
    write_snapshot(records[:1], folder)
    bad = current_name(layout)
    assert good
    assert bad
    (layout.snapshot(bad) / GRAPH_FILE).write_bytes(b"")


def test_a_pool_under_a_profile_shows_what_that_shows(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(PLAN, "utf-8")
    answerable.build(tmp_path / FILE, to=tmp_path / "store")
    people = Asked("SELECT ?name { ?person a foaf:Person ; skos:prefLabel ?name }", "text/csv")
    named = Asked("SELECT ?name { GRAPH ?g { ?person a foaf:Person ; skos:prefLabel ?name } }", "text/csv")

    async def inside(pool: Pool) -> None:
        assert (await pool.answer(people)).first.count(b"\n") > 1

    async def outside(pool: Pool) -> None:
        assert (await pool.answer(people)).first == b"name\r\n"
        assert (await pool.answer(named)).first == b"name\r\n"
        assert pool.graph().name.endswith("-publishable")
        await asyncio.sleep(0.8)  # long enough for a look at which snapshot is current
        assert pool.happened["swapped"] == 0

    worked(Pool(tmp_path / "store", workers=1), inside)
    worked(Pool(tmp_path / "store", workers=1, profile="publishable"), outside)
