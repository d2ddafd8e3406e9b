"""Where a run of capitalised words holds more than one name: the joiners that part names and those within them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.extract.names.forms import singular
from answerable.extract.names.kinds import head_kind, is_class
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.extract.names.spans import Known

__all__ = ["JOINERS", "Word", "is_acronym", "parts"]

JOINERS: Final = frozenset({"of", "and", "&", "+", "for", "the", "in", "on", "to", "a"})
"""Small words that may stand within a name."""
_CAPITALS: Final = re.compile(r"[A-Z]{2,}\w*")
_BODIES: Final = frozenset({"organisation", "provider"})
_LOOSE: Final = frozenset({"in", "on", "to"})
"""Those that stand between names more often than within one."""


class Word(NamedTuple):
    """One word of a run and where it begins; a possessive ending is no part of it."""

    text: str
    start: int
    owns: bool = False
    """Whether it has a possessive ending."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def parts(found: list[Word], known: Known) -> Iterator[list[Word]]:
    """Cut a run at months, where one known name follows another, and at joiners that join two names."""
    part: list[Word] = []
    for index, word in enumerate(found):
        if (word.text.lower() in words().months and not known.over(word.start)) or (
            word.text in JOINERS and part and _cuts(part, found[index:], known)
        ):
            yield part
            part = []
        else:
            if part and (_follows(part[-1], word, known) or _owns(part, known)):
                yield part
                part = []
            part.append(word)
    yield part


def _follows(last: Word, word: Word, known: Known) -> bool:
    """Whether a known name follows another one, or follows the acronym that closes a name."""
    if known.at(word.start) is None or last.text in JOINERS:
        return False
    before = known.over(last.start)
    closed = before is not None and before.end <= last.end and before.kind not in {"organisation", "provider"}
    return closed or last.text.startswith("(")


def _owns(part: list[Word], known: Known) -> bool:
    """Whether a run so far is a body that has what follows: "Northgate College's Skills Passport"."""
    last = part[-1]
    if not last.owns:
        return False
    before = known.over(last.start)
    body = before is not None and before.kind in _BODIES
    return body or is_acronym(last.text) or head_kind(" ".join(word.text for word in part)) in _BODIES


def _cuts(left: list[Word], rest: list[Word], known: Known) -> bool:
    """Say whether a joiner parts two names instead of joining one."""
    joiner, right = rest[0], next((word for word in rest if word.text not in JOINERS), rest[0])
    if known.over(joiner.start) is not None:
        return False
    before, after = known.over(left[-1].start), known.at(right.start)
    last = singular(left[-1].text.lower())
    if joiner.text in {"and", "&", "+"}:
        titled = len(left) > 1 and left[1].text == "of"
        strong = len(left) > 1 and last in words().heads and last not in words().weak
        strong = strong or _alike(left, rest[1:])
        acronyms = is_acronym(left[-1].text) or is_acronym(right.text)
        return strong or (not titled and (acronyms or before is not None or after is not None))
    if joiner.text == "of":
        return (before is not None and before.start != left[-1].start) or (
            after is not None and last not in words().heads
        )
    if joiner.text == "for":
        return before is not None or after is not None
    if joiner.text in _LOOSE:
        return (
            before is not None or after is not None or _is_whole(left) or (joiner.text == "to" and is_class(right.text))
        )
    return left[-1].text not in {"of", "for", "in"}


def _is_whole(left: list[Word]) -> bool:
    """Whether the words before a joiner say all that a name says, or nothing: they have a head or name a class."""
    said = " ".join(word.text for word in left)
    low = left[0].text.lower()
    return head_kind(said) is not None or is_class(said) or is_acronym(left[-1].text) or low in words().openers


def _alike(left: list[Word], rest: list[Word]) -> bool:
    """Whether both sides of a joiner are names of one kind: "Security Strategy and Operating Procedures"."""
    right = list(takewhile(lambda word: word.text not in JOINERS, rest))
    kind = head_kind(left[-1].text) if len(left) > 1 and len(right) > 1 else None
    return kind is not None and kind == head_kind(right[-1].text)


def is_acronym(text: str) -> bool:
    """Whether a word is all capitals."""
    return bool(_CAPITALS.fullmatch(text))
