"""Text files that people keep: tab-separated, one entry to a line, under a line of column names.

Such a file lives under version control and is changed by hand, so that notes (`#`), blank lines, a byte order mark and
spaces around values mean nothing, and whatever is wrong is said of its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from answerable.extract.errors import KeptLineError

__all__ = ["day_in", "kept_lines", "kept_text", "values_in"]


def kept_text(path: Path, wrong: type[KeptLineError]) -> str:
    """Give the text of a file; raises the error `wrong` where it is no UTF-8."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise wrong(f"{path.name}: byte {error.start} is no UTF-8 text; save the file as UTF-8") from error


def kept_lines(text: str, columns: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the entries of a text by line number, counted from 1; `columns` are the names that head them."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        heading = line.split("\t")[0].strip() == columns[0]
        if line.strip() and not line.startswith("#") and not heading:
            yield number, line


def values_in(line: str, columns: Sequence[str]) -> list[str]:
    """Give the values of an entry, of which the last may be left out; raises KeptLineError for any other number."""
    values = [value.strip() for value in line.split("\t")]
    if not len(columns) - 1 <= len(values) <= len(columns):
        raise KeptLineError(f"{len(values)} columns; write {', '.join(columns)}, parted by tabs")
    return values


def day_in(text: str) -> str:
    """Give a day as ISO 8601 writes it; raises KeptLineError where it is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise KeptLineError(f"{text!r} is no day; write it as YYYY-MM-DD") from error
