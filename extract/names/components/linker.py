"""Which name wins where several overlap, which thing each is, and the rule that decided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from sys import maxsize
from typing import TYPE_CHECKING, Final, TypeAlias

from spacy.language import Language

from answerable.extract.names.components.gazetteer import Gazetteer
from answerable.extract.names.kinds import head_kind
from answerable.extract.names.spans import Name, Stretches, Taken, as_spans, is_light, placed, settled, tokens_of
from answerable.extract.names.things import Thing, Things

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from spacy.tokens import Doc

__all__ = ["Linker"]


@Language.factory("answerable_linker", default_config={"priority": []})
def make_linker(nlp: Language, name: str, priority: list[str]) -> Linker:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component; `priority` names span groups, the highest last."""
    gazetteer = nlp.get_pipe("gazetteer") if nlp.has_pipe("gazetteer") else None
    return Linker(priority, Things.known(gazetteer.known if isinstance(gazetteer, Gazetteer) else ()))


_STANDING: Final = {"holders": 0, "model": 2}
"""Groups that come before and after all others, whatever the length of their names.

A holder is a whole cell, whatever it holds.
"""
_FARTHEST: Final = maxsize
"""Beyond the end of every text."""
_INITIAL: Final = re.compile(r"\b[A-Z](?=[a-z])")
_ACRONYM: Final = re.compile(r"[A-Z]{3,}")
_BODIES: Final = frozenset({"organisation", "provider", "place"})


class Linker:
    """Writes the winners to `doc.spans["names"]`: kind as label, address as kb_id, the thing's key as id.

    What they are is kept under "linked", each name with its thing, in the order of the text.
    """

    def __init__(self, priority: list[str], known: Things) -> None:
        self.priority = priority
        self._ranks = sorted((_STANDING.get(group, 1), -rank, group) for rank, group in enumerate(priority))
        self.known = known

    def __call__(self, doc: Doc) -> Doc:
        """Choose, then link."""
        things = self.known.within(doc.user_data["glossary"], doc.user_data.get("base", ""))
        winners = [winner[4:] for winner in _winners(doc, self._ranks)]
        header = Stretches(doc.user_data.get("header", ()))
        heading = [things.of(group, name.name, name.kind) for name, group in winners if name.start in header]
        things = things.at_home(thing.key for thing in heading if thing.kind in _BODIES)
        linked = [(name, things.of(group, name.name, name.kind)) for name, group in winners]
        implied = _implied({thing.key: thing for _, thing in linked}.values())
        if implied:
            linked = [(name, implied.get(thing.key, thing)) for name, thing in linked]
        doc.user_data["linked"] = linked
        if not is_light(doc):
            as_spans(doc, "names", ((name, thing.kind, thing.iri, thing.key) for name, thing in linked))
        return doc


def _implied(things: Collection[Thing]) -> dict[str, Thing]:
    """Say which unknown acronyms are the initials of just one other name, so that nobody needs to define them."""
    unknown = [thing for thing in things if thing.rule == "shape" and _ACRONYM.fullmatch(thing.name)]
    if not unknown:
        return {}
    initials: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        initials["".join(_INITIAL.findall(thing.name))].append(thing)
    meant = ((thing, initials[thing.name]) for thing in unknown)
    return {thing.key: full[0]._replace(rule="initials") for thing, full in meant if len(full) == 1}


_Candidate: TypeAlias = tuple[int, int, int, int, Name, str]
"""Where a name begins and ends, the standing and the rank of its group (the lower the better), the name, the group."""


def _winners(doc: Doc, ranks: list[tuple[int, int, str]]) -> list[_Candidate]:
    """Give the names that win, in order.

    Holders come first, then the longest, of equals the highest in priority, and a model where nothing else was found.
    """
    tokens = tokens_of(doc)

    def choose(names: list[_Candidate]) -> list[_Candidate]:
        taken = Taken()
        ranked = sorted(names, key=lambda name: (name[2], -tokens.count(name[0], name[1]), *name[3:]))
        return sorted(name for name in ranked if taken.take(name[0], name[1]))

    return settled(_candidates(doc, ranks), choose)


def _candidates(doc: Doc, ranks: list[tuple[int, int, str]]) -> Iterable[_Candidate]:
    """Give the names that may win: of those on the same words the one of the highest group."""
    mute, terse, header = (Stretches(doc.user_data.get(name, ())) for name in ("mute", "terse", "header"))
    begins = [*doc.user_data["sentences"], _FARTHEST]
    found: dict[tuple[int, int], _Candidate] = {}
    for standing, rank, group in ranks:
        for name in placed(doc, group):
            start, end, _, _ = name
            crosses = standing and begins[bisect_right(begins, start)] < end  # a sentence begins within it
            if crosses or (start, end) in found or start in mute:
                continue
            if group != "shapes" or start not in terse or _titled(name, header):
                found[start, end] = start, end, standing, rank, name, group
    return found.values()


def _titled(name: Name, header: Stretches) -> bool:
    """Whether a name in the header is a body's by its last words: there all words have capitals."""
    return name.start in header and " " in name.name and name.kind in _BODIES and head_kind(name.name) in _BODIES
