"""The documents of a build, each plan once: what else says the same is left out, and the manifest says why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.graph.linking.plans import Copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from answerable.graph.snapshots.corpus import Filed

    CopiesAmong = Callable[[Sequence[str]], Iterable[Copy]]

__all__ = ["LeftOut", "chosen_documents"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that another one stands for."""

    name: str
    reason: str
    copy: Copy | None = None
    """Where it is another file of the same version of a plan: which."""

    def as_told(self) -> dict[str, str]:
        """Give it as plain values for JSON."""
        return {"name": self.name, "reason": self.reason}


def chosen_documents(
    documents: Sequence[Filed], copies_among: CopiesAmong
) -> tuple[Sequence[Filed], Sequence[LeftOut]]:
    """Part documents, ordered by content and name, into those of the build and those left out.

    Of files with the same content the first by name counts, of files of the same version of a plan the one that reads
    best: `copies_among` says which of some documents, by their keys, are copies of others.
    """
    first: dict[str, Filed] = {}
    for document in documents:
        first.setdefault(document.sha256, document)
    same = [each for each in documents if first[each.sha256] is not each]
    found = (copy for keys in _families(first.values()) for copy in copies_among(keys))
    copies = {copy.sha256: copy for copy in sorted(found, key=lambda copy: copy.sha256)}
    left_out = [LeftOut(each.name, "the same content as another source") for each in same]
    left_out += [LeftOut(copy.name, copy.reason, copy) for copy in copies.values()]
    return [each for each in first.values() if each.sha256 not in copies], left_out


def _families(documents: Iterable[Filed]) -> Iterator[Sequence[str]]:
    """Give the keys of documents that may be copies of one plan, of each family with several."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        groups[document.family].append(document.key)
    return (keys for keys in groups.values() if len(keys) > 1)
