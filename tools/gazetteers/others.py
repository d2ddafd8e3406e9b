"""The bodies that deliver commissioned services, and what the ministry's abbreviations stand for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.ontology.iris import DEFAULT_BASE, mint
from gazetteers.bodies import company_called
from gazetteers.naming import named
from gazetteers.tables import read_table
from gazetteers.turtle import Thing, label, text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["acronyms", "providers"]


def providers(folder: Path) -> Iterator[Thing]:
    """State the bodies that deliver commissioned rehabilitative services; one that is known already stays one."""
    for row in read_table(folder, "crs-providers"):
        if re.search(r"CRC$|Probation Service|^PS ", row["name"]):
            continue
        short = re.sub(r"\s*\(.*?\)|,? (?:Limited|Ltd|CIC)\b|\s+-.*", "", row["name"]).strip()
        iri = company_called(folder, row["name"])
        known = iri != mint(DEFAULT_BASE, "organisation", row["name"])
        facts = named("organisation", [row["name"]] if known else [short, row["name"]], source="interventions service")
        if known:  # its preferred name stands in the other table
            facts = [(term, value) for term, value in facts if term not in {"skos:prefLabel", "ap:priority"}]
        iri = iri if known else mint(DEFAULT_BASE, "organisation", short)
        yield iri, [*facts, ("dcterms:identifier", text(row["code"]))]


def acronyms(folder: Path) -> Iterator[Thing]:
    """State what the ministry's abbreviations stand for, and nothing else."""
    for row in read_table(folder, "acronyms"):
        if row["expansion"]:
            facts = [("a", "skos:Concept"), ("skos:prefLabel", label(row["expansion"]))]
            iri = mint(DEFAULT_BASE, "acronym", row["abbreviation"], row["expansion"])
            yield iri, [*facts, ("skos:notation", text(row["abbreviation"])), ("ap:priority", "0")]
