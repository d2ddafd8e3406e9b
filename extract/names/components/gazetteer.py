"""Known names: one automaton over the gazetteers, for names whose capitals matter and for the rest.

spaCy's PhraseMatcher compares tokens, of which the whole text has to be made first. Here one pass over the letters
finds every form (Aho, Corasick) in small letters, and only where one stands is it asked whether it is printed as it
should be, and whether tokens begin and end there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import BytesAhoCorasick
from spacy.language import Language

from answerable.extract.names.components.tokenizer import tokenizer_of
from answerable.extract.names.forms import plurals
from answerable.extract.names.passages import plain
from answerable.extract.names.spans import Name, longest, text_of, tokens_of, write_placed
from answerable.ontology.gazetteer import Entry, known_entries, own_names, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Doc

    from answerable.extract.names.tokens import Tokens

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
    """Writes the known names to `doc.spans["gazetteer"]`, with kind as label and the entry's address as id.

    On the way it keeps under "cues" where the words stand that patterns are told by.
    """

    def __init__(self, nlp: Language, known: list[Entry]) -> None:
        self.known = tuple(known)
        exact: dict[str, Entry] = {}
        loose: dict[str, Entry] = {}
        for entry in known:
            for form, capitals in dict.fromkeys(spellings(entry)):
                (exact if capitals else loose).setdefault(form, entry)
        self.patterns = len(exact) + len(loose)
        self._forms = _Forms(exact, loose, tokenizer_of(nlp).cuts)

    def __call__(self, doc: Doc) -> Doc:
        """Find them all; the longest of those that overlap is kept."""
        tokens = tokens_of(doc)
        cues: defaultdict[str, list[int]] = defaultdict(list)
        write_placed(doc, "gazetteer", longest(self._forms.within(text_of(doc), tokens, cues), tokens))
        doc.user_data["cues"] = cues
        return doc


class _Forms:
    """Forms of names, and what each stands for: `exact` ones as they are printed, `loose` ones in any case."""

    def __init__(
        self, exact: Mapping[str, Entry], loose: Mapping[str, Entry], cuts: Callable[[str], tuple[int, ...]]
    ) -> None:
        self._exact = _told(_spaced(exact, cuts))
        self._loose = _told({form.lower(): entry for form, entry in reversed(_spaced(loose, cuts).items())})
        self._cues = frozenset(cue for pattern in words().patterns for cue in pattern.has)
        self._automaton = BytesAhoCorasick(list(dict.fromkeys(map(_bare, (*self._exact, *self._loose, *self._cues)))))

    def within(self, text: str, tokens: Tokens, cues: defaultdict[str, list[int]]) -> list[Name]:
        """Find every form that begins and ends with tokens, and on the way where the `cues` of patterns stand."""
        lowered = text.lower()
        small = lowered if len(lowered) == len(text) else text  # the rare letter that has a longer small form
        exact, loose, watched = self._exact.get, self._loose.get, self._cues
        found: list[Name] = []
        for _, start, end in self._automaton.find_matches_as_indexes(_bare(text), overlapping=True):
            said = text[start:end]
            if said in watched:
                cues[said].append(start)
            told = exact(said) or (loose(small[start:end]) if " " in said else None)
            if told and not _within_word(text, start, end) and tokens.are(start, end):
                found.append(Name(start, end, *told))
        return found


def _within_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or text[end : end + 1].isalnum()


def _bare(text: str) -> bytes:
    """Give a text in small letters, one byte for each letter; what ASCII does not have is looked at in the text."""
    return text.encode("ascii", "replace").lower()


def _told(forms: Mapping[str, Entry]) -> dict[str, tuple[str, str]]:
    return {form: (entry.kind, entry.iri) for form, entry in forms.items()}


def _spaced(forms: Mapping[str, Entry], cuts: Callable[[str], tuple[int, ...]]) -> dict[str, Entry]:
    """Add the prints that have spaces where tokens meet: "Multi - Agency" is "Multi-Agency"."""
    spaced: dict[str, Entry] = {}
    for form, entry in forms.items():
        ways = [_ways(word, cuts(word)) for word in form.split()]
        for each in product(*ways):
            spaced.setdefault(" ".join(each), entry)
    return spaced


def _ways(word: str, cuts: tuple[int, ...]) -> list[str]:
    """Give a word as it is, and with a space before one or more of its later tokens."""
    ways = [word[cuts[-1] :]]
    for start, end in zip(cuts[-2::-1], cuts[:0:-1], strict=True):
        ways = [word[start:end] + space + rest for space in ("", " ") for rest in ways]
    return ways
