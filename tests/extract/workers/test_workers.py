"""No file stops the others: what takes too long, fills the memory or breaks its reader ends in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from answerable.extract.errors import AnswerableError, NotAPlanError, UnreadableDocumentError
from answerable.extract.records import PlanRecord
from answerable.extract.source import SourceFile
from answerable.extract.workers import read_guarded
from answerable.extract.workers.worker import Worker
from tests.extract.workers.odd_reader import SIGN
from tests.twins.as_docx import as_docx
from tests.twins.as_text import as_text
from tests.twins.plans import NAMED, PLANS

WORD = SourceFile("plan.docx", as_docx(NAMED))
LIMITS = {"seconds": 30.0, "names": False}


def odd(deed: str) -> SourceFile:
    return SourceFile(f"{deed}.odd", SIGN + deed.encode())


def told(result: PlanRecord | AnswerableError) -> str:
    """Give the number of recommendations that were read, or what was wrong, up to where it says what to do."""
    return str(len(result.recommendations)) if isinstance(result, PlanRecord) else str(result).partition(";")[0]


@pytest.mark.usefixtures("odd_package")
def test_bad_files_end_in_one_line_each_and_the_others_are_read() -> None:
    files = [WORD, odd("end"), WORD, odd("fill"), odd("fail"), odd("words"), WORD, Path("gone.docx")]
    results = list(read_guarded(files, **LIMITS))
    assert [told(result) for result in results] == [
        "3",
        "end.odd: reading it broke off, for want of memory or by a defect of it",
        "3",
        "fill.odd: takes more memory than any plan",
        "fail.odd: its reader failed (KeyError: 'fail', odd_reader.py line 28)",
        "words.odd: no table found",
        "3",
        "gone.docx: cannot be opened (No such file or directory)",
    ]
    assert not any("\n" in str(result) for result in results if isinstance(result, AnswerableError))
    assert [type(result) for result in results[4:6]] == [UnreadableDocumentError, NotAPlanError]


@pytest.mark.usefixtures("odd_package")
def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read() -> None:
    worker = Worker(seconds=60)
    try:
        assert len(worker.read(WORD, {"names": False}).recommendations) == 3
        worker.seconds, started = 0.5, time.perf_counter()
        with pytest.raises(UnreadableDocumentError, match=r"not read within 0\.5 seconds"):
            worker.read(odd("sleep"), {"names": False})
        assert time.perf_counter() - started < 10
        worker.seconds = 60
        assert len(worker.read(WORD, {"names": False}).recommendations) == 3
    finally:
        worker.close()
    with pytest.raises(UnreadableDocumentError, match="stopped"):
        worker.read(WORD, {})


def test_a_worker_that_ended_between_documents_is_replaced() -> None:
    worker = Worker()
    try:
        worker.read(WORD, {"names": False})
        assert worker.process
        worker.process.kill()
        assert len(worker.read(WORD, {"names": False}).recommendations) == 3
    finally:
        worker.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_records_come_in_the_order_of_the_files_and_are_the_same_in_every_process(jobs: int) -> None:
    files = [SourceFile(f"{plan.name}.txt", as_text(plan)) for plan in PLANS] * 2
    alone = [next(read_guarded([file], **LIMITS)) for file in files]
    assert list(read_guarded(files, jobs=jobs, **LIMITS)) == alone


def test_whoever_stops_asking_leaves_no_process_behind() -> None:
    results = read_guarded([WORD] * 6, jobs=2, **LIMITS)
    next(results)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    results.close()
    if children.exists():
        names = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children.read_text().split()]
        assert not any(b"answerable.extract.workers.child" in name for name in names)


INTERRUPTED = """
import signal, sys
from contextlib import closing
signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever runs the tests in the background may ignore it
from answerable.extract.source import SourceFile
from answerable.extract.workers import read_guarded
content = sys.stdin.buffer.read()
with closing(read_guarded([SourceFile("plan.docx", content)] * 100000, names=False)) as results:
    next(results)
    print("begun", flush=True)
    for _ in results: pass
"""


ABANDONED = """
import threading
from answerable.extract.source import SourceFile
from answerable.extract.workers.worker import Worker
worker = Worker(seconds=2.0)
asked = SourceFile("sleep.odd", b"\\x00ODD sleep"), {"names": False}
threading.Thread(target=worker.answer, args=asked, daemon=True).start()
while worker.process is None: pass
print(worker.process.pid, flush=True)
threading.Event().wait()
"""


def _runs(process_id: int) -> bool:
    try:
        return bool(
            Path(f"/proc/{process_id}/cmdline").read_bytes()
        )  # empty once it ended and waits to be taken note of
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux whether a process runs")
@pytest.mark.usefixtures("odd_package")
def test_a_process_whose_parent_was_killed_ends_by_itself(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    with subprocess.Popen([sys.executable, "-c", ABANDONED], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        time.sleep(1)
        parent.kill()
    assert _runs(child)
    until = time.monotonic() + 20
    while _runs(child) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _runs(child)


@pytest.mark.skipif(os.name == "nt", reason="a signal to a group of processes is sent otherwise there")
def test_an_interrupt_ends_at_once_and_quietly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(WORD.content)
    process.stdin.close()
    assert process.stdout.readline() == b"begun\n"
    os.killpg(process.pid, signal.SIGINT)
    try:
        assert process.wait(60) != 0
    finally:
        process.kill()
    assert process.stderr
    assert process.stderr.read().decode().rstrip().endswith("KeyboardInterrupt")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
