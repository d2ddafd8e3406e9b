"""Batches of documents sent to a cluster, and what comes of them whatever becomes of its machines."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.extract.cluster.task import OTHER_RULES, Task, read_batch
from answerable.extract.errors import AnswerableError, ClusterError, UnreadableDocumentError
from answerable.extract.source import SourceFile
from answerable.extract.workers.worker import taken

if TYPE_CHECKING:
    from distributed import Client, Future

    from answerable.extract.records import PlanRecord

__all__ = ["Asking", "Batch"]

_LOOK: Final = 2.0
"""Seconds between two looks at whether anybody is left to answer."""
_PATIENCE: Final = 30.0
"""Seconds for which a cluster may be without any worker: one that is restarted is back by then."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents on their way; those that could not be opened stand in their places, and did not travel."""

    loaded: Sequence[SourceFile | AnswerableError]
    future: Future[list[bytes]]


@dataclass(slots=True)
class Asking:
    """Asks one cluster to read in one way."""

    client: Client
    task: Task
    address: str
    given: int = 0

    def threads(self) -> int:
        """How many documents the cluster reads at a time; at least one, as workers may be on their way."""
        return max(1, self._threads())

    def _threads(self) -> int:
        try:
            return sum(self.client.nthreads().values())
        except OSError as error:
            raise self._lost(error) from error

    def send(self, loaded: Sequence[SourceFile | AnswerableError]) -> Batch:
        """Send documents off; whatever fails is told when they are waited for."""
        documents = [(each.name, each.content) for each in loaded if isinstance(each, SourceFile)]
        return Batch(loaded, self.client.submit(read_batch, documents, self.task, pure=False))

    def wait(self, batch: Batch) -> Iterator[PlanRecord | AnswerableError]:
        """Give what came of each document of a batch, in order; raises ClusterError where nobody can tell."""
        answers = iter(self._answers(batch))
        for each in batch.loaded:
            yield _result(next(answers)) if isinstance(each, SourceFile) else each
            self.given += 1

    def _answers(self, batch: Batch) -> Iterable[bytes | AnswerableError]:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        try:
            answers = self._patiently(batch.future)
        except KilledWorker:
            return self._one_by_one([each for each in batch.loaded if isinstance(each, SourceFile)])
        if OTHER_RULES in answers:
            raise ClusterError(f"{self.address}: its workers read by other rules; install the same release there")
        return answers

    def _one_by_one(self, sources: Sequence[SourceFile]) -> Iterator[bytes | AnswerableError]:
        """Read again, each by itself, what was in a batch that ended several workers; find the one to blame so."""
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        for source in sources:
            try:
                yield from self._patiently(self.send([source]).future)
            except KilledWorker:
                yield UnreadableDocumentError(
                    f"{source.name}: reading it ended every worker of the cluster that tried; save it anew, or keep "
                    "the pages with its table alone"
                )

    def _patiently(self, future: Future[list[bytes]]) -> Sequence[bytes]:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        seen = time.monotonic()
        while True:
            try:
                answers: Sequence[bytes] = future.result(timeout=_LOOK)
            except TimeoutError:
                seen = self._last_seen(seen)
            except KilledWorker:
                raise
            except (Exception, CancelledError) as error:  # whatever a worker raised, or Dask for a cluster that is gone
                raise self._lost(error) from error
            else:
                return answers

    def _last_seen(self, before: float) -> float:
        """Give when there was a worker last; raise ClusterError where that is too long ago."""
        now = time.monotonic()
        if self._threads():
            return now
        if now - before > _PATIENCE:
            raise ClusterError(f"{self.address}: no worker is left there; start some with: dask worker. {self._kept()}")
        return before

    def _lost(self, error: BaseException) -> ClusterError:
        if isinstance(error, ImportError):
            return ClusterError(
                f"{self.address}: its workers lack the program ({error}); install the same release there"
            )
        if isinstance(error, CancelledError) or self.client.status != "running":
            return ClusterError(
                f"{self.address}: the connection was lost; see whether the scheduler runs. {self._kept()}"
            )
        return ClusterError(
            f"{self.address}: its workers cannot read ({type(error).__name__}: {error}). {self._kept()}"
        )

    def _kept(self) -> str:
        return f"{self.given} documents were read; a build keeps them, and the same command goes on from there"


def _result(answer: bytes | AnswerableError) -> PlanRecord | AnswerableError:
    try:
        return answer if isinstance(answer, AnswerableError) else taken(answer)
    except AnswerableError as error:
        return error
