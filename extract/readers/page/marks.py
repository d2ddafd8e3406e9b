"""What a line begins and ends with: the sign or the label of a list item, the end of a sentence."""

from __future__ import annotations

import re
from typing import Final

from answerable.extract.markup import BULLETS
from answerable.extract.readers.page.words import Line

__all__ = ["is_bullet", "is_finished", "is_labelled", "may_be_bullet", "sentences_within"]

_SIGNS: Final = frozenset(BULLETS) | frozenset("\uf02d\uf0be\uf076\uf0fc\uf0e0§⮚◆◇○□☐✔➔→")
_PLAIN_SIGNS: Final = frozenset("-–—o·*")
_LABEL: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?[.):]?|\d{1,2}[.)]|\((?:[a-z]|[ivx]{1,4})\)|[a-h]\))$")
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_SENTENCE_WITHIN: Final = re.compile(r"[a-z)\d][.!?][\"'”’)]*\s+(?=[A-Z])")
_TAB: Final = 0.45
"""A gap, in heights of the line, that no space between two words is as wide as."""


def is_bullet(line: Line) -> bool:
    """Whether a line begins with a sign that stands nowhere but before an item."""
    return len(line.words) > 1 and line.words[0].text in _SIGNS


def may_be_bullet(line: Line) -> bool:
    """Whether a line begins with a dash or an `o` set apart from the words behind it, as before an item."""
    if len(line.words) < 2 or line.words[0].text not in _PLAIN_SIGNS:
        return False
    return line.words[1].left - line.words[0].right > _TAB * line.height


def is_labelled(line: Line) -> bool:
    """Whether a line begins with the label of a numbered item: "1.1", "2.", "(a)"."""
    return len(line.words) > 1 and bool(_LABEL.match(line.words[0].text))


def is_finished(line: Line) -> bool:
    """Whether a line ends as sentences, and lines before a list, end."""
    return bool(_SENTENCE_END.search(line.words[-1].text))


def sentences_within(line: Line) -> int:
    """How many sentences end within a line, another behind them."""
    return len(_SENTENCE_WITHIN.findall(line.text))
