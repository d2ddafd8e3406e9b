"""Files to records on a cluster, in order, with so many on their way that no worker waits and memory is flat."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from answerable.extract.cluster.asking import Asking, Batch
from answerable.extract.cluster.connecting import connected
from answerable.extract.cluster.task import Task
from answerable.extract.errors import AnswerableError
from answerable.extract.rules import reading_rules
from answerable.extract.source import Given, SourceFile
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

__all__ = ["read_on_cluster"]

_DOCUMENTS: Final = 8
"""In one batch: enough that the way there and back costs little, few enough that no worker is left idle at the end."""
_AHEAD: Final = 3
"""Batches for each thread of the cluster that are on their way before the first is waited for."""


def read_on_cluster(
    files: Iterable[Given],
    address: str,
    *,
    own: OwnNames = NO_OWN_NAMES,
    **options: Any,  # noqa: ANN401 - those of `read_source`, which checks them
) -> Generator[PlanRecord | AnswerableError]:
    """Read files on a cluster, and give for each its record or what is wrong with it, in their order.

    Args:
        files: paths on this machine, or contents that stand in no file; the cluster need not see them.
        address: of a Dask scheduler, or `local:N` for processes of this machine.
        own: names of your own, whose files travel to the workers.
        options: those of `read_source`, as JSON could hold them.

    Raises:
        ClusterError: the cluster is not to be reached, was lost, has lost its last worker, or reads by other rules.
            What was given before stays given.
    """
    with connected(address) as client:
        asking = Asking(client, Task(reading_rules(), options, tuple(own.contents())), address)
        waiting: deque[Batch] = deque()
        for loaded in _batches(map(_loaded, files)):
            waiting.append(asking.send(loaded))
            if len(waiting) >= _AHEAD * asking.threads():
                yield from asking.wait(waiting.popleft())
        while waiting:
            yield from asking.wait(waiting.popleft())


def _batches(documents: Iterator[SourceFile | AnswerableError]) -> Iterator[Sequence[SourceFile | AnswerableError]]:
    while batch := tuple(islice(documents, _DOCUMENTS)):
        yield batch


def _loaded(file: Given) -> SourceFile | AnswerableError:
    try:
        return file if isinstance(file, SourceFile) else SourceFile.load(file)
    except AnswerableError as error:
        return error
