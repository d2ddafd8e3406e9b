"""From the holders of an owner cell to owners with an identity: which post, in which organisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from answerable.extract.names import Glossary, Organisation, Title, post_key, read_title, without_body
from answerable.extract.plan.holders import is_post
from answerable.extract.plan.respondent import stated_body
from answerable.extract.plan.splitting import Holder
from answerable.extract.records import MentionType, Owner
from answerable.ontology.iris import DEFAULT_BASE, mint

__all__ = ["OwnerNaming"]

_BODIES: Final = frozenset({MentionType.ORGANISATION, MentionType.PROVIDER})
_PLACES: Final = {MentionType.ROLE: "post", MentionType.PERSON: "person", MentionType.TEAM: "unit"}


@dataclass(frozen=True, slots=True)
class OwnerNaming:
    """Gives holders of one plan their identity.

    A post is its normalised title in an organisation: the one that its own words name, else the respondent, the body
    whose plan this is. Where neither is known, the document itself keeps the post apart from all others. The words that
    name the organisation are no part of the title: "Director of Operations, Barset CRC" is Barset CRC's own director.
    """

    glossary: Glossary
    respondent: Organisation | None
    document: str
    base: str
    known: dict[tuple[str, MentionType, str | None, str | None], Owner] = field(default_factory=dict, compare=False)
    """The owners given so far: a plan prints the same few over and over."""

    def owner(self, holder: Holder) -> Owner:
        """Give the owner that a holder is."""
        printed = (holder.passage.text, holder.kind, holder.person, holder.post)
        if printed not in self.known:
            self.known[printed] = self._owner(holder)
        return self.known[printed]

    def _owner(self, holder: Holder) -> Owner:
        text = holder.passage.text
        stated = stated_body(text, self.glossary, self.respondent)
        organisation = stated or self.respondent
        name = without_body(holder.post or text, stated.forms) if stated else holder.post or text
        kind = MentionType.ROLE if holder.kind is MentionType.TEAM and stated and is_post(name) else holder.kind
        title = read_title(name) if kind is MentionType.ROLE else Title()
        return Owner(
            text=text,
            iri=stated.iri if holder.kind in _BODIES and stated else self._iri(kind, organisation, name),
            kind=kind,
            person=holder.person,
            post=holder.post,
            role=title.role.label if title.role else None,
            role_iri=self._rebased(title.role.iri) if title.role else None,
            portfolio=title.portfolio,
            unit=title.unit,
            unit_iri=self._iri(MentionType.TEAM, organisation, title.unit) if title.unit else None,
            organisation=organisation.iri if organisation else None,
            organisation_stated=stated is not None,
        )

    def _iri(self, kind: MentionType, organisation: Organisation | None, name: str) -> str:
        where = organisation.iri.rsplit("/", 1)[-1] if organisation else f"document-{self.document[:12]}"
        return mint(self.base, _PLACES.get(kind, "organisation"), where, post_key(name, self.glossary))

    def _rebased(self, iri: str) -> str:
        return self.base + iri.removeprefix(DEFAULT_BASE)
