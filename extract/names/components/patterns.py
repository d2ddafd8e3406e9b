"""Names that a form gives away, whatever they are: prisons, bodies named after their counties, acts, quoted titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.bounds import Known, span_at, text_of, unique
from answerable.extract.names.forms import singular, words_of
from answerable.extract.names.kinds import head_kind, is_class
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

__all__ = ["Patterns"]

_QUOTED: Final = re.compile(
    r"(?<![\w'])(?P<mark>['\"])(?P<title>[A-Z][^'\"\n.]{2,70}?)(?P=mark)(?!\w)(?: (?P<after>[a-z]+))?"
)
_IN: Final = re.compile(
    r"\b(?:in|across|throughout|near|around|covering|between) (?P<one>[A-Z][a-z]{3,})"
    r"(?=[.,;)\n]| (?:and|or|to|in|by|with|from|for|are|is|will|have|has|who|where|on|at|as|but|that|which)\b)"
)
_TITLE_WORDS: Final = 9
"""A quotation of more words is somebody's sentence, not a title."""


@Language.factory("answerable_patterns")
def make_patterns(nlp: Language, name: str) -> Patterns:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component."""
    return Patterns([(re.compile(pattern), kind) for kind, pattern in words().patterns])


class Patterns:
    """Writes such names to `doc.spans["patterns"]`, kind as label and the name as id."""

    def __init__(self, patterns: list[tuple[re.Pattern[str], str]]) -> None:
        self._patterns = patterns

    def __call__(self, doc: Doc) -> Doc:
        """Find them all."""
        text = text_of(doc)
        found = [
            span
            for pattern, kind in self._patterns
            for match in pattern.finditer(text)
            if head_kind(match[0]) in {None, kind} and not is_class(match[0].split()[-1])
            for span in span_at(
                doc, match.start(), match.end(), kind, re.sub(r" \([^)]*\)(?= CRC| Comm|$)", "", match[0])
            )
        ]
        doc.spans["patterns"] = list(unique([*_quoted(doc), *found, *_places(doc, found)]))
        return doc


def _quoted(doc: Doc) -> Iterator[Span]:
    for match in _QUOTED.finditer(text_of(doc)):
        title, after = match["title"], singular(match["after"] or "")
        said, count = words().heads.get(after) or head_kind(title), len(words_of(title))
        if (1 < count <= _TITLE_WORDS and not is_class(title)) or (said and count == 1):
            yield from span_at(doc, match.start("title"), match.end("title"), said or "policy", title)


def _places(doc: Doc, found: list[Span]) -> Iterator[Span]:
    """Give the places that the names of bodies are made of, and single capitalised words that something is "in"."""
    text, known = text_of(doc), Known(doc.spans["gazetteer"])
    bodies = (span.text.removeprefix("NPS ") + "," for span in found if span.label_ in {"provider", "organisation"})
    named = {
        part for body in bodies for part in re.findall(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=,| and | & | \(| CRC)", body)
    }
    small = set(re.findall(r"(?<![\w'-])[a-z]{4,}", text))
    named |= {match["one"] for match in _IN.finditer(text) if not known.over(match.start("one"))}
    named = {name for name in named if _may_be_a_place(name, small)}
    if named:
        spelled = "|".join(sorted(map(re.escape, named), key=lambda name: (-len(name), name)))
        for match in re.finditer(rf"(?<![\w'-])(?:{spelled})(?![\w-])", text):
            yield from span_at(doc, match.start(), match.end(), "place", match[0])


def _may_be_a_place(name: str, small: set[str]) -> bool:
    low = name.lower()
    return low not in small and low not in words().months and not is_class(name) and head_kind(name) is None
