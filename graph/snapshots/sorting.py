"""Merging sorted texts into one, when they are more than memory should hold.

Most lines of a document are about things of its own, so that long stretches of one text stand together in the whole. So
texts are merged by stretches, not by lines: from the text whose next line is the smallest, all is taken that stands
before the next line of any other, and the end of that stretch is found by halving.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import heapify, heappop, heapreplace
from pathlib import Path
from typing import Final, TypeAlias

__all__ = ["TextMerger", "merged", "sorted_text"]

_PORTION: Final = 32_000_000
"""Bytes of text that are merged in memory at a time."""
_BLOCK: Final = 1_000_000
"""Bytes that are given at a time, about."""

_GIVEN_BACK: Final = 8 << 20
"""Bytes of files that were put away after which the system may have back what was read of them, all together."""

Text: TypeAlias = bytes | mmap.mmap
"""Whole lines, sorted by their bytes, each once."""


def sorted_text(lines: Iterable[str]) -> bytes:
    """Give lines that come in any order as a sorted text, each once.

    Texts sort by code point as their bytes in UTF-8 do, so that one encoding of the whole is enough.
    """
    return "".join(sorted(lines if isinstance(lines, set) else set(lines))).encode()


class TextMerger:
    """Takes sorted texts in any order and gives their lines sorted, each once, in blocks of whole lines.

    What does not fit in memory is put in files in `folder`, which has to be there; they go when all has been given.
    """

    def __init__(self, folder: Path, portion: int = _PORTION) -> None:
        self._folder = folder
        self._portion = portion
        self._texts: list[bytes] = []
        self._held = 0
        self._portions: list[Path] = []

    def add(self, text: bytes) -> None:
        """Take a text of whole lines, sorted, each once."""
        if text:
            self._texts.append(text)
            self._held += len(text)
        if self._held > self._portion:
            self._put_away()

    def blocks(self) -> Iterator[bytes]:
        """Give all lines, sorted and each once; nothing can be added then."""
        if not self._portions:
            yield from merged(self._texts)
            return
        if self._texts:
            self._put_away()
        with ExitStack() as opened:
            yield from merged([opened.enter_context(_mapped(path)) for path in self._portions])
        for path in self._portions:
            path.unlink()

    def _put_away(self) -> None:
        path = self._folder / f"portion-{len(self._portions)}"
        with path.open("wb") as stream:
            stream.writelines(merged(self._texts))
        self._portions.append(path)
        self._texts, self._held = [], 0


def merged(texts: Sequence[Text]) -> Iterator[bytes]:
    """Merge sorted texts, in blocks of whole lines."""
    pieces: list[bytes] = []
    held = 0
    for piece in _stretches(texts):
        pieces.append(piece)
        held += len(piece)
        if held > _BLOCK:
            yield b"".join(pieces)
            pieces, held = [], 0
    yield b"".join(pieces)


def _stretches(texts: Sequence[Text]) -> Iterator[bytes]:
    heads = [(_line(text, 0), place, 0) for place, text in enumerate(texts) if len(text)]
    heapify(heads)
    kept_from, most = [0] * len(texts), _GIVEN_BACK // max(len(texts), 1)
    while heads:
        line, place, start = heads[0]
        text = texts[place]
        end = _first_from(min(heads[1:3])[0], text, start) if len(heads) > 1 else len(text)
        yield text[start:end]
        # A line that another text has too is given once, by the last that has it.
        after = end if end > start else start + len(line)
        if after - kept_from[place] > most:
            kept_from[place] = _give_back(text, kept_from[place], after)
        if after < len(text):
            heapreplace(heads, (_line(text, after), place, after))
        else:
            heappop(heads)


def _give_back(text: Text, start: int, end: int) -> int:
    """Tell the system that a part of a file is not needed any more; give where what is still held begins."""
    unneeded = getattr(mmap, "MADV_DONTNEED", None)
    whole = end - end % mmap.PAGESIZE
    if unneeded is not None and isinstance(text, mmap.mmap):
        text.madvise(unneeded, start, whole - start)
    return whole


def _line(text: Text, start: int) -> bytes:
    return text[start : text.find(b"\n", start) + 1]


def _first_from(limit: bytes, text: Text, start: int) -> int:
    """Give where the first line begins that is not below `limit`, at or after the line that begins at `start`."""
    if _line(text, start) >= limit:
        return start
    low, high = start, len(text)
    step = 256
    while low + step < high:
        begin = text.rfind(b"\n", low, low + step) + 1
        if begin and _line(text, begin) >= limit:
            high = begin
            break
        low, step = begin or low, step * 2
    return _halved(limit, text, low, high)


def _halved(limit: bytes, text: Text, low: int, high: int) -> int:
    """Find the place between a line below `limit` and one that is not, or the end of the text."""
    while True:
        begin = text.rfind(b"\n", low, (low + high) // 2) + 1
        if not begin:
            begin = text.find(b"\n", low) + 1
            if begin >= high:
                return high
            if _line(text, begin) >= limit:
                return begin
            low = begin
        elif _line(text, begin) < limit:
            low = begin
        else:
            high = begin


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
