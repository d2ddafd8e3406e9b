"""What runs in a worker process: it reads one document after another until its input ends."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path
from typing import IO, Final

from answerable.extract.alarm import end_after
from answerable.extract.errors import AnswerableError
from answerable.extract.workers.answers import ENDING, RECORD, REFUSED, refusal
from answerable.extract.workers.requests import Request, read_request

__all__ = ["main"]

_OVERTIME: Final = 2.0
"""Seconds after which it gives a document up by itself: whoever should have ended it by then was killed."""
_UNSOUND: Final = (MemoryError, RecursionError)
"""After these the process is not to be trusted with another document."""


def main() -> None:
    """Answer each document with one line of JSON: its record, or the error that it met."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the program stops us by closing our input
    _limit_memory(int(sys.argv[2]))
    seconds = float(sys.argv[3])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    while _answer(sys.stdin.buffer, answers, seconds):
        pass


def _limit_memory(most: int) -> None:
    """Hold this process to so many bytes of address space, where the system knows such a limit."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _answer(documents: IO[bytes], answers: IO[bytes], seconds: float) -> bool:
    """Read one document; say whether another one may follow."""
    request = read_request(documents)
    if request is None:
        return False
    end_after(seconds + _OVERTIME)
    kind, answer = _read(request)
    end_after(0)
    answers.write(kind + answer.encode() + b"\n")
    answers.flush()
    return kind != ENDING


def _read(request: Request) -> tuple[bytes, str]:
    source = request.source
    try:
        from answerable.extract import read_source  # noqa: PLC0415 - within the guard: loading takes memory too

        return RECORD, read_source(source, **request.options()).to_json()
    except AnswerableError as error:
        return REFUSED, refusal(type(error).__name__, str(error))
    except _UNSOUND as error:
        what = "takes more memory than any plan" if isinstance(error, MemoryError) else "is nested deeper than any plan"
        return ENDING, refusal("", f"{source.name}: {what}; save it anew, or keep the pages with its table alone")
    except Exception as error:  # noqa: BLE001 - a reader's defect concerns one file, and the others go on
        return REFUSED, refusal(
            "", f"{source.name}: {_where(error)}; save it anew, and report it if that does not help"
        )


def _where(error: BaseException) -> str:
    """A defect in a few words: what it was, and where."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"its reader failed ({type(error).__name__}: {str(error)[:80]}, {Path(last.filename).name} line {last.lineno})"
    )
