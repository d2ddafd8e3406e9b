"""A holder whose name was misread, under its right name: the post that the right words mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from answerable.extract.names import Glossary, post_key
from answerable.extract.records import Mention, Owner, PlanRecord
from answerable.ontology.iris import slug

__all__ = ["renamed", "with_mentions_of"]


def renamed(owner: Owner, text: str, record: PlanRecord) -> Owner:
    """Give the owner that the right words mean: one that the record has already, else another in the same body."""
    home = _home(owner.iri)
    glossary = Glossary({each.acronym: each.label for each in record.mentions if each.acronym})
    iri = f"{home}/{slug(post_key(text, glossary))}"
    known = next((each for each in _owners(record) if text == each.text or each.iri == iri), None)
    if known:
        return known.model_copy(update={"text": text})
    return owner.model_copy(update={"text": text, "iri": iri, "person": None, "post": None})


def with_mentions_of(record: PlanRecord, owners: Mapping[str, Owner]) -> PlanRecord:
    """Give a record whose mentions follow the owners that were renamed, where no assignment has the old one any more.

    `owners` gives each by the address that it had before. The printed forms stay as they are printed.
    """
    left = {each.iri for each in _owners(record)}
    gone = {old: owner for old, owner in owners.items() if old not in left}
    mentions = tuple(_followed(each, gone) for each in record.mentions)
    return record.model_copy(update={"mentions": mentions}) if gone else record


def _followed(mention: Mention, gone: Mapping[str, Owner]) -> Mention:
    owner = gone.get(mention.iri)
    return mention.model_copy(update={"iri": owner.iri, "label": owner.text}) if owner else mention


def _owners(record: PlanRecord) -> Iterator[Owner]:
    return (
        owner
        for recommendation in record.recommendations
        for assignment in recommendation.assignments
        for owner in assignment.owners
    )


def _home(iri: str) -> str:
    return iri.rsplit("/", 1)[0]
