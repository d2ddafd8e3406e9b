"""What the document says its acronyms stand for, and every place where it uses the acronym or the full form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from answerable.extract.names.components.bounds import span_at, text_of
from answerable.extract.names.forms import fold, plurals
from answerable.extract.names.glossary import Definition, Glossary, definitions
from answerable.ontology.gazetteer import words

__all__ = ["Abbreviations"]

_END: Final = r"(?:'?s)?(?!\w)"


@Language.factory("answerable_abbreviations")
def make_abbreviations(nlp: Language, name: str) -> Abbreviations:  # noqa: ARG001 - spaCy passes both
    """Make the component."""
    return Abbreviations()


class Abbreviations:
    """Writes uses of defined names to `doc.spans["defined"]`, the full form as id, and keeps the glossary."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the definitions, then find their uses before and after."""
        found = [d for d in definitions(text_of(doc)) if _makes_a_name(d)]
        own: dict[str, str] = {}
        for definition in found:
            own.setdefault(definition.acronym, _singular(definition))
        doc.user_data["glossary"] = Glossary(own)
        doc.spans["defined"] = list(_unique([*_printed(doc, found, own), *_uses(doc, own)]))
        return doc


def _makes_a_name(definition: Definition) -> bool:
    return definition.acronym not in words().initialisms and fold(definition.full) not in words().classes


def _singular(definition: Definition) -> str:
    """Give the full form as a kind in the singular, where a plural defines the acronym."""
    for last in (
        definition.full[:-1],
        re.sub(r"ies$", "y", definition.full),
        re.sub(r"s (of|to|in) ", r" \1 ", definition.full),
    ):
        if definition.full in plurals(last):
            return last
    return definition.full


def _printed(doc: Doc, found: Iterable[Definition], own: dict[str, str]) -> Iterator[Span]:
    """Give each definition whole, "Full Name (ACR)", as one use."""
    for d in found:
        start = min(d.full_start, d.acronym_start)
        end = max(d.full_end, d.acronym_end)
        closing = re.compile(r"(?:'?s)?\)").match(text_of(doc), end)
        yield from span_at(doc, start, closing.end() if closing else end, "", own[d.acronym])


def _uses(doc: Doc, own: dict[str, str]) -> Iterator[Span]:
    for acronym, full in own.items():
        forms = sorted({full, *plurals(full)}, key=len, reverse=True)
        spelled = "|".join(re.escape(form) for form in forms)
        for match in re.finditer(rf"(?<!\w)(?:{re.escape(acronym)}{_END}|(?i:{spelled}){_END})", text_of(doc)):
            yield from span_at(doc, match.start(), match.end(), "", full)


def _unique(spans: Iterable[Span]) -> Iterator[Span]:
    seen: set[tuple[int, int]] = set()
    for span in spans:
        if (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            yield span
