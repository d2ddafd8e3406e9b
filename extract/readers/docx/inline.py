"""The words of one paragraph: runs in order, as they stand when every tracked change is accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from answerable.extract.readers.docx.tags import child, local, value
from answerable.extract.readers.lines import Lines
from answerable.extract.readers.trees import Element

__all__ = ["Fields", "Inline"]

_GONE: Final = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr", "fldData", "rt"}
)
"""Deleted or moved words, properties, and the codes of fields."""
_BREAKS: Final = frozenset({"br", "cr"})
_DRAWN: Final = frozenset({"drawing", "pict", "object", "txbxContent"})
_SIGNS: Final = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": ""}
_SYMBOLS: Final = {0xB7: "•", 0xA7: "▪", 0x6F: "◦", 0xD8: "➢", 0xFC: "✓", 0x2D: "-"}
"""What the private code points of symbol fonts show, where plans use them."""


@dataclass(slots=True)
class Fields:
    """Which complex fields are open, outermost first, and whether each still tells its code; they span paragraphs."""

    codes: list[bool] = field(default_factory=list)

    @property
    def shows(self) -> bool:
        """Whether words that stand here are printed, rather than part of a field's code."""
        return not any(self.codes)

    def take(self, kind: str) -> None:
        """Take the mark that begins, parts or ends a field."""
        if kind == "begin":
            self.codes.append(True)
        elif kind == "separate" and self.codes:
            self.codes[-1] = False
        elif kind == "end" and self.codes:
            self.codes.pop()


@dataclass(slots=True)
class Inline:
    """Collects a paragraph's lines, and the text boxes that hang on it."""

    fields: Fields
    lines: Lines = field(default_factory=Lines)
    boxes: list[Element] = field(default_factory=list)

    def take(self, element: Element) -> None:
        """Take all that an element holds, in reading order."""
        for part in element:
            name = local(part)
            if name == "t":
                self._say(part.text or "")
            elif name == "r":
                if not _is_hidden(part):
                    self.take(part)
            elif name not in _GONE:
                self._take_other(part, name)

    def _take_other(self, part: Element, name: str) -> None:
        if name in _SIGNS:
            self._say(_SIGNS[name])
        elif name in _BREAKS:
            self._break()
        elif name == "fldChar":
            self.fields.take(value(part, "fldCharType"))
        elif name == "sym":
            self._say(_symbol(part))
        elif name == "AlternateContent":
            self._choose(part)
        elif name in _DRAWN:
            self.boxes.extend(_boxes_in(part))
        else:  # hyperlinks, insertions, content controls, smart tags, simple fields
            self.take(part)

    def _say(self, text: str) -> None:
        if self.fields.shows:
            self.lines.add(text)

    def _break(self) -> None:
        if self.fields.shows:
            self.lines.end_line()

    def _choose(self, part: Element) -> None:
        """Of two forms of the same thing, for new programs and for old, take the first that is there."""
        for name in ("Choice", "Fallback"):
            form = next((each for each in part if local(each) == name), None)
            if form is not None and len(form):
                self.take(form)
                return


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and value(vanish, default="1") not in {"0", "false", "off"}


def _symbol(part: Element) -> str:
    """The sign that a symbol font shows: its code points lie in a private range above the ordinary ones."""
    try:
        code = int(value(part, "char"), 16)
    except ValueError:
        return ""
    plain = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    return _SYMBOLS.get(plain, chr(plain)) if plain else ""


def _boxes_in(part: Element) -> list[Element]:
    """The outermost text boxes within a drawing; each form of a drawing once."""
    if local(part) == "txbxContent":
        return [part]
    if local(part) == "AlternateContent":
        forms = [each for each in part if local(each) in {"Choice", "Fallback"}]
        return _boxes_in(forms[0]) if forms else []
    return [box for each in part for box in _boxes_in(each)]
