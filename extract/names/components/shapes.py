"""Unknown names, by their shape: capitals inside a sentence and acronyms; the last word gives the kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.runs import Run, runs
from answerable.extract.names.components.search import SmallWords, occurrences
from answerable.extract.names.forms import singular, words_of
from answerable.extract.names.kinds import head_kind
from answerable.extract.names.spans import Name, Placed, placed, text_of, write
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

__all__ = ["Shapes"]

_ACRONYM: Final = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][A-Za-z&]{2,7}\d?")
_TOLD: Final = re.compile(r" (?P<noun>[a-z-]+)\b(?: (?P<next>[a-z-]+)\b)?")
_SMALL: Final = re.compile(r"[a-z][a-z'-]+")
_END: Final = re.compile(r"(?![\w-])")
_GLOSS: Final = re.compile(r" \([A-Z]\w+\)")
_PRODUCTS: Final = frozenset({"system", "project", "programme", "tool"})
_TELLING: Final = _PRODUCTS | {"policy", "training", "service", "meeting"}
"""What a noun in small letters after a name may say of it; "XYZ managers" are not XYZ."""
_WHOLE: Final = frozenset({"team", "role", "meeting", "organisation", "provider", "place"})
"""Kinds whose name includes the body that has it: "DLNR Operations Board", but "HMPPS Target Operating Model"."""
_UNSAID: Final = "programme"
"""The kind of a name that says nothing of what it is: the reading that most fair readers could share."""


@Language.factory("answerable_shapes")
def make_shapes(nlp: Language, name: str) -> Shapes:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component."""
    return Shapes()


class Shapes:
    """Writes unknown names to `doc.spans["shapes"]`, kind as label and the name by itself as id."""

    def __call__(self, doc: Doc) -> Doc:
        """Find them; what the gazetteer knows outright is left to it."""
        small = SmallWords(text_of(doc), _SMALL)
        found = [name for run in runs(doc) for name in _named(doc, run, small)]
        write(doc, "shapes", (*found, *_echoes(doc, [*placed(doc, "patterns"), *found])))
        return doc


def _named(doc: Doc, run: Run, small: SmallWords) -> Iterator[Name]:
    tail = run.small if run.length > 1 and run.small in words().small else ""
    kind = words().heads[tail] if tail else _kind_of_one(doc, run, small) if run.length == 1 else _kind(doc, run, small)
    if kind:
        end = run.end + len(tail) + 1 if tail else run.end
        start = run.start if kind in _WHOLE else run.name_start
        yield Name(run.start, end, kind, _GLOSS.sub("", text_of(doc)[start:end]))


def _kind_of_one(doc: Doc, run: Run, small: SmallWords) -> str | None:
    """Say what a single word names: an acronym, a word with a capital inside, or one with a telling noun after it."""
    said = run.said
    bare = said.removesuffix("s") if said[:-1].isupper() else said
    if {said, bare} & words().initialisms or bare.lower() in small or run.owned:
        return None
    told = _told_after(doc, run.end)
    if _ACRONYM.fullmatch(bare):
        return told or _UNSAID
    return told if re.fullmatch(r"[A-Z][a-z]{3,}", bare) and not run.opens and told in _PRODUCTS else None


def _kind(doc: Doc, run: Run, small: SmallWords) -> str | None:
    said, kind = run.said, head_kind(run.said)
    if kind or run.edged:
        return kind  # a known name with more capitals on one side is a new name only where a head says so
    usual = (word in small or singular(word) in small or word in words().determiners for word in words_of(said))
    return None if said.isupper() or all(usual) else _told_after(doc, run.end) or ("team" if run.owned else _UNSAID)


def _told_after(doc: Doc, end: int) -> str | None:
    match = _TOLD.match(text_of(doc), end)
    nouns = (singular(match[group]) for group in ("noun", "next") if match[group]) if match else ()
    return next((kind for noun in nouns if (kind := words().heads.get(noun)) in _TELLING), None)


def _echoes(doc: Doc, found: Iterable[Name | Placed]) -> Iterator[Name]:
    """Give the other places where an accepted name stands: one word as it is, several in any case, but for posts."""
    exact: dict[str, Name | Placed] = {}
    loose: dict[str, Name | Placed] = {}
    for one in found:
        several = " " in one.name and head_kind(one.name) is not None  # a title quoted for its words is no phrase
        if not (several and one.kind == "role") and not _ACRONYM.fullmatch(one.name):
            (loose if several else exact).setdefault(one.name, one)
    for start, end, one in occurrences(text_of(doc), exact, loose, ending=_END):
        yield Name(start, end, one.kind, one.name)
