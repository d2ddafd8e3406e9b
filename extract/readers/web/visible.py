"""What of a page is its content: no scripts and styles, and nothing of the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

__all__ = ["Span", "visible", "within"]

Span = tuple[int, int]

_RAW: Final = ("script", "style", "title", "textarea", "template", "noscript", "iframe", "xmp")
"""Elements whose content is no markup, or is none that is shown."""
_SITE: Final = ("nav", "footer", "aside", "svg", "math", "button", "select", "form", "object", "dialog")
"""Elements that hold the site's own words; they nest."""
_BANNER: Final = re.compile(r"\brole\s*=\s*[\"']?banner\b|\bhidden\b(?!\s*=\s*[\"']?until)", re.IGNORECASE)
_OPENS: Final = re.compile(
    rf"<(?:(?P<comment>!--)|(?P<raw>{'|'.join(_RAW)})\b|(?P<close>/?)(?P<site>header|{'|'.join(_SITE)})\b(?P<more>[^<>]*)>)",
    re.IGNORECASE,
)
_MAIN: Final = re.compile(r"<main\b[^<>]*>", re.IGNORECASE)
_MAIN_END: Final = re.compile(r"</main\s*>", re.IGNORECASE)


def visible(source: str) -> list[Span]:
    """Give the stretches of a page that are its content; only its main part where the page names one."""
    start, end = _main(source)
    spans: list[Span] = []
    for hidden_start, hidden_end in _hidden(source, start, end):
        if start < hidden_start:
            spans.append((start, hidden_start))
        start = max(start, hidden_end)
    if start < end:
        spans.append((start, end))
    return spans


def within(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Give the parts of visible stretches that lie between two offsets."""
    for low, high in spans:
        if high <= start:
            continue
        if low >= end:
            return
        yield max(low, start), min(high, end)


def _main(source: str) -> Span:
    if not (opened := _MAIN.search(source)):
        return 0, len(source)
    closed = _MAIN_END.search(source, opened.end())
    return opened.end(), closed.start() if closed else len(source)


def _hidden(source: str, start: int, end: int) -> Iterator[Span]:
    """The stretches that say nothing of the plan, outermost ones, in order; one that is never closed ends the page."""
    position = start
    unclosed: set[str] = set()
    while found := _OPENS.search(source, position, end):
        if found["comment"]:
            position = _after(source, "-->", found.end(), end)
        elif found["raw"]:
            position = _after_raw(source, found["raw"], found.end(), end)
        elif found["close"] or found["site"].lower() in unclosed or not _hides(found):
            position = found.end()
            continue
        elif closed := _after_site(source, found["site"].lower(), found.end(), end):
            position = closed
        else:
            position = found.end()
            unclosed.add(found["site"].lower())  # never looked for again, so that one pass is enough
        yield found.start(), position


def _hides(found: re.Match[str]) -> bool:
    """A header is the site's where it says so: an article has one too."""
    if found["more"].rstrip().endswith("/"):
        return False
    return found["site"].lower() != "header" or bool(_BANNER.search(found["more"]))


def _after(source: str, text: str, start: int, end: int) -> int:
    place = source.find(text, start, end)
    return end if place < 0 else place + len(text)


def _after_raw(source: str, name: str, start: int, end: int) -> int:
    closed = re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE).search(source, start, end)
    return closed.end() if closed else end


def _after_site(source: str, name: str, start: int, end: int) -> int | None:
    """Where an element ends that may hold others of its name; None where it is never closed, and hides but its tag."""
    depth = 1
    for tag in re.compile(rf"<(?P<close>/?){name}\b[^<>]*>", re.IGNORECASE).finditer(source, start, end):
        depth += -1 if tag["close"] else 1
        if not depth:
            return tag.end()
    return None
