"""How fast files become documents, beside the bare opening of the same files by a library.

The plans of tests/twins: DOCX beside python-docx, which opens and walks nothing; ODT beside the bare parsing of its
XML by lxml, the fastest that there is; PDF beside its bare text by pypdfium2, and beside pdfplumber's tables.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

import docx
import pdfplumber
import pypdfium2
from lxml import etree

from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from benchmarks.harness import LeftOut, Measured, beside
from tests.twins.formats import office, write_twins
from tests.twins.plans import PLANS

__all__ = ["measure"]

Work = Callable[[bytes], object]

MOST_BARE_PDF: Final = 8.0
LEAST_FASTER: Final = 5.0


def open_odt(content: bytes) -> int:
    """Unpack and parse the parts of an ODT file, and count their elements."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        roots = [etree.fromstring(parts.read(name)) for name in ("content.xml", "styles.xml")]
    return sum(1 for root in roots for _ in root.iter())


def bare_pdf(content: bytes) -> int:
    """Read the text of every page and count its characters."""
    document = pypdfium2.PdfDocument(content)
    count = 0
    for page in document:
        text = page.get_textpage()
        count += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return count


def plumbed(content: bytes) -> list[object]:
    """Read the tables of every page with pdfplumber."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [page.extract_tables() for page in document.pages]


def measure(runs: int = 9) -> Iterator[Measured]:
    """Time each format over all plans together."""
    if not office():
        raise LeftOut("LibreOffice is not installed, which makes ODT and PDF of the plans")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_twins(PLANS, folder)
        words, texts, pages = (_contents(folder, ending) for ending in ("docx", "odt", "pdf"))
    yield _row("DOCX", "python-docx, opened alone", words, lambda c: docx.Document(io.BytesIO(c)), runs)
    yield _row("ODT", "its XML by lxml, parsed alone", texts, open_odt, runs)
    yield _row("PDF", "text alone by pypdfium2", pages, bare_pdf, runs, floor=MOST_BARE_PDF)
    yield _row("PDF", "tables by pdfplumber", pages, plumbed, runs, floor=LEAST_FASTER, better="at least")


def _contents(folder: Path, ending: str) -> Sequence[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob(f"*.{ending}"))]


def _row(
    what: str,
    against: str,
    contents: Sequence[bytes],
    peer: Work,
    runs: int,
    *,
    floor: float | None = None,
    better: Literal["at most", "at least"] = "at most",
) -> Measured:
    mine, theirs = beside(
        lambda: [read_document(SourceFile("plan", content)) for content in contents],
        lambda: [peer(content) for content in contents],
        runs,
    )
    return Measured(f"{len(contents)} plans as {what} to documents", against, mine, theirs, floor=floor, better=better)
