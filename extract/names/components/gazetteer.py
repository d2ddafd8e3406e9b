"""Known names: two phrase matchers over the gazetteers, one for names whose capitals matter and one for the rest."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from spacy.language import Language
from spacy.matcher import PhraseMatcher

from answerable.extract.names.forms import plurals
from answerable.extract.names.passages import plain
from answerable.extract.names.spans import longest, placing, write_placed
from answerable.ontology.gazetteer import Entry, known_entries, own_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["Gazetteer", "spellings"]

_SHORT: Final = 3
"""An acronym of fewer letters makes a mention only where the document defines it."""
_LOOSE: Final = frozenset(
    {"programme", "service", "system", "tool", "policy", "training", "legislation", "meeting", "project"}
)


@Language.factory("answerable_gazetteer", default_config={"without": [], "own": []})
def make_gazetteer(nlp: Language, name: str, without: list[str], own: list[str]) -> Gazetteer:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component; what only the sources `without` taught is left out, `own` are files of further names."""
    left_out = frozenset(without)
    known = (
        entry
        for entry in known_entries(own_names(map(Path, own)))
        if entry.priority and not entry.taught_only_by(left_out)
    )
    return Gazetteer(nlp, sorted(known, key=lambda entry: (-entry.priority, entry.iri)))


def spellings(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Give every print of a known thing, and whether its capitals matter."""
    acronym = [entry.notation] if entry.notation and len(entry.notation) >= _SHORT else []
    for name in map(plain, (*entry.names, *acronym)):
        several = " " in name and not name.isupper()
        exact = not several or entry.capitals or entry.kind in {"place", "role"}
        forms = [name, *(plurals(name) if entry.kind != "place" else ())]
        if "&" in name:
            forms += [form.replace("&", "and") for form in forms]
        elif " and " in name:
            forms += [form.replace(" and ", " & ") for form in forms]
        if "-" in name:
            forms += [re.sub(r"(\w)-(\w)", r"\1- \2", form) for form in forms]
        for form in dict.fromkeys(forms):
            if exact or entry.kind != "organisation" or form in {name, name.replace(" and ", " & ")}:
                yield form, exact  # in small letters the plural of a body is a class: "probation services"
            if exact and several:
                yield form.upper(), exact


class Gazetteer:
    """Writes the known names to `doc.spans["gazetteer"]`, with kind as label and the entry's address as id."""

    def __init__(self, nlp: Language, known: list[Entry]) -> None:
        self.known = tuple(known)
        self._told = {nlp.vocab.strings.add(entry.iri): (entry.kind, entry.iri) for entry in known}
        self._exact, self._loose = PhraseMatcher(nlp.vocab), PhraseMatcher(nlp.vocab, attr="LOWER")
        self.patterns = 0
        taken: set[tuple[str, bool]] = set()
        for entry in known:
            new = [form for form in dict.fromkeys(spellings(entry)) if form not in taken]
            taken.update(new)
            self._add(nlp, self._exact, entry.iri, [form for form, exact in new if exact])
            self._add(nlp, self._loose, entry.iri, [form for form, exact in new if not exact])

    def _add(self, nlp: Language, matcher: PhraseMatcher, iri: str, forms: list[str]) -> None:
        if forms:
            matcher.add(iri, [nlp.make_doc(form) for form in forms])
            self.patterns += len(forms)

    def __call__(self, doc: Doc) -> Doc:
        """Find them all; the longest of those that overlap is kept."""
        found = (
            (start, end, *self._told[key]) for matcher in (self._exact, self._loose) for key, start, end in matcher(doc)
        )
        write_placed(doc, "gazetteer", placing(doc, longest(found)))
        return doc
