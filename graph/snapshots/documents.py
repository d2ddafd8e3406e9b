"""The documents of a build, each plan once: what else says the same is left out, and the manifest says why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.graph.linking.plans import Copy, copies_among
from answerable.graph.mapping.versions import plan_key
from answerable.ontology.iris import slug

if TYPE_CHECKING:
    from answerable.graph.outline import Outline
    from answerable.graph.snapshots.kept import KeptDocuments

__all__ = ["Document", "LeftOut", "chosen_documents"]


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a build: the key that its record is kept under, and the outline of it."""

    key: str
    outline: Outline

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.outline.head.source.name

    @property
    def sha256(self) -> str:
        """The hash of the file's content."""
        return self.outline.head.source.sha256


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
    documents: Iterable[Document], kept: KeptDocuments
) -> tuple[Sequence[Document], Sequence[LeftOut]]:
    """Part documents into those of the build and those left out, whatever order they come in.

    Of files with the same content the first by name counts, of files of the same version of a plan the one that reads
    best. Only records of plans that have several files are loaded for that.
    """
    ordered = sorted(documents, key=lambda document: (document.sha256, document.name))
    first: dict[str, Document] = {}
    for document in ordered:
        first.setdefault(document.sha256, document)
    same = [each for each in ordered if first[each.sha256] is not each]
    copies = {copy.sha256: copy for copy in copies_among(map(kept.record, _with_several_files(first.values())))}
    left_out = [LeftOut(each.name, "the same content as another source") for each in same]
    left_out += [LeftOut(copy.name, copy.reason, copy) for copy in copies.values()]
    return [each for each in first.values() if each.sha256 not in copies], left_out


def _with_several_files(documents: Iterable[Document]) -> Iterable[str]:
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for document in documents:
        groups[tuple(map(slug, plan_key(document.outline.head)))].append(document.key)
    return (key for keys in groups.values() if len(keys) > 1 for key in keys)
