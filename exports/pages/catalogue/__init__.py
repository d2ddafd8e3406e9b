"""All recommendations of a snapshot as a list to be narrowed down: by body, answer, owner, programme and year."""

from __future__ import annotations

from answerable.exports.pages.catalogue.catalogue import Catalogue, Item
from answerable.exports.pages.catalogue.facets import FACETS, Choice, Facet, facets_of, fitting
from answerable.exports.pages.catalogue.wording import Wording

__all__ = ["FACETS", "Catalogue", "Choice", "Facet", "Item", "Wording", "facets_of", "fitting"]
