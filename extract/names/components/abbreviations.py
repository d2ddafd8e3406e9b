"""What the document says its acronyms stand for, and every place where it uses the acronym or the full form."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.search import occurrences
from answerable.extract.names.forms import fold, plurals, words_of
from answerable.extract.names.glossary import Definition, Glossary, chosen, definitions
from answerable.extract.names.spans import Name, text_of, write
from answerable.ontology.gazetteer import NO_OWN_NAMES, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc

__all__ = ["Abbreviations"]

_END: Final = re.compile(r"(?:'?s)?(?!\w)")
_CLOSING: Final = re.compile(r"(?:'?s)?\)")


@Language.factory("answerable_abbreviations")
def make_abbreviations(nlp: Language, name: str) -> Abbreviations:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component."""
    return Abbreviations()


class Abbreviations:
    """Writes uses of defined names to `doc.spans["defined"]`, the full form as id, and keeps the glossary."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the definitions, then find their uses before and after."""
        found = [d for d in definitions(text_of(doc)) if _makes_a_name(d)]
        own = chosen(found)
        doc.user_data["glossary"] = Glossary(own, doc.user_data.get("own", NO_OWN_NAMES))
        write(doc, "defined", (*_printed(doc, found, own), *_uses(doc, own)))
        return doc


def _makes_a_name(definition: Definition) -> bool:
    return definition.acronym not in words().initialisms and fold(definition.full) not in words().subjects


def _printed(doc: Doc, found: Iterable[Definition], own: Mapping[str, str]) -> Iterator[Name]:
    """Give each definition whole, "Full Name (ACR)", as one use."""
    for d in found:
        start = min(d.full_start, d.acronym_start)
        end = max(d.full_end, d.acronym_end)
        closing = _CLOSING.match(text_of(doc), end)
        yield Name(start, closing.end() if closing else end, "", own[d.acronym])


def _uses(doc: Doc, own: Mapping[str, str]) -> Iterator[Name]:
    exact = dict(own)
    loose: dict[str, str] = {}
    for name in own.values():
        post, forms = _forms(name)
        (exact if post else loose).update(dict.fromkeys(forms, name))
    for start, end, name in occurrences(text_of(doc), exact, loose, ending=_END):
        yield Name(start, end, "", name)


@lru_cache(maxsize=20_000)
def _forms(name: str) -> tuple[bool, tuple[str, ...]]:
    """Say whether a name is a post's, which in small letters may be anybody's, and give its forms."""
    others = (form for form in plurals(name) if form != f"{name}s")  # that ending every use may have
    return words().heads.get(words_of(name)[-1]) == "role", (name, *others)
