"""Unknown names, by their shape: capitals inside a sentence and acronyms; the last word gives the kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.context import appositive, is_ordinary, told_after, told_before
from answerable.extract.names.components.runs import Run, runs
from answerable.extract.names.components.search import SmallWords, occurrences
from answerable.extract.names.forms import singular, words_of
from answerable.extract.names.kinds import head_kind, is_class
from answerable.extract.names.spans import Name, placed, text_of, write
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

__all__ = ["Shapes"]

_ACRONYM: Final = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][A-Za-z&]{2,7}\d?")
_CAMEL: Final = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+\d?|[a-z]{1,2}[A-Z][a-z]+")
_SMALL: Final = re.compile(r"[a-z][a-z'-]+")
_END: Final = re.compile(r"(?![\w-])")
_GLOSS: Final = re.compile(r" \([A-Z]\w+\)")
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
        posts = (name for name in placed(doc, "holders") if name.kind == "role" and is_class(name.name))
        write(doc, "shapes", (*found, *_echoes(doc, [*placed(doc, "patterns"), *found, *posts])))
        return doc


def _named(doc: Doc, run: Run, small: SmallWords) -> Iterator[Name]:
    tail = run.small if run.length > 1 and run.small in words().small else ""
    kind = words().heads[tail] if tail else _kind_of_one(doc, run, small) if run.length == 1 else _kind(doc, run, small)
    if kind:
        end = run.end + len(tail) + 1 if tail else run.end
        start = run.start if kind in _WHOLE else run.name_start
        yield Name(run.start, end, kind, _GLOSS.sub("", text_of(doc)[start:end]))


def _kind_of_one(doc: Doc, run: Run, small: SmallWords) -> str | None:
    """Say what one word names: an acronym, a word with a capital inside, or one of which the words around it tell."""
    said = run.said
    bare = said.removesuffix("s") if said[:-1].isupper() else said
    if {said, bare} & words().initialisms or bare.lower() in small or run.owned:
        return None
    if _ACRONYM.fullmatch(bare) or _CAMEL.fullmatch(bare):
        return _told(doc, run) or _UNSAID
    plain = re.fullmatch(r"[A-Z][a-z]{3,}", bare) and not is_ordinary(bare)
    return _told(doc, run) if plain else None


def _kind(doc: Doc, run: Run, small: SmallWords) -> str | None:
    said, kind = run.said, head_kind(run.said)
    if kind or run.edged:
        return kind  # a known name with more capitals on one side is a new name only where a head says so
    usual = (word in small or singular(word) in small or word in words().determiners for word in words_of(said))
    if said.isupper() or said in words().initialisms or all(usual):
        return None
    return _told(doc, run) or ("team" if run.owned else _UNSAID)


def _told(doc: Doc, run: Run) -> str | None:
    """Say what the words around a name make of it."""
    text = text_of(doc)
    apposed = appositive(text, run.end, opens=run.opens and run.length == 1)
    if apposed or (run.opens and run.length == 1):
        return apposed
    return told_after(text, run.end, single=run.length == 1) or told_before(text, run.start)


def _echoes(doc: Doc, found: Iterable[Name]) -> Iterator[Name]:
    """Give the other places where an accepted name stands: one word as it is, several in any case, but for posts."""
    exact: dict[str, Name] = {}
    loose: dict[str, Name] = {}
    for one in found:
        several = " " in one.name and head_kind(one.name) is not None  # a title quoted for its words is no phrase
        if not (several and one.kind == "role" and not is_class(one.name)) and not _ACRONYM.fullmatch(one.name):
            (loose if several and one.kind != "role" else exact).setdefault(one.name, one)
    for start, end, one in occurrences(text_of(doc), exact, loose, ending=_END):
        yield Name(start, end, one.kind, one.name)
