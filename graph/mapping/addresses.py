"""The addresses of the bodies and things that one record names: its own where it gives one, else made from the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerable.graph.notation import checked_iri
from answerable.ontology.iris import DEFAULT_BASE, mint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.extract.records import Mention, PlanRecord

__all__ = ["Addresses", "rebased"]


def rebased(iri: str, base: str) -> str:
    """Give an address under a build's own base, where it is one of ours."""
    return base + iri.removeprefix(DEFAULT_BASE) if base != DEFAULT_BASE and iri.startswith(DEFAULT_BASE) else iri


_JOINED = re.compile(r"\s+and\s+|\s*[,;/]\s*(?:and\s+)?")


class Addresses:
    """Finds the address of whatever a record names, under the base of the build."""

    def __init__(self, record: PlanRecord, base: str) -> None:
        self.base = base
        self._mentions: dict[str, Mention] = {}
        for mention in record.mentions:
            for form in (mention.label, mention.acronym or "", *mention.surfaces):
                self._mentions.setdefault(form.casefold(), mention)

    def given(self, iri: str) -> str:
        """Give an address from the record, checked, and under this build's own base."""
        return checked_iri(rebased(iri, self.base))

    def mention(self, name: str) -> Mention | None:
        """Give the mention that is printed in just this form, with or without an article, if there is one."""
        folded = name.casefold()
        return self._mentions.get(folded) or self._mentions.get(folded.removeprefix("the "))

    def inspectorate(self, name: str) -> str:
        """Give the address of an inspectorate."""
        return self._named(name, "organisation")

    def addressees(self, printed: str) -> Mapping[str, str]:
        """Give whoever a recommendation says should act, bodies or posts: each address with the name printed for it.

        "A and B" is two of them where the record knows both by name, else one.
        """
        parts = [printed] if self.mention(printed) else _JOINED.split(printed)
        known = parts if all(map(self.mention, parts)) else [printed]
        return {self._named(name, "agent"): name for name in known}

    def subject(self, name: str, iri: str | None) -> str:
        """Give the address of what was inspected: a body, a place or a theme."""
        return self.given(iri) if iri else self._named(name, "subject")

    def _named(self, name: str, kind: str) -> str:
        mention = self.mention(name)
        return self.given(mention.iri) if mention else mint(self.base, kind, name)
