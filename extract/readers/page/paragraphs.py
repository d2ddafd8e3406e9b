"""Lines of a column to paragraphs: a bullet, space, an indent or an early end of the line begins another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from answerable.extract.document import Paragraph, Piece
from answerable.extract.readers.page.marks import is_bullet, is_finished, is_labelled, may_be_bullet
from answerable.extract.readers.page.setting import Break, Column, Setting
from answerable.extract.readers.page.words import Line

__all__ = ["paragraphs_of"]

_INNER_SIGNS: Final = "◦○⁃o"
_LIST_WORDS: Final = 8
"""Lines of no more words are those of a list of owners or dates, where a full line may end an entry."""
_HUNG: Final = 0.3

PieceMaker = Callable[[Sequence[Line]], Sequence[Piece]]


@dataclass(slots=True)
class _Open:
    """A paragraph in the making: printed lines, put together up to each soft break.

    `edge` is where its text begins and `sign` where the sign of a list item stands.
    """

    parts: list[list[Line]]
    edge: float
    level: int = 0
    sign: float | None = None
    loose: bool = False

    def hangs(self, line: Line) -> bool:
        """Whether a line begins where the text of this item begins, and not to the left of it."""
        return line.left > self.edge - _HUNG * line.height


@dataclass(slots=True)
class _Setter:
    """Sets one column."""

    column: Column
    setting: Setting
    done: list[_Open] = field(default_factory=list)

    def run(self) -> list[_Open]:
        lines = self.column.lines
        partings = [self.setting.between(self.column, *pair) for pair in pairwise(lines)]
        self._begin(lines[0], Break.SPACE)
        for (line, below), parting in zip(pairwise(lines), partings, strict=True):
            self._take(line, below, parting)
        return self.done

    def _take(self, before: Line, line: Line, parting: Break) -> None:
        last = self.done[-1]
        if self._begins(before, line, parting):
            self._begin(line, parting)
        elif parting is Break.HARD:
            last.parts.append([line])
            last.loose = last.loose or not last.level
        elif self._may_end(before, line):
            last.parts.append([line])
        else:
            last.parts[-1].append(line)

    def _begins(self, before: Line, line: Line, parting: Break) -> bool:
        """Whether a line begins a paragraph or a list item."""
        last = self.done[-1]
        if parting is Break.SPACE or _is_item(line, parting):
            return True
        if is_labelled(line) and (parting is Break.HARD or is_finished(before)):
            return True
        if last.sign is not None and not last.hangs(line):
            return parting is Break.HARD or self._hanging()
        if self.setting.spaced or last.sign is not None:
            return False
        return parting is Break.HARD or (self.setting.prose and self.setting.single and _is_sentence(before, line))

    def _begin(self, line: Line, parting: Break) -> None:
        if not _is_item(line, parting):
            self.done.append(_Open([[line]], line.left))
            return
        sign, item = line.words[0], line.without(1)
        level = self.setting.level(line.left - self.column.left, line.height)
        level = max(level, 2 if sign.text in _INNER_SIGNS and is_bullet(line) else 1)
        self.done.append(_Open([[item]], item.left, level, sign.left))

    def _hanging(self) -> bool:
        """Whether items of this column that run over a line go on below their own text, or nothing says otherwise."""
        return all(
            opened.hangs(line) for opened in self.done if opened.sign is not None for line in opened.parts[0][1:]
        )

    def _may_end(self, before: Line, line: Line) -> bool:
        """Whether a full line may still end an entry: in a list set without space between its entries."""
        short = max(len(before.words), len(line.words)) <= _LIST_WORDS
        return short and not self.setting.spaced and not self.setting.prose and _opens(line)


def _is_sentence(before: Line, line: Line) -> bool:
    """Whether a sentence ends with one line and another begins with the next."""
    return is_finished(before) and _opens(line)


def _opens(line: Line) -> bool:
    return not line.words[0].text[0].islower()


def _is_item(line: Line, parting: Break) -> bool:
    return is_bullet(line) or (parting is not Break.WRAP and may_be_bullet(line))


def paragraphs_of(column: Column, setting: Setting, pieces: PieceMaker) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a column; `pieces` makes the words of lines that one soft break ends into pieces."""
    if not column.lines:
        return ()
    return tuple(
        Paragraph(tuple(piece for part in opened.parts for piece in pieces(part)), opened.level, loose=opened.loose)
        for opened in _Setter(column, setting).run()
    )
