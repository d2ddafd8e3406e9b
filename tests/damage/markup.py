"""The words in a cell that may hold HTML: printed, counted, and cut so that both parts keep their markup."""

from __future__ import annotations

import html
import re
from typing import Final

__all__ = ["after_first_tags", "before_last_tags", "cut", "cuts_within", "paragraphs", "plain", "words"]

_TAG: Final = re.compile(r"<[^>]*>")
_PART: Final = re.compile(r"(?P<tag><[^>]*>)|(?P<space>\s+)|(?P<word>[^<\s]+)")
_NAME: Final = re.compile(r"</?\s*(\w+)")
_INLINE: Final = frozenset({"b", "strong", "i", "em", "u", "sup", "sub", "span", "a"})
_EMPTY: Final = frozenset({"br", "hr"})
_ITEM: Final = "<li"
_BULLET: Final = re.compile(r" (?=• )")
_BLANK_LIST: Final = re.compile(r"<(?P<list>[uo]l)\b[^>]*>\s*</(?P=list)>\s*")


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].casefold() if found else ""


def plain(cell: str) -> str:
    """Give the words of a cell, parted by single spaces, entities decoded."""
    parted = _TAG.sub(lambda tag: "" if _name(tag[0]) in _INLINE else " ", cell)
    return " ".join(html.unescape(parted).split())


def words(cell: str) -> list[str]:
    """Give the words of a cell, with the marks that stand at them."""
    return plain(cell).split()


def paragraphs(cell: str) -> list[tuple[str, bool]]:
    """Give the printed paragraphs of a cell, each with whether a blank line stands before it.

    None stands before the first, after a soft break, and before the items of a list; items have a bullet, and a
    bullet in running text is one whose markup is gone.
    """
    found: list[tuple[str, bool]] = []
    soft, item, start = True, False, 0
    for tag in [*_TAG.finditer(cell), None]:
        if tag and _name(tag[0]) in _INLINE:
            continue
        text = plain(cell[start : tag.start() if tag else len(cell)])
        if text:
            bullet = "• " if item and not text.startswith("•") else ""
            first, *items = _BULLET.split(bullet + text)
            found += [(first, bool(found) and not soft), *((item, False) for item in items)]
            soft, item = False, False
        if tag:
            start = tag.end()
            item = item or tag[0].startswith(_ITEM)
            soft = (soft and not (found and tag[0].startswith("<p"))) or item or _name(tag[0]) == "br"
    return found


def cuts_within(cell: str) -> list[int]:
    """Give the numbers of words after which a cell can be cut in the middle of a paragraph."""
    found, count, in_word, fresh = [], 0, False, True
    for part in _PART.finditer(cell):
        if part["word"]:
            if not in_word:
                found += [] if fresh else [count]
                count += 1
            in_word, fresh = True, False
        elif part["space"] or _name(part["tag"]) not in _INLINE:
            in_word = False
            fresh = fresh or bool(part["tag"])
    return found


def cut(cell: str, count: int) -> tuple[str, str]:
    """Cut a cell after so many words; tags that are open there are closed before the cut and opened again after it."""
    opened: list[str] = []
    seen, in_word = 0, False
    for part in _PART.finditer(cell):
        if part["word"]:
            if not in_word and seen == count:
                return _cut_at(cell, part.start(), opened)
            seen += not in_word
            in_word = True
        elif part["space"]:
            in_word = False
        else:
            in_word = in_word and _name(part["tag"]) in _INLINE
            _follow(opened, part["tag"])
    return cell, ""


def _cut_at(cell: str, position: int, opened: list[str]) -> tuple[str, str]:
    left, rest, still_open = cell[:position].rstrip(), cell[position:], list(opened)
    while still_open and left.endswith(still_open[-1]):  # nothing of that paragraph is left on this side
        left = left.removesuffix(still_open.pop()).rstrip()
    closing = "".join(f"</{_name(tag)}>" for tag in reversed(still_open))
    return left + closing, _begun_again(opened, rest)


def _begun_again(opened: list[str], rest: str) -> str:
    """Open again what is open at a cut. The rest of an item is a paragraph: its bullet stands before the cut."""
    depth = max((index for index, tag in enumerate(opened) if tag.startswith(_ITEM)), default=None)
    if depth is None:
        return "".join(opened) + rest
    item, _, after = rest.partition("</li>")
    inner, lists = "".join(opened[depth + 1 :]), "".join(opened[:depth])
    return f"<p>{inner}{item.rstrip()}</p>" + _BLANK_LIST.sub("", f" {lists}{after}").rstrip()


def _follow(opened: list[str], tag: str) -> None:
    name = _name(tag)
    if name in _EMPTY or tag.endswith("/>"):
        return
    if not tag.startswith("</"):
        opened.append(tag)
    elif name in map(_name, opened):
        while _name(opened.pop()) != name:
            pass


def after_first_tags(cell: str, text: str) -> str:
    """Put words before the first of a cell, inside the markup that opens it."""
    opening = re.match(r"(\s*<[^/>]*>)*", cell)
    at = opening.end() if opening else 0
    return f"{cell[:at]}{text} {cell[at:]}".rstrip()


def before_last_tags(cell: str, text: str) -> str:
    """Put words after the last of a cell, inside the markup that closes it."""
    closing = re.search(r"(\s*</[^>]*>)*\s*$", cell)
    at = closing.start() if closing else len(cell)
    return f"{cell[:at]} {text}{cell[at:]}".lstrip()
