"""Names that a form gives away, whatever they are: prisons, bodies named after their counties, acts, quoted titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.bounds import Known, span_at, text_of, write
from answerable.extract.names.components.search import SmallWords, occurrences
from answerable.extract.names.forms import singular, words_of
from answerable.extract.names.kinds import head_kind, is_class
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

__all__ = ["Patterns"]

_QUOTED: Final = re.compile(  # the mark comes first, so that the engine can skip to it
    r"(?P<mark>['\"])(?<![\w'].)(?P<title>[A-Z][^'\"\n.]{2,70}?)(?P=mark)(?!\w)(?: (?P<after>[a-z]+))?"
)
_IN: Final = re.compile(
    r"\b(?:in|across|throughout|near|around|covering|between) (?P<one>[A-Z][a-z]{3,})"
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

    def __init__(self, patterns: Sequence[tuple[str, str]]) -> None:
        self._patterns = [(re.compile(pattern), kind) for kind, pattern in patterns]
        starts = "|".join(pattern.removeprefix(r"\b") for _, pattern in patterns)
        self._start = re.compile(rf"(?<![a-z](?![A-Z]))(?={starts})" if patterns else "(?!)")

    def __call__(self, doc: Doc) -> Doc:
        """Find them all."""
        found = [
            span
            for match, kind in self._matches(text_of(doc))
            if head_kind(match[0]) in {None, kind} and not is_class(match[0].split()[-1])
            for span in span_at(doc, match.start(), match.end(), kind, _GLOSS.sub("", match[0]))
        ]
        write(doc, "patterns", (*_quoted(doc), *found, *_places(doc, found)))
        return doc

    def _matches(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Give the matches of every pattern, those of one pattern apart.

        One look over the text says where any of them may begin: at a capital, or where no small letter goes before.
        """
        starts = [match.start() for match in self._start.finditer(text)]
        for pattern, kind in self._patterns:
            end = 0
            for start in starts:
                match = pattern.match(text, start) if start >= end else None
                if match:
                    end = match.end()
                    yield match, kind


def _quoted(doc: Doc) -> Iterator[Span]:
    for match in _QUOTED.finditer(text_of(doc)):
        title, after = match["title"], singular(match["after"] or "")
        said, count = words().heads.get(after) or head_kind(title), len(words_of(title))
        if (1 < count <= _TITLE_WORDS and not is_class(title)) or (said and count == 1):
            yield from span_at(doc, match.start("title"), match.end("title"), said or "policy", title)


def _places(doc: Doc, found: list[Span]) -> Iterator[Span]:
    """Give the places that the names of bodies are made of, and single capitalised words that something is "in"."""
    text = text_of(doc)
    bodies = (span.text.removeprefix("NPS ") + "," for span in found if span.label_ in {"provider", "organisation"})
    named = {part for body in bodies for part in _PLACE.findall(body)}
    after = list(_IN.finditer(text))
    known = Known(doc.spans["gazetteer"] if after else ())
    named |= {match["one"] for match in after if not known.over(match.start("one"))}
    small = SmallWords(text, _SMALL)
    places = {name: name for name in named if _may_be_a_place(name, small)}
    for start, end, name in occurrences(text, places, {}, ending=_END):
        yield from span_at(doc, start, end, "place", name)


def _may_be_a_place(name: str, small: SmallWords) -> bool:
    low = name.lower()
    return low not in small and low not in words().months and not is_class(name) and head_kind(name) is None
