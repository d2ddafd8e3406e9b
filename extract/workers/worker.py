"""One worker: a process that reads a document at a time, within limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, Final

from answerable.extract import errors, limits
from answerable.extract.workers.answers import RECORD, REFUSED, refusal
from answerable.extract.workers.requests import write_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.extract.records import PlanRecord
    from answerable.extract.source import SourceFile

__all__ = ["Worker", "taken"]

_START: Final = """import json, sys
sys.path[:] = json.loads(sys.argv[1])
from answerable.extract.workers.child import main
main()"""
"""Looks for modules where this process does, and never in the folder that happens to be the current one."""
_ENOUGH: Final = 5.0
"""Seconds within which a process that was told to stop has stopped."""


@dataclass(slots=True)
class Worker:
    """Starts its process when it is first asked, and another one when that has been stopped.

    The process is a fresh interpreter: it shares nothing with this one, does not run the user's program again as
    multiprocessing would, and works alike on every system. Either side writes JSON and plain bytes, which can do no
    harm whatever a document made of the other side.
    """

    seconds: float = limits.SECONDS
    memory: int = limits.MEMORY
    process: subprocess.Popen[bytes] | None = None
    late: bool = False
    served: bool = False
    closed: bool = False
    guard: threading.Lock = field(default_factory=threading.Lock)

    def read(self, source: SourceFile, options: Mapping[str, Any]) -> PlanRecord:
        """Read a document as `read_source` does with these options.

        Raises:
            UnreadableDocumentError, NotAPlanError: as reading does; the former also where the limits were reached.
        """
        return taken(self.answer(source, options))

    def answer(self, source: SourceFile, options: Mapping[str, Any]) -> bytes:
        """Give the same as a line that can travel, for `taken` to take: a record, or what is wrong."""
        served = self.served
        answer = self._asked_once(source, options)
        if not answer and served and not self.late:  # it may have broken off before this document came
            answer = self._asked_once(source, options)
        return answer or REFUSED + refusal("UnreadableDocumentError", self._lost(source)).encode()

    def _asked_once(self, source: SourceFile, options: Mapping[str, Any]) -> bytes:
        """Give the answer to a document; nothing where the process ended before it gave one."""
        process = self._running()
        timer = threading.Timer(self.seconds, self._stop_late)
        timer.daemon = True  # an interrupt before it is cancelled must not keep the program waiting
        try:
            timer.start()
            answer = _asked(process, source, options)
        finally:
            timer.cancel()
        self.served = answer[:1] in {RECORD, REFUSED}
        if not self.served:
            self.stop()
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing; the next document gets another one."""
        with self.guard:
            process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
        process.wait(_ENOUGH)

    def close(self) -> None:
        """End the process for good."""
        self.closed = True
        self.stop()

    def _stop_late(self) -> None:
        self.late = True
        if process := self.process:
            process.kill()  # whoever waits for its answer meets the end of the pipe

    def _running(self) -> subprocess.Popen[bytes]:
        self.late = False
        with self.guard:
            if self.closed:
                raise errors.UnreadableDocumentError("reading was stopped")
            if self.process is None or self.process.poll() is not None:
                self.process = _started(self.memory, self.seconds)
            return self.process

    def _lost(self, source: SourceFile) -> str:
        late = f"not read within {self.seconds:g} seconds"
        broken = "reading it broke off, for want of memory or by a defect of it"
        return f"{source.name}: {late if self.late else broken}; save it anew, or keep the pages with its table alone"


def _started(memory: int, seconds: float) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - this interpreter, and words of our own
        [sys.executable, "-P", "-c", _START, json.dumps(sys.path), str(memory), str(seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _asked(process: subprocess.Popen[bytes], source: SourceFile, options: Mapping[str, Any]) -> bytes:
    """Send a document and wait for the answer; nothing where the process ends before it gives a whole one."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        write_request(process.stdin, source, options)
        answer = process.stdout.readline()
    except (OSError, ValueError):  # the pipe broke, or was closed by whoever stopped the worker
        return b""
    return answer if answer.endswith(b"\n") else b""


def taken(answer: bytes) -> PlanRecord:
    """Give the record in an answer, or raise the error in it: UnreadableDocumentError or NotAPlanError."""
    from answerable.extract.records import PlanRecord  # noqa: PLC0415 - the record's library loads with the first plan

    if answer[:1] == RECORD:
        return PlanRecord.model_validate_json(answer[1:])
    told = json.loads(answer[1:])
    kind = getattr(errors, str(told["kind"]), None)
    if not (isinstance(kind, type) and issubclass(kind, errors.AnswerableError)):
        kind = errors.UnreadableDocumentError
    raise kind(str(told["error"]))


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe:
            pipe.close()
    except OSError:  # what was still to be written has nobody left to read it
        return
