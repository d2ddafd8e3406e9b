"""How fast tables are read out of PDFs, beside pypdfium2's bare text and pdfplumber's tables of the same pages.

The plans of tests/twins are printed by LibreOffice; each program reads them in turns, and medians of milliseconds a
page are compared. Prints each with its ceiling or floor, and says so where LibreOffice is not installed. Run by `make
bench`.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pdfplumber
import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from answerable.extract.readers.pdf import PdfReader
from answerable.extract.source import SourceFile
from tests.twins.formats import office, write_twins
from tests.twins.plans import PLANS

__all__ = ["main"]

TIMES: Final = 9
MOST_BARE: Final = 8.0
LEAST_FASTER: Final = 5.0

Program = Callable[[SourceFile], object]


def bare(source: SourceFile) -> int:
    """Read the text of every page and count its characters."""
    document = pypdfium2.PdfDocument(source.content)
    count = 0
    for page in document:
        text = page.get_textpage()
        count += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return count


def plumbed(source: SourceFile) -> list[object]:
    """Read the tables of every page with pdfplumber."""
    with pdfplumber.open(io.BytesIO(source.content)) as document:
        return [page.extract_tables() for page in document.pages]


PROGRAMS: Final[Mapping[str, Program]] = {"ours": PdfReader().read, "bare text": bare, "pdfplumber": plumbed}


def medians(source: SourceFile) -> dict[str, float]:
    """Time each program in turns; give milliseconds a page."""
    pages = len(pypdfium2.PdfDocument(source.content))
    taken: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(TIMES):
        for name, program in PROGRAMS.items():
            started = time.perf_counter()
            program(source)
            taken[name].append(1000 * (time.perf_counter() - started) / pages)
    return {name: statistics.median(times) for name, times in taken.items()}


def line(path: Path) -> str:
    """Measure one file and give a line of figures."""
    found = medians(SourceFile.load(path))
    times = "".join(f"{milliseconds:12.2f}" for milliseconds in found.values())
    return (
        f"{path.stem:<20}{times}{found['ours'] / found['bare text']:12.1f}{found['pdfplumber'] / found['ours']:12.1f}"
    )


def main() -> None:
    """Measure and print one line for each plan."""
    if not office():
        print("LibreOffice is not installed: no PDF to read")
        return
    print(f"{'ms a page':<20}" + "".join(f"{name:>12}" for name in (*PROGRAMS, "of bare", "faster")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_twins(PLANS, folder)
        for plan in PLANS:
            print(line(folder / f"{plan.name}.pdf"))
    print(f"{'at most, at least':<56}{MOST_BARE:12.1f}{LEAST_FASTER:12.1f}")


if __name__ == "__main__":
    main()
