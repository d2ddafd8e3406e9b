"""Unknown names, by their shape: capitals inside a sentence, quoted titles, acronyms; the last word gives the kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc, Span

from answerable.extract.names.components.bounds import span_at, text_of
from answerable.extract.names.components.runs import Run, Word, runs
from answerable.extract.names.forms import fold, singular, words_of
from answerable.ontology.gazetteer import words

__all__ = ["Shapes"]

_QUOTED: Final = re.compile(
    r"(?<![\w'])(?P<mark>['\"])(?P<title>[A-Z][^'\"\n.]{2,70}?)(?P=mark)(?!\w)(?: (?P<after>[a-z]+))?"
)
_ACRONYM: Final = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][A-Za-z&]{2,7}\d?")
_AFTER: Final = re.compile(r"(?:'s)? (?:[a-z]+ )?(?P<noun>[a-z-]+)\b")
_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) (?:[A-Z][\w'-]+ ){0,2}[A-Z][\w'-]+")
_PRODUCTS: Final = frozenset({"system", "project", "programme", "tool"})
_UNSAID: Final = "programme"
"""The kind of a name that says nothing of what it is: the reading that most fair readers could share."""


@Language.factory("answerable_shapes")
def make_shapes(nlp: Language, name: str) -> Shapes:  # noqa: ARG001 - spaCy passes both
    """Make the component."""
    return Shapes()


class Shapes:
    """Writes unknown names to `doc.spans["shapes"]`, kind as label and the name by itself as id."""

    def __call__(self, doc: Doc) -> Doc:
        """Find them; what the gazetteer knows outright is left to it."""
        small = set(re.findall(r"(?<![\w'-])[a-z][a-z'-]+", text_of(doc)))
        found = [*_quoted(doc), *_persons(doc)]
        for run in runs(doc):
            found += _named(doc, run, small)
        doc.spans["shapes"] = found
        return doc


def _persons(doc: Doc) -> Iterator[Span]:
    for match in _TITLED.finditer(text_of(doc)):
        yield from span_at(doc, match.start(), match.end(), "person", match[0])


def _quoted(doc: Doc) -> Iterator[Span]:
    for match in _QUOTED.finditer(text_of(doc)):
        title, after = match["title"], singular(match["after"] or "")
        said = words().heads.get(after) or _head(words_of(title))
        if (" " in title and not _is_class(title)) or (said and " " not in title and len(title) > 3):
            yield from span_at(doc, match.start("title"), match.end("title"), said or "policy", title)


def _named(doc: Doc, run: Run, small: set[str]) -> Iterator[Span]:
    name = [word for word in run.words if word.start >= run.name_start]
    said = text_of(doc)[run.name_start : run.end]
    if not name or run.known or _is_class(said):
        return
    kind = _kind_of_one(doc, run, name[0], small) if len(name) == 1 else _kind_of_many(doc, run, said, small)
    if kind:
        whole = run.start if kind in {"team", "role", "meeting"} else run.name_start
        plain = re.sub(r" \([A-Z]\w+\)", "", text_of(doc)[whole : run.end])
        yield from span_at(doc, run.start, run.end, kind, plain)


def _kind_of_one(doc: Doc, run: Run, word: Word, small: set[str]) -> str | None:
    """Say what a single word names: an acronym, a word with a capital inside, or one with a telling noun after it."""
    bare = re.sub(r"'?s$", "", word.text)
    if {word.text, bare} & words().initialisms or bare.lower() in small or run.start != run.name_start:
        return None
    told = _told_after(doc, run.end)
    if _ACRONYM.fullmatch(bare):
        return told or _UNSAID
    if re.fullmatch(r"[A-Z][a-z]{3,}", bare) and not run.opens and told in _PRODUCTS:
        return told
    return None


def _kind_of_many(doc: Doc, run: Run, said: str, small: set[str]) -> str | None:
    head = _head(words_of(re.sub(r"\([^)]*\)", "", said)))
    if head:
        return head
    if said.isupper() or all(word.lower() in small for word in words_of(said) if word not in words().empty):
        return None
    return _told_after(doc, run.end) or _UNSAID


def _head(names: list[str]) -> str | None:
    """Say what the last words of a name make of it."""
    last = [singular(word) for word in names[-3:]]
    options = (" ".join(last[i:]) for i in range(len(last)))
    of = singular(names[0]) if names and "of" in names[:3] else ""
    return words().heads.get(of) or next((words().heads[o] for o in options if o in words().heads), None)


def _told_after(doc: Doc, end: int) -> str | None:
    match = _AFTER.match(text_of(doc), end)
    return words().heads.get(singular(match["noun"])) if match else None


def _is_class(name: str) -> bool:
    told = [word for word in words_of(name) if word not in STOP_WORDS]
    return fold(name) in words().classes or not told or " ".join(map(singular, told)) in words().classes
