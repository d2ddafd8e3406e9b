"""From the holders of an owner cell to owners with an identity: which post, in which organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from answerable.extract.names import Glossary, Organisation, post_key
from answerable.extract.plan.respondent import stated_body
from answerable.extract.plan.splitting import Holder
from answerable.extract.records import MentionType, Owner
from answerable.ontology.iris import mint

__all__ = ["OwnerNaming"]

_BODIES: Final = frozenset({MentionType.ORGANISATION, MentionType.PROVIDER})


@dataclass(frozen=True, slots=True)
class OwnerNaming:
    """Gives holders of one plan their identity.

    A post is its normalised title in an organisation: the one that its own words name, else the respondent, the body
    whose plan this is. Where neither is known, the document itself keeps the post apart from all others.
    """

    glossary: Glossary
    respondent: Organisation | None
    document: str
    base: str

    def owner(self, holder: Holder) -> Owner:
        """Give the owner that a holder is."""
        text = holder.passage.text
        stated = stated_body(text, self.glossary, self.respondent)
        organisation = stated or self.respondent
        return Owner(
            text=text,
            iri=self._iri(holder, stated, organisation),
            kind=holder.kind,
            person=holder.person,
            post=holder.post,
            organisation=organisation.iri if organisation else None,
            organisation_stated=stated is not None,
        )

    def _iri(self, holder: Holder, stated: Organisation | None, organisation: Organisation | None) -> str:
        if holder.kind in _BODIES and stated:
            return stated.iri
        where = organisation.iri.rsplit("/", 1)[-1] if organisation else f"document-{self.document[:12]}"
        kind = {MentionType.ROLE: "post", MentionType.PERSON: "person", MentionType.TEAM: "unit"}.get(
            holder.kind, "organisation"
        )
        return mint(self.base, kind, where, post_key(holder.post or holder.passage.text, self.glossary))
