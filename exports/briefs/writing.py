"""A briefing as a file; the ending of its name says the format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from answerable.exports.whole import write_whole
from answerable.graph.errors import HandOverError

if TYPE_CHECKING:
    from answerable.exports.briefs.brief import Brief

__all__ = ["write_brief"]


def write_brief(brief: Brief, path: Path) -> None:
    """Write a briefing as `.html`, `.docx` or `.pdf`; equal briefings give equal HTML and DOCX.

    Raises HandOverError where the ending is another one, or where nothing installed makes PDF.
    """
    data = _written(brief, path.suffix.lower())
    write_whole(path, data)


def _written(brief: Brief, ending: str) -> bytes:
    # Each format loads a library of its own, and only the one that is asked for.
    if ending == ".html":
        from answerable.exports.briefs.formats.html import to_html  # noqa: PLC0415 - each format is loaded where it is asked for

        return to_html(brief).encode()
    if ending == ".docx":
        from answerable.exports.briefs.formats.docx import to_docx  # noqa: PLC0415 - each format is loaded where it is asked for

        return to_docx(brief)
    if ending == ".pdf":
        from answerable.exports.briefs.formats.pdf import to_pdf  # noqa: PLC0415 - each format is loaded where it is asked for

        return to_pdf(brief)
    raise HandOverError(
        f"a briefing cannot be written as {ending or 'a file without an ending'!r}; use .html, .docx or .pdf"
    )
