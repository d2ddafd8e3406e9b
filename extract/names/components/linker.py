"""Which name wins where several overlap, which thing each is, and the rule that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from answerable.extract.names.components.bounds import Stretches, text_of
from answerable.extract.names.components.gazetteer import Gazetteer
from answerable.extract.names.things import Thing, Things

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Linker"]


@Language.factory("answerable_linker", default_config={"priority": []})
def make_linker(nlp: Language, name: str, priority: list[str]) -> Linker:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component; `priority` names span groups, the highest last."""
    gazetteer = nlp.get_pipe("gazetteer") if nlp.has_pipe("gazetteer") else None
    return Linker(priority, Things.known(gazetteer.known if isinstance(gazetteer, Gazetteer) else ()))


_BODIES: Final = frozenset({"organisation", "provider", "place"})


class _Ranked(NamedTuple):
    span: Span
    group: str
    rank: int

    @property
    def named(self) -> tuple[str, str, str]:
        """The group, the name by which the thing is known there, and its kind."""
        span = self.span
        name = text_of(span.doc)[span.start_char : span.end_char] if self.group == "holders" else span.id_
        return self.group, name, span.label_


class Linker:
    """Writes the winners to `doc.spans["names"]`: kind as label, address as kb_id, the thing's key as id."""

    def __init__(self, priority: list[str], known: Things) -> None:
        self.priority = priority
        self.known = known

    def __call__(self, doc: Doc) -> Doc:
        """Choose, then link."""
        things = self.known.within(doc.user_data["glossary"], doc.user_data.get("base", ""))
        winners = sorted(_winners(doc, self.priority), key=lambda ranked: ranked.span.start)
        header = Stretches(doc.user_data.get("header", ()))
        heading = [things.of(*ranked.named) for ranked in winners if ranked.span.start_char in header]
        things = things.at_home(thing.key for thing in heading if thing.kind in _BODIES)
        linked: dict[str, Thing] = {}
        names = []
        for ranked in winners:
            thing = things.of(*ranked.named)
            linked.setdefault(thing.key, thing)
            names.append(
                Span(doc, ranked.span.start, ranked.span.end, label=thing.kind, kb_id=thing.iri, span_id=thing.key)
            )
        doc.spans["names"] = names
        doc.user_data["things"] = linked
        return doc


def _winners(doc: Doc, priority: list[str]) -> Iterator[_Ranked]:
    """Give the spans that win, the longest first and of equals the highest in priority."""
    mute = Stretches(doc.user_data.get("mute", ()))
    terse = Stretches(doc.user_data.get("terse", ()))
    candidates = [
        _Ranked(span, group, rank)
        for rank, group in enumerate(priority)
        for span in doc.spans.get(group, ())
        if span.start_char not in mute and not (group == "shapes" and span.start_char in terse)
    ]
    taken: set[int] = set()
    for ranked in sorted(candidates, key=lambda r: (r.group != "holders", -len(r.span), -r.rank, r.span.start)):
        covered = range(ranked.span.start, ranked.span.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            yield ranked
