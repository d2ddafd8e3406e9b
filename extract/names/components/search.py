"""Where forms stand in a text.

Plain search for one form is so much faster than an expression of many, which every text would compile anew, that each
form is looked for by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

T = TypeVar("T")

__all__ = ["SmallWords", "occurrences", "positions"]


class SmallWords:
    """The words in small letters that a text has, looked up when they are asked for; `word` says what is one."""

    def __init__(self, text: str, word: re.Pattern[str]) -> None:
        self._text = text
        self._word = word
        self._asked: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        if word not in self._asked:
            self._asked[word] = self._holds(word)
        return self._asked[word]

    def _holds(self, word: str) -> bool:
        return bool(self._word.fullmatch(word)) and any(self._whole(word, at) for at in positions(self._text, word))

    def _whole(self, word: str, start: int) -> bool:
        found = None if _within_word(self._text, start) else self._word.match(self._text, start)
        return found is not None and found[0] == word


def positions(text: str, form: str) -> Iterator[int]:
    """Give every place where a form stands in a text, as a part of words or by itself."""
    start = text.find(form)
    while start >= 0:
        yield start
        start = text.find(form, start + 1)


def occurrences(
    text: str, exact: Mapping[str, T], loose: Mapping[str, T], *, ending: re.Pattern[str]
) -> Iterator[tuple[int, int, T]]:
    """Find forms in a text, the longest at each place: `exact` ones as they stand, `loose` ones in any case.

    `ending` is what may close a form. Gives start, end and what the form stands for.
    """
    yield from _standing(text, exact, ending)
    if loose:
        lowered = text.lower()
        small = lowered if len(lowered) == len(text) else text  # the rare letter that has a longer small form
        yield from _standing(small, {form.lower(): found for form, found in loose.items()}, ending)


def _standing(text: str, forms: Mapping[str, T], ending: re.Pattern[str]) -> Iterator[tuple[int, int, T]]:
    found: dict[int, tuple[int, T]] = {}
    for form in sorted([form for form in forms if form in text], key=len):  # most stand nowhere
        for start in positions(text, form):
            closed = None if _within_word(text, start) else ending.match(text, start + len(form))
            if closed:
                found[start] = closed.end(), forms[form]
    return _apart(found)


def _within_word(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_'-")


def _apart(found: Mapping[int, tuple[int, T]]) -> Iterator[tuple[int, int, T]]:
    """Give what begins after the end of the one before, in order."""
    last = 0
    for start, (end, what) in sorted(found.items(), key=lambda item: item[0]):
        if start >= last:
            yield start, end, what
            last = end
