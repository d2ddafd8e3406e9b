"""What kind of thing something is, in one word, from its classes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from answerable.ontology import terms

__all__ = ["KINDS", "kind_of"]

_CLASSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        terms.ACTION_PLAN: "plan",
        terms.CONCERN: "concern",
        terms.RECOMMENDATION: "recommendation",
        terms.POST_GROUP: "group",
        terms.ORG_POST: "post",
        terms.FOAF_PERSON: "person",
        terms.BOARD: "board",
        terms.ORG_UNIT: "team",
        terms.ORG_ORGANIZATION: "organisation",
        terms.PROGRAMME: "programme",
        terms.SERVICE: "service",
        terms.SYSTEM: "system",
        terms.TOOL: "tool",
        terms.POLICY: "policy",
        terms.TRAINING: "training",
        terms.MEETING: "meeting",
        terms.PLACE: "place",
        terms.LEGISLATION: "legislation",
        terms.PROJECT: "project",
        terms.ORG_CHANGE_EVENT: "change",
        terms.INSPECTION_SUBJECT: "theme",
        terms.ORG_ROLE_CLASS: "grade",
    }
)
"""Of several classes of a thing the first here decides."""
KINDS: Final = tuple(dict.fromkeys(_CLASSES.values()))
"""All kinds of named things, the ones that people ask for most first."""


def kind_of(classes: Collection[str]) -> str | None:
    """Give the kind of a thing with these classes; None for what nobody looks up by name.

    >>> kind_of({terms.ORG_ORGANIZATION, terms.ORG_UNIT})
    'team'
    """
    return next((kind for iri, kind in _CLASSES.items() if iri in classes), None)
