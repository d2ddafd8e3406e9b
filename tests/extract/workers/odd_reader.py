"""A reader of another package that does what its file says: sleep, fill the memory, break off, print, or read."""

from __future__ import annotations

import os
import time

from answerable.extract.document import Document, Paragraph, Piece, Place
from answerable.extract.source import SourceFile

SIGN = b"\x00ODD "


class OddReader:
    def accepts(self, source: SourceFile) -> bool:
        return source.content.startswith(SIGN)

    def read(self, source: SourceFile) -> Document:
        deed = source.content.removeprefix(SIGN).decode()
        if deed == "sleep":
            time.sleep(600)
        if deed == "fill":
            hoard = [bytes(100_000_000) for _ in range(10_000)]
            return self.document(source, str(len(hoard)))
        if deed == "end":
            os._exit(3)
        if deed == "fail":
            raise KeyError(deed)
        print("words that are no answer")  # noqa: T201 - as careless libraries do
        return self.document(source, deed)

    def document(self, source: SourceFile, words: str) -> Document:
        line = Piece(words, Place())
        return Document(source.name, source.sha256, "text/odd", (Paragraph((line,)),))
