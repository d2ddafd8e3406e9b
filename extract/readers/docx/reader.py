"""A DOCX file to the neutral document: its parts found by their relations, its stories in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from answerable.extract.document import Block, Document, Paragraph, Place
from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.readers.archive import Archive, is_archive
from answerable.extract.readers.docx.body import Story
from answerable.extract.readers.docx.numbering import Numbering
from answerable.extract.readers.docx.styles import Styles
from answerable.extract.readers.docx.tags import child, local
from answerable.extract.readers.trees import Element, parse_part
from answerable.extract.source import SourceFile

__all__ = ["DocxReader"]

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BODY: Final = "word/document.xml"
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class DocxReader:
    """Reads Word documents, macros and templates among them; nothing in them is run."""

    def accepts(self, source: SourceFile) -> bool:
        """Whether the file is an archive with the body of a Word document in it."""
        return is_archive(source) and b"word/document" in source.content

    def read(self, source: SourceFile) -> Document:
        """Give the document.

        Raises:
            UnreadableDocumentError: the archive or its XML is damaged, or larger than any plan.
        """
        package = _Package(Archive(source), source.name)
        return Document(source.name, source.sha256, MEDIA_TYPE, tuple(_blocks(package)))


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a Word document."""

    archive: Archive
    name: str

    def root(self, part: str) -> Element:
        return parse_part(self.archive, self.name, part)

    def body_part(self) -> str:
        """The main part: by custom it has one name, and the relations of the package tell where it has not."""
        if _BODY in self.archive:
            return _BODY
        return next(iter(self._related("_rels/.rels", "/officeDocument")), _BODY)

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part relates to, in the order of their names."""
        folder, _, name = part.rpartition("/")
        found = self._related(f"{folder}/_rels/{name}.rels", f"/{kind}")
        return sorted(target if "/" in target else f"{folder}/{target}" for target in found)

    def _related(self, part: str, kind: str) -> list[str]:
        if part not in self.archive:
            return []
        relations = [each for each in self.root(part) if local(each) == "Relationship"]
        return [
            str(each.get("Target", "")).lstrip("/")
            for each in relations
            if str(each.get("Type", "")).endswith(kind) and each.get("TargetMode") != "External"
        ]

    def first(self, part: str, kind: str) -> Element | None:
        """The root of the first part of a kind that there is."""
        return next((self.root(each) for each in self.related(part, kind) if each in self.archive), None)


def _blocks(package: _Package) -> Iterator[Block]:
    """What stands in the headers and footers of the pages, once each; the body; the notes below it."""
    part = package.body_part()
    body = child(package.root(part), "body")
    if body is None:
        raise UnreadableDocumentError(f"{package.name}: {part} in it has no body; save the document anew")
    styles, numbering = Styles.of(package.first(part, "styles")), Numbering.of(package.first(part, "numbering"))
    yield from _banners(package, part, styles)
    story = Story(package.name, styles, numbering)
    yield from story.blocks(body)
    for kind in ("footnotes", "endnotes"):
        notes = package.first(part, kind)
        for note in notes if notes is not None else ():
            if not any(local(each) in _SEPARATORS for each in note.iter()):
                yield from story.blocks(note)


def _banners(package: _Package, part: str, styles: Styles) -> Iterator[Paragraph]:
    """The lines at the head and foot of pages, which often hold the title; those of tables there too."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for banner in package.related(part, kind):
            if banner not in package.archive:
                continue
            for paragraph in Story(package.name, styles, Numbering()).flat(package.root(banner), Place()):
                if paragraph.lines and paragraph.text not in seen:
                    seen.add(paragraph.text)
                    yield paragraph
