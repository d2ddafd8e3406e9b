"""Grades and role nouns: what the title of a post says its holder is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from answerable.ontology.gazetteer.statements import NAMESPACE, SKOS, statements

__all__ = ["Role", "roles"]


@dataclass(frozen=True, slots=True)
class Role:
    """A grade or a role: its address, its name in full, its abbreviation, other words for it, and the plainer role.

    `opens` says that a title may open with it and go on with its portfolio.
    """

    iri: str
    label: str
    notation: str | None
    labels: tuple[str, ...]
    broader: str | None
    opens: bool


@cache
def roles() -> Mapping[str, Role]:
    """Give every known role by its address."""
    stated = statements([Path(__file__).parent / "roles.ttl"])
    return MappingProxyType(
        {
            iri: Role(
                iri,
                facts[SKOS + "prefLabel"][0],
                next(iter(facts[SKOS + "notation"]), None),
                tuple(sorted(facts[SKOS + "altLabel"])),
                next(iter(facts[SKOS + "broader"]), None),
                "true" in facts[NAMESPACE + "opens"],
            )
            for iri, facts in stated.items()
            if facts[SKOS + "prefLabel"]
        }
    )
