"""Taking names out of texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from answerable.graph.profiles.known_words import TITLES, is_plain_word, is_word_and_name
from answerable.graph.profiles.person import PersonName
from answerable.graph.profiles.seen import Seen, seen
from answerable.graph.profiles.unknown import MAIL, names_by_shape, titled_names

__all__ = ["MARK", "NameRemover"]

MARK: Final = "[name removed]"
"""What stands where a name stood."""
_WORD: Final = re.compile(r"[A-Za-z]+")
_WORTH: Final = re.compile(r"[A-Z@]")


class NameRemover:
    """Takes the names of people out of texts: those who are known, and what is a name by its shape.

    `texts` are all texts of the graph: a word that they use in small letters is an ordinary word, and stays where it
    stands alone. `labels` are the names of things and bodies, which stay as well.
    """

    def __init__(self, people: Collection[PersonName], texts: Iterable[str], labels: Iterable[str]) -> None:
        self._of: defaultdict[str, list[PersonName]] = defaultdict(list)
        for person in people:
            for word in {*person.words, person.key}:
                self._of[word].append(person)
        self._together = {(person.given[0] + person.key).casefold(): person for person in people if person.given}
        self._phrases = frozenset(_phrases(labels))
        self._ordinary = self._used_as_words(texts)

    def clean(self, text: str) -> str:
        """Give a text with a mark for each name; the text itself where it has none."""
        if not (_WORTH.search(text) or self._about(text)):
            return text
        shown = seen(text)
        by_shape = names_by_shape(shown.words, self._phrases)
        mails = (match.span() for match in MAIL.finditer(shown.words))
        spans = _merged([*self._known(shown.words), *by_shape, *mails])
        return _marked(text, shown, spans) if spans else text

    def names_in(self, text: str, *, titled: bool = False) -> Iterator[str]:
        """Give what is a name by its shape in a text, as a reader sees it; `titled` for only those behind a title."""
        if _WORTH.search(text):
            words = seen(text).words
            spans = titled_names(words) if titled else names_by_shape(words, self._phrases)
            yield from (words[start:end] for start, end in spans)

    def names_known(self, text: str) -> bool:
        """Whether a text holds the whole name of somebody known."""
        words = seen(text).words
        return any(person.whole.search(words) for person in self._about(words))

    def names_alone(self, word: str) -> bool:
        """Whether a word, in small letters, is a known name that is nothing else."""
        return word in self._of and self._is_name_alone(word)

    def people_of(self, words: Collection[str]) -> Iterator[PersonName]:
        """Give the known people whose name has one of these words, in small letters."""
        yield from dict.fromkeys(person for word in words for person in self._of.get(word, ()))

    def _about(self, words: str) -> Sequence[PersonName]:
        found = {word.casefold() for word in _WORD.findall(words)} & self._of.keys()
        return tuple(dict.fromkeys(person for word in sorted(found) for person in self._of[word]))

    def _known(self, words: str) -> Iterator[tuple[int, int]]:
        about = self._about(words) or self._run_together(words)
        for person in about:
            for match in person.whole.finditer(words):
                if not _is_phrase(match[0]):
                    yield match.span()
        for person in about:
            for match in person.alone.finditer(words):
                parts = [part for part in _WORD.findall(match[0].casefold()) if len(part) > 1]
                if parts and all(map(self._is_name_alone, parts)):
                    yield match.span()

    def _run_together(self, words: str) -> Sequence[PersonName]:
        """Give people whose name is a word by itself: "janedoe"."""
        found = {word.casefold() for word in _WORD.findall(words)} & self._together.keys()
        return tuple(self._together[word] for word in sorted(found))

    def _is_name_alone(self, word: str) -> bool:
        known = word in self._ordinary or word in self._phrases
        return not (known or is_word_and_name(word) or is_plain_word(word) or len(word) < 3)

    def _used_as_words(self, texts: Iterable[str]) -> frozenset[str]:
        """Give the words of names that stand in small letters somewhere, outside the names themselves."""
        found: set[str] = set()
        for text in texts:
            if not (about := self._about(text)):
                continue
            rest = seen(text).words
            for person in about:
                rest = person.whole.sub(" ", rest)
            found.update(word for word in re.findall(r"(?<![\w@.-])[a-z]+(?![\w@-])", rest) if word in self._of)
        return frozenset(found)


def _is_phrase(words: str) -> bool:
    """Whether what could be a name in small letters is made of ordinary words: "will grant"."""
    parts = [part for part in _WORD.findall(words) if part.casefold() not in TITLES]
    return words.islower() and all(map(is_word_and_name, parts))


def _phrases(labels: Iterable[str]) -> Iterator[str]:
    """Give all words, and all runs of up to four words, of some labels, in small letters."""
    for label in labels:
        words = seen(label).words.casefold().replace("(", " ").replace(")", " ").replace(",", " ").split()
        for length in range(1, 5):
            yield from (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, shown: Seen, spans: Sequence[tuple[int, int]]) -> str:
    parts, at = [], 0
    for span in spans:
        start, end = shown.span(*span)
        parts += [text[at:start], MARK]
        at = end
    cleaned = "".join([*parts, text[at:]])
    return re.sub(rf"{re.escape(MARK)}(?:[ -]{re.escape(MARK)})+", MARK, cleaned)
