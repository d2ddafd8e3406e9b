"""Names that a form gives away, whatever they are: prisons, bodies named after their counties, acts, quoted titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.search import SmallWords, occurrences
from answerable.extract.names.forms import singular, words_of
from answerable.extract.names.kinds import head_kind, is_class
from answerable.extract.names.spans import Known, Name, outline_of, placed, text_of, write
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from answerable.ontology.gazetteer.words import Pattern

__all__ = ["Patterns"]

_QUOTED: Final = tuple(  # one for each mark, so that the engine can skip to it
    re.compile(rf"{mark}(?<![\w'].)(?P<title>[A-Z][^'\"\n.]{{2,70}}?){mark}(?!\w)(?: (?P<after>[a-z]+))?")
    for mark in ("'", '"')
)
_BEFORE: Final = ("in", "across", "throughout", "near", "around", "covering", "between")
_CAPITAL: Final = re.compile(rb"A(?:(?<=aaaa A)|(?<=[^Aa0]aa A)|(?<=\Aaa A))aaa+(?=[.,)|]| a)")
"""In an outline, a word with a capital amid others, after one that is as long as those may be."""
_IN: Final = re.compile(
    "(?:" + "|".join(rf"(?<=\b{word} )" for word in _BEFORE) + r")(?P<one>[A-Z][a-z]{3,})"
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
            for match, kind in self._matches(text_of(doc), doc.user_data["cues"])
            if head_kind(match[0]) in {None, kind} and (kind == "role" or not is_class(match[0].split()[-1]))
        ]
        write(doc, "patterns", (*_quoted(text_of(doc)), *found, *_places(doc, found)))
        return doc

    def _matches(self, text: str, cues: Mapping[str, Sequence[int]]) -> Iterator[tuple[re.Match[str], str]]:
        """Give the matches of every pattern, those of one pattern apart, in the lines that hold one of its cues."""
        for expression, pattern in self._patterns:
            for start, end in _lines(text, [at for cue in pattern.has if cue in cues for at in cues[cue]]):
                for match in expression.finditer(text, start, end):
                    yield match, pattern.kind


def _lines(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the lines that some places are in."""
    found = {text.rfind("\n", 0, at) + 1: at for at in places}
    for start, at in found.items():
        end = text.find("\n", at)
        yield start, end if end >= 0 else len(text)


def _quoted(text: str) -> Iterator[Name]:
    for match in sorted((found for mark in _QUOTED for found in mark.finditer(text)), key=re.Match.start):
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
    amid = (match.start() for match in _CAPITAL.finditer(outline_of(doc)))
    after = [match for at in amid if (match := _IN.match(text, at))]
    known = Known(placed(doc, "gazetteer") if after else ())
    named |= {match["one"] for match in after if not known.over(match.start("one"))}
    small = SmallWords(text, _SMALL)
    places = {name: name for name in named if _may_be_a_place(name, small)}
    for start, end, name in occurrences(text, places, {}, ending=_END):
        yield Name(start, end, "place", name)


def _may_be_a_place(name: str, small: SmallWords) -> bool:
    low = name.lower()
    return low not in small and low not in words().months and not is_class(name) and head_kind(name) is None
