"""What runs on a worker of the cluster: it reads a batch of documents, each at arm's length.

Only plain values come in and go out: names, bytes and options in, a line for each document out. A document that ends
the process that reads it ends a child of the cluster's worker, never the worker, which holds other people's work too.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.rules import reading_rules
from answerable.extract.source import SourceFile
from answerable.extract.workers.worker import Worker
from answerable.ontology.gazetteer import OwnNames, own_names

__all__ = ["OTHER_RULES", "Task", "read_batch", "stop_reading"]

OTHER_RULES: Final = b"other rules"
"""The whole answer of a worker that would read by other rules than whoever asks."""


class Task(NamedTuple):
    """How to read: the rules of whoever asks, the options of `read_source`, and files of own names as they are."""

    rules: str
    options: dict[str, Any]
    own: tuple[tuple[str, bytes], ...] = ()


def read_batch(documents: list[tuple[str, bytes]], task: Task) -> list[bytes]:
    """Give a line for each document, by name and content: its record or what is wrong with it, as `workers` has them.

    The whole answer is `[OTHER_RULES]` where this machine has another release, whose records would differ.
    """
    if task.rules != reading_rules():
        return [OTHER_RULES]
    options = task.options | ({"own": _own(task.own)} if task.own else {})
    worker = _worker()
    try:
        return [worker.answer(SourceFile(name, content), options) for name, content in documents]
    except UnreadableDocumentError:  # raised only where reading was stopped: nobody waits for an answer
        return []


_mine = threading.local()
_children: Final[list[Worker]] = []
"""Those of all threads."""


def _worker() -> Worker:
    """Give this thread's child, which stays for the next batch: loading the libraries takes longer than reading."""
    if not hasattr(_mine, "worker"):
        _mine.worker = Worker()
        _children.append(_mine.worker)
    worker: Worker = _mine.worker
    return worker


@atexit.register
def stop_reading() -> None:
    """End the children of this process for good, whatever they are reading.

    A process of a cluster that is asked to end waits some seconds for what it reads; then it is killed, and its child
    reads on.
    """
    for worker in _children:
        worker.close()


@lru_cache(maxsize=1)
def _own(files: tuple[tuple[str, bytes], ...]) -> OwnNames:
    """Lay down files of own names where the children of this process find them."""
    folder = Path(tempfile.mkdtemp(prefix="answerable-names-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    paths = []
    for number, (name, content) in enumerate(files):
        paths.append(folder / str(number) / name)
        paths[-1].parent.mkdir()
        paths[-1].write_bytes(content)
    return own_names(paths)
