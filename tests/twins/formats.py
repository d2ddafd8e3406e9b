"""Every format of every plan: text, HTML and Word written here, OpenDocument and PDF made of the Word file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from tests.twins.as_docx import as_docx
from tests.twins.as_html import as_html
from tests.twins.as_text import as_text
from tests.twins.plan import Plan

__all__ = ["CONVERTED", "FORMATS", "WRITTEN", "convert", "office", "write_twins"]

WRITTEN: Final[Mapping[str, Callable[[Plan], bytes]]] = {"txt": as_text, "html": as_html, "docx": as_docx}
"""Formats that are written here."""
CONVERTED: Final = ("odt", "pdf")
"""Formats that LibreOffice makes of the Word file."""
FORMATS: Final = ("txt", "html", "docx", "odt", "pdf")
"""Formats that are held to the floors."""

_LONGEST: Final = 180


def office() -> str | None:
    """Give the path of LibreOffice, or None where it is not installed."""
    return shutil.which("soffice")


def convert(documents: Iterable[Path], to: str, folder: Path) -> None:
    """Convert documents to a format with one start of LibreOffice, in a profile of its own within the folder."""
    command = [str(office()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(folder), *map(str, documents)]
    subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST)


def write_twins(plans: Iterable[Plan], folder: Path) -> None:
    """Write every plan in every format that this machine can make, as NAME.FORMAT in the folder."""
    words = []
    for plan in plans:
        for ending, write in WRITTEN.items():
            (folder / f"{plan.name}.{ending}").write_bytes(write(plan))
        words.append(folder / f"{plan.name}.docx")
    if office():
        for ending in CONVERTED:
            convert(words, ending, folder)
