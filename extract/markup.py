"""Inline markup to paragraphs.

Tags go, entities are decoded, white space is folded, and every character remembers where it stood. A tokeniser of our
own, because no HTML library keeps the code-point offset of each character (docs/adr/0003).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from answerable.extract.document import Paragraph, Piece, Place, Segment

__all__ = ["BULLETS", "page_paragraphs", "paragraphs"]

BULLETS: Final = "•●▪■◦○‣∙⁃➢➤❖✓\uf0b7\uf0a7\uf0d8"
"""Signs that begin a list item wherever they stand."""

_BLOCKS: Final = frozenset(
    {"p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE: Final = frozenset(
    {
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "sup",
        "sub",
        "span",
        "a",
        "font",
        "small",
        "mark",
        "strike",
        "del",
        "ins",
        "code",
    }
)
_PAGE_BLOCKS: Final = _BLOCKS | {
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "header",
    "hr",
    "main",
    "pre",
    "section",
    "summary",
    "tbody",
    "tfoot",
    "thead",
}
_WORD: Final = rf"[^\s\u00a0\u200b\ufeff<&*_\\{BULLETS}]+"
_TAG: Final = r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>"
_QUOTING_TAG: Final = r"""</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b(?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}')*+>|<[!?][^>]*>"""
"""In a page the value of an attribute may hold the sign that ends a tag."""
_REST: Final = rf"""
    |(?P<comment><!--.{{0,4000}}?-->)
    |(?P<bold>\*\*|__)
    |(?P<nothing>[\u200b\ufeff]+|\\(?=[|*_\#]))
    |(?P<entity>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)
    |(?P<space>[\s\u00a0]+)
    |(?P<bullet>[{BULLETS}])
    |(?P<text>[-–—o·](?=\s)|{_WORD}(?:\x20(?![-–—o·]\s){_WORD})*|.)"""
_TOKEN: Final = re.compile(f"(?P<tag>{_TAG}){_REST}", re.VERBOSE | re.DOTALL)
_PAGE_TOKEN: Final = re.compile(f"(?P<tag>{_QUOTING_TAG}){_REST}", re.VERBOSE | re.DOTALL)
_DASH_ITEM: Final = re.compile(r"[-–—*o·]$")
_PLAIN: Final = re.compile(rf"{_WORD}(?: {_WORD})*")


def paragraphs(source: str, start: int, end: int, place: Place) -> tuple[Paragraph, ...]:
    """Give the paragraphs of source[start:end], a cell or a line with inline HTML or plain words."""
    if start == end:
        return ()
    plain = _PLAIN.fullmatch(source, start, end)
    if plain and source[start] not in "-–—":
        piece = Piece(plain.group(), place, (Segment(0, end - start, start, end),))
        return (Paragraph((piece,)),)
    builder = _Builder(place)
    for token in _TOKEN.finditer(source, start, end):
        builder.take(token)
    return builder.finish()


def page_paragraphs(source: str, ranges: Iterable[tuple[int, int]], place: Place) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a part of a web page, of which the ranges are what it shows; every tag is markup there."""
    builder = _Builder(place, page=True)
    for start, end in ranges:
        for token in _PAGE_TOKEN.finditer(source, start, end):
            builder.take(token)
    return builder.finish()


@dataclass(slots=True)
class _Line:
    """A printed line in the making: its characters and where each stretch of them came from."""

    texts: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    length: int = 0
    space: tuple[int, int] | None = None

    def add(self, text: str, start: int, end: int) -> None:
        if self.space and self.length:
            self._append(" ", *self.space)
        self.space = None
        self._append(text, start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        last = self.segments[-1] if self.segments else None
        new = Segment(self.length, self.length + len(text), start, end)
        if last and last.source_end == start and _even(last) and _even(new):
            self.segments[-1] = Segment(last.clean_start, new.clean_end, last.source_start, end)
        else:
            self.segments.append(new)
        self.texts.append(text)
        self.length += len(text)

    def rest(self, start: int, end: int) -> None:
        self.space = (self.space[0] if self.space else start, end)

    def piece(self, place: Place) -> Piece:
        return Piece("".join(self.texts), place, tuple(self.segments))


def _even(segment: Segment) -> bool:
    return segment.clean_end - segment.clean_start == segment.source_end - segment.source_start


class _Builder:
    """Takes tokens in order and gives the paragraphs they make."""

    def __init__(self, place: Place, *, page: bool = False) -> None:
        self.place = place
        self.page = page
        self.done: list[Paragraph] = []
        self.lines: list[_Line] = [_Line()]
        self.lists = 0
        self.level = 0
        self.heading = False
        self.blocks = False
        self.mark = ""  # the sign that marks the items of this list; another one marks items within them
        self.within = 0  # the level of the <li> that is open
        self.opened = False  # a paragraph was opened and nothing stands in it yet
        self.dashed = False  # items of this list are marked by hyphens, which then part them within a line too

    def take(self, token: re.Match[str]) -> None:
        kind, start, end = token.lastgroup, token.start(), token.end()
        if kind == "name":  # the inner group of a tag closes last
            kind = "tag"
        line = self.lines[-1]
        self.opened = self.opened and kind in {"tag", "space"}
        if kind == "tag":
            self._tag(token)
        elif kind == "space":
            line.rest(start, end)
        elif kind == "entity":
            self._entity(token)
        elif kind == "bullet":
            self.mark = self.mark or token.group()
            self._item(2 if token.group() in "◦○⁃" else 1)
        elif kind == "text" or (kind == "bold" and not _emphasis(token)):
            self._text(token.group(), start, end)

    def _text(self, text: str, start: int, end: int) -> None:
        line = self.lines[-1]
        if self.dashed and text == "-" and line.space:
            self._item(1)
            return
        if line.length == 1 and line.space and _DASH_ITEM.match(line.texts[0]):
            self._drop_mark()
            line = self.lines[-1]
        line.add(text, start, end)

    def _drop_mark(self) -> None:
        """A dash or an `o` alone before the first word of a line was the mark of an item, not a word."""
        mark = self.lines[-1].texts[0]
        self.dashed = mark == "-"
        self.mark = self.mark or mark
        self.lines.pop()
        self.lines.append(_Line())
        self._item(1 if mark == self.mark else 2)

    def _entity(self, token: re.Match[str]) -> None:
        text = html.unescape(token.group())
        if text.isspace() or text == "\u200b":
            self.lines[-1].rest(token.start(), token.end())
        elif text in BULLETS:
            self._item(1)
        else:
            self._text(text, token.start(), token.end())

    def _tag(self, token: re.Match[str]) -> None:
        name, closing = (token.group("name") or "").lower(), token.group().startswith("</")
        if name == "br":
            self._break_line()
        elif name in (_PAGE_BLOCKS if self.page else _BLOCKS):
            self._block(name, closing=closing)
        elif name not in _INLINE and not self.page:  # "<Name>" in prose is words, not markup
            self._text(token.group(), token.start(), token.end())

    def _block(self, name: str, *, closing: bool) -> None:
        if name == "p" and closing and self.opened:
            self.done.append(Paragraph(()))  # an empty place: the list in the cell beside it counts on it
        self._break_paragraph()
        self.opened = name == "p" and not closing
        self.blocks, self.dashed, self.mark = True, False, ""
        if name in {"ul", "ol"}:
            self.lists = max(self.lists - 1, 0) if closing else self.lists + 1
        if name == "li":
            self.within = 0 if closing else (self.lists or 1)
        self.level = self.within if name in {"li", "p"} and not closing else 0
        self.heading = name in _HEADINGS and not closing

    def _item(self, least: int) -> None:
        """A bullet begins an item; within `<li>`, before any word, it only repeats what the tag said."""
        if self.level and not any(line.length for line in self.lines):
            return
        self._break_paragraph()
        self.level = max(least, self.lists)

    def _break_line(self) -> None:
        if self.lines[-1].length:
            self.lines.append(_Line())
        elif len(self.lines) > 1:  # an empty line between two others parts paragraphs
            self._break_paragraph()

    def _break_paragraph(self) -> None:
        pieces = tuple(line.piece(self.place) for line in self.lines if line.length)
        if pieces:
            self.done.append(Paragraph(pieces, self.level, heading=self.heading))
            self.level = self.level if self.lists and not self.blocks else 0
        self.lines = [_Line()]

    def finish(self) -> tuple[Paragraph, ...]:
        self._break_paragraph()
        if self.blocks:
            return tuple(self.done)
        return tuple(Paragraph(p.lines, p.level, heading=p.heading, loose=len(p.lines) > 1) for p in self.done)


def _emphasis(token: re.Match[str]) -> bool:
    """Whether ** or __ is Markdown emphasis: it clings to a word on one side."""
    before, after = token.string[token.start() - 1 : token.start()], token.string[token.end() : token.end() + 1]
    return bool(before.strip()) or bool(after.strip())
