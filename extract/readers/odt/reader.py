"""An ODT file to the neutral document: its body, the heads and feet of its pages, the notes below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from answerable.extract.document import Block, Document, Paragraph, Place
from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.readers.archive import Archive, is_archive
from answerable.extract.readers.odt.body import Story
from answerable.extract.readers.odt.lists import Lists
from answerable.extract.readers.odt.tables import column_widths
from answerable.extract.readers.odt.tags import get, q
from answerable.extract.readers.trees import Element, parse_part
from answerable.extract.source import SourceFile

__all__ = ["OdtReader"]

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"
_HEAD: Final = 200
_MANIFEST: Final = "META-INF/manifest.xml"
_BANNERS: Final = ("header-first", "header", "header-left", "footer-first", "footer", "footer-left")


class OdtReader:
    """Reads OpenDocument texts and their templates."""

    def accepts(self, source: SourceFile) -> bool:
        """Whether the file is an archive that says it is an OpenDocument text."""
        if not is_archive(source) or b"mimetype" not in source.content[:_HEAD]:
            return False
        said = MEDIA_TYPE.encode()
        return said in source.content[:_HEAD] or Archive(source).read("mimetype").startswith(said)

    def read(self, source: SourceFile) -> Document:
        """Give the document.

        Raises:
            UnreadableDocumentError: the archive or its XML is damaged, encrypted, or larger than any plan.
        """
        archive = Archive(source)
        if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
            raise UnreadableDocumentError(
                f"{source.name}: protected by a password; open it, take the password off and save it"
            )
        content = parse_part(archive, source.name, "content.xml")
        styles = parse_part(archive, source.name, "styles.xml") if "styles.xml" in archive else None
        return Document(source.name, source.sha256, MEDIA_TYPE, tuple(_blocks(source.name, content, styles)))


def _blocks(name: str, content: Element, styles: Element | None) -> Iterator[Block]:
    body = content.find(f"{q('office:body')}/{q('office:text')}")
    if body is None:
        raise UnreadableDocumentError(f"{name}: content.xml in it has no text; save the document anew")
    roots = [root for root in (styles, content) if root is not None]
    story = Story(name, Lists.of(roots), column_widths(roots), _hidden(roots))
    if styles is not None:
        yield from _banners(styles, story)
    yield from story.blocks(body)
    notes, story.notes = story.notes, []
    for note in notes:
        yield from story.blocks(note)


def _hidden(roots: list[Element]) -> frozenset[str]:
    """The names of styles whose words are not shown."""
    properties = (each for root in roots for each in root.iter(q("style:text-properties")))
    return frozenset(get(each.getparent(), "style:name") for each in properties if get(each, "text:display") == "none")


def _banners(styles: Element, story: Story) -> Iterator[Paragraph]:
    """The lines at the head and foot of pages, which often hold the title, once each."""
    seen: set[str] = set()
    for kind in _BANNERS:
        for banner in styles.iter(q(f"style:{kind}")):
            for paragraph in story.flat(banner, Place()):
                if paragraph.lines and paragraph.text not in seen:
                    seen.add(paragraph.text)
                    yield paragraph
