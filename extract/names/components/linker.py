"""Which name wins where several overlap, which thing each is, and the rule that decided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.components.gazetteer import Gazetteer
from answerable.extract.names.kinds import head_kind
from answerable.extract.names.spans import Placed, Stretches, Taken, as_spans, is_light, placed
from answerable.extract.names.things import Thing, Things

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Doc

__all__ = ["Linker"]


@Language.factory("answerable_linker", default_config={"priority": []})
def make_linker(nlp: Language, name: str, priority: list[str]) -> Linker:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component; `priority` names span groups, the highest last."""
    gazetteer = nlp.get_pipe("gazetteer") if nlp.has_pipe("gazetteer") else None
    return Linker(priority, Things.known(gazetteer.known if isinstance(gazetteer, Gazetteer) else ()))


_STANDING: Final = {"holders": 0, "model": 2}
"""Groups that come before and after all others, whatever the length of their names."""
_INITIAL: Final = re.compile(r"\b[A-Z](?=[a-z])")
_ACRONYM: Final = re.compile(r"[A-Z]{3,}")
_BODIES: Final = frozenset({"organisation", "provider", "place"})


class Linker:
    """Writes the winners to `doc.spans["names"]`: kind as label, address as kb_id, the thing's key as id.

    What they are is kept under "linked", each name with its thing, in the order of the text.
    """

    def __init__(self, priority: list[str], known: Things) -> None:
        self.priority = priority
        self.known = known

    def __call__(self, doc: Doc) -> Doc:
        """Choose, then link."""
        things = self.known.within(doc.user_data["glossary"], doc.user_data.get("base", ""))
        winners = sorted(_winners(doc, self.priority))
        header = Stretches(doc.user_data.get("header", ()))
        heading = [things.of(group, name.name, name.kind) for name, group in winners if name.start in header]
        things = things.at_home(thing.key for thing in heading if thing.kind in _BODIES)
        linked = [(name, things.of(group, name.name, name.kind)) for name, group in winners]
        implied = _implied({thing.key: thing for _, thing in linked}.values())
        linked = [(name, implied.get(thing.key, thing)) for name, thing in linked]
        doc.user_data["linked"] = linked
        if not is_light(doc):
            as_spans(doc, "names", ((name, thing.kind, thing.iri, thing.key) for name, thing in linked))
        return doc


def _implied(things: Collection[Thing]) -> dict[str, Thing]:
    """Say which unknown acronyms are the initials of just one other name, so that nobody needs to define them."""
    initials: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        initials["".join(_INITIAL.findall(thing.name))].append(thing)
    meant = (
        (thing, initials[thing.name]) for thing in things if thing.rule == "shape" and _ACRONYM.fullmatch(thing.name)
    )
    return {thing.key: full[0]._replace(rule="initials") for thing, full in meant if len(full) == 1}


def _winners(doc: Doc, priority: list[str]) -> Iterator[tuple[Placed, str]]:
    """Give the names that win, with their groups.

    Holders come first, then the longest, of equals the highest in priority, and a model where nothing else was found.
    """
    mute = Stretches(doc.user_data.get("mute", ()))
    terse = Stretches(doc.user_data.get("terse", ()))
    header = Stretches(doc.user_data.get("header", ()))
    ranks = [(_STANDING.get(group, 1), -rank, group) for rank, group in enumerate(priority)]
    candidates = sorted(
        (standing, -name.length, rank, name, group) for standing, rank, group in ranks for name in placed(doc, group)
    )
    sentences: list[int] = doc.user_data["sentences"]
    taken = Taken()
    for _, _, _, name, group in candidates:
        if name.start in mute or _crosses(name, group, sentences):
            continue
        fits = group != "shapes" or name.start not in terse or _titled(name, header)
        if fits and taken.take(name.start, name.end):
            yield name, group


def _titled(name: Placed, header: Stretches) -> bool:
    """Whether a name in the header is a body's by its last words: there all words have capitals."""
    return name.start in header and " " in name.name and name.kind in _BODIES and head_kind(name.name) in _BODIES


def _crosses(name: Placed, group: str, sentences: list[int]) -> bool:
    """Whether a sentence begins within a name; a holder is a whole cell, whatever it holds."""
    after = bisect_right(sentences, name.start)
    return group != "holders" and after < len(sentences) and sentences[after] < name.end
