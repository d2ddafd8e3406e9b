"""How fast plans become records, beside the least that reading a text can mean: its words, by a regular expression.

One process, one core, caches warm: all plans were read before. The records list no names, which is a matter of its own
(`names.py`), and are not written anywhere.
"""

from __future__ import annotations

import re
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from answerable.extract import read_plan
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from benchmarks.harness import ROOT, Measured, beside, seconds
from benchmarks.plans import write_plans
from tests.twins.copies import copied_as_docx
from tests.twins.formats import convert, office

__all__ = ["measure"]

WORD: Final = re.compile(r"\w+|[^\w\s]")
FLOOR: Final = 8
EXAMPLES: Final = ROOT / "examples" / "plans"
SEEDS: Final = ROOT.parent / "shared" / "seeds"
FEW: Final = 10
"""How many plans are also read as Word files and PDFs."""


def measure(plans: int = 500, runs: int = 5) -> Iterator[Measured]:
    """Read generated plans, those that people wrote, and some of the generated ones in other formats."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plans(folder, plans)
        made = sorted(folder.glob("*.txt"))
        yield _beside_words(f"{plans} plans as text, without names", made, runs, FLOOR)
        for what, kept in (("example plans", EXAMPLES), ("real plans", SEEDS)):
            if files := sorted(kept.glob("*.txt")):
                yield _beside_words(f"{len(files)} {what} as text, without names", files, 4 * runs)
        yield from _other_formats(made[:FEW], folder, runs)


def _beside_words(what: str, files: Sequence[Path], runs: int, floor: float | None = None) -> Measured:
    ours, peer = beside(lambda: _read(files), lambda: _words(files), runs)
    size = sum(file.stat().st_size for file in files) / 1e6
    note = f"{size:.2f} MB, {1000 * ours / len(files):.1f} ms a plan, {size / ours:.1f} MB/s; one process, one core"
    return Measured(what, "read, regex words", ours, peer, floor=floor, note=note)


def _read(files: Sequence[Path]) -> int:
    return sum(len(read_plan(file, names=False).recommendations) for file in files)


def _words(files: Sequence[Path]) -> int:
    return sum(len(WORD.findall(file.read_text("utf-8"))) for file in files)


def _other_formats(texts: Sequence[Path], folder: Path, runs: int) -> Iterator[Measured]:
    """Read the same plans as Word files and, where LibreOffice can print them, as PDFs; milliseconds a plan."""
    documents = [text.with_suffix(".docx") for text in texts]
    for text, document in zip(texts, documents, strict=True):
        document.write_bytes(copied_as_docx(read_document(SourceFile.load(text))))
    yield _alone("DOCX", documents, runs)
    if office():
        convert(documents, "pdf", folder)
        yield _alone("PDF", [document.with_suffix(".pdf") for document in documents], runs)


def _alone(kind: str, files: Sequence[Path], runs: int) -> Measured:
    _read(files)
    taken = statistics.median(seconds(lambda: _read(files)) for _ in range(runs))
    what = f"a plan as {kind}, without names, mean of {len(files)}"
    return Measured(what, "", 1000 * taken / len(files), unit="ms")
