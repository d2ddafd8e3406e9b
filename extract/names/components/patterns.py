"""Names that a form gives away, whatever they are: prisons, bodies named after their counties, acts, quoted titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.search import SmallWords, occurrences, positions
from answerable.extract.names.forms import singular, words_of
from answerable.extract.names.kinds import head_kind, is_class
from answerable.extract.names.spans import Known, Name, placed, text_of, write
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from answerable.ontology.gazetteer.words import Pattern

__all__ = ["Patterns"]

_QUOTED: Final = re.compile(  # the mark comes first, so that the engine can skip to it
    r"(?P<mark>['\"])(?<![\w'].)(?P<title>[A-Z][^'\"\n.]{2,70}?)(?P=mark)(?!\w)(?: (?P<after>[a-z]+))?"
)
_BEFORE: Final = ("in", "across", "throughout", "near", "around", "covering", "between")
_IN: Final = re.compile(  # the space comes first, so that the engine can skip to it
    r" (?=[A-Z])(?:" + "|".join(rf"(?<=\b{word} )" for word in _BEFORE) + r")(?P<one>[A-Z][a-z]{3,})"
    r"(?=[.,;)\n]| (?:and|or|to|in|by|with|from|for|are|is|will|have|has|who|where|on|at|as|but|that|which)\b)"
)
_PLACE: Final = re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=,| and | & | \(| CRC)")
_GLOSS: Final = re.compile(r" \([^)]*\)(?= CRC| Comm|$)")
_SMALL: Final = re.compile(r"[a-z]{4,}")
_END: Final = re.compile(r"(?![\w-])")
_TITLE_WORDS: Final = 9
"""A quotation of more words is somebody's sentence, not a title."""


@Language.factory("answerable_patterns")
def make_patterns(nlp: Language, name: str) -> Patterns:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component."""
    return Patterns(words().patterns)


class Patterns:
    """Writes such names to `doc.spans["patterns"]`, kind as label and the name as id."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = [(re.compile(pattern.match), pattern) for pattern in patterns]

    def __call__(self, doc: Doc) -> Doc:
        """Find them all."""
        found = [
            Name(match.start(), match.end(), kind, _GLOSS.sub("", match[0]))
            for match, kind in self._matches(text_of(doc))
            if head_kind(match[0]) in {None, kind} and (kind == "role" or not is_class(match[0].split()[-1]))
        ]
        write(doc, "patterns", (*_quoted(doc), *found, *_places(doc, found)))
        return doc

    def _matches(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Give the matches of every pattern, those of one pattern apart."""
        for expression, pattern in self._patterns:
            for start, end in _lines(text, pattern.has):
                for match in expression.finditer(text, start, end):
                    yield match, pattern.kind


def _lines(text: str, held: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Give where the lines stand that hold one word or another."""
    found = {text.rfind("\n", 0, at) + 1: at for word in held if word in text for at in positions(text, word)}
    for start, at in found.items():
        end = text.find("\n", at)
        yield start, end if end >= 0 else len(text)


def _quoted(doc: Doc) -> Iterator[Name]:
    for match in _QUOTED.finditer(text_of(doc)):
        title, after = match["title"], singular(match["after"] or "")
        said, count = words().heads.get(after) or head_kind(title), len(words_of(title))
        if (1 < count <= _TITLE_WORDS and not is_class(title)) or (said and count == 1):
            yield Name(match.start("title"), match.end("title"), said or "policy", title)


def _places(doc: Doc, found: list[Name]) -> Iterator[Name]:
    """Give the places that the names of bodies are made of, and single capitalised words that something is "in"."""
    text = text_of(doc)
    printed = (text[name.start : name.end] for name in found if name.kind in {"provider", "organisation"})
    bodies = (body.removeprefix("NPS ") + "," for body in printed)
    named = {part for body in bodies for part in _PLACE.findall(body)}
    after = list(_IN.finditer(text))
    known = Known(placed(doc, "gazetteer") if after else ())
    named |= {match["one"] for match in after if not known.over(match.start("one"))}
    small = SmallWords(text, _SMALL)
    places = {name: name for name in named if _may_be_a_place(name, small)}
    for start, end, name in occurrences(text, places, {}, ending=_END):
        yield Name(start, end, "place", name)


def _may_be_a_place(name: str, small: SmallWords) -> bool:
    low = name.lower()
    return low not in small and low not in words().months and not is_class(name) and head_kind(name) is None
