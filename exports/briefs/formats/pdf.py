"""A briefing as PDF, made by a program that is installed: Chromium prints the page, else LibreOffice the document."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from answerable.exports.briefs.formats.docx import to_docx
from answerable.exports.briefs.formats.html import to_html
from answerable.graph.errors import HandOverError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerable.exports.briefs.brief import Brief

__all__ = ["to_pdf"]

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
_OFFICES: Final = ("soffice", "libreoffice")
_SECONDS: Final = 180
_QUIET: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def to_pdf(brief: Brief) -> bytes:
    """Give the briefing as PDF; raises HandOverError where neither program is installed, or it fails.

    CHROMIUM in the environment names a browser that is not on the path.
    """
    browser = os.environ.get("CHROMIUM") or _found(_BROWSERS)
    office = _found(_OFFICES)
    if not browser and not office:
        raise HandOverError(
            "PDF needs Chromium or LibreOffice, and neither is installed; install one, or write .html or .docx"
        )
    with tempfile.TemporaryDirectory() as folder:
        return _printed(brief, browser, Path(folder)) if browser else _converted(brief, str(office), Path(folder))


def _found(names: Sequence[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _printed(brief: Brief, browser: str, folder: Path) -> bytes:
    page, out = folder / "brief.html", folder / "brief.pdf"
    page.write_text(to_html(brief), encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    return _made([browser, *_QUIET, profile, f"--print-to-pdf={out}", page.as_uri()], out)


def _converted(brief: Brief, office: str, folder: Path) -> bytes:
    document = folder / "brief.docx"
    document.write_bytes(to_docx(brief))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    return _made(command, folder / "brief.pdf")


def _made(command: Sequence[str], out: Path) -> bytes:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - a program we looked up
    except (subprocess.SubprocessError, OSError) as error:
        raise HandOverError(
            f"{Path(command[0]).name} could not make the PDF ({error}); write .html or .docx"
        ) from error
    if not out.exists():
        raise HandOverError(f"{Path(command[0]).name} gave no PDF; write .html or .docx instead")
    return out.read_bytes()
