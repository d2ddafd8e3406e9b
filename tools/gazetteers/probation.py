"""The probation regions, the divisions and the rehabilitation companies before them, and the delivery units."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.ontology.iris import DEFAULT_BASE, mint, slug
from gazetteers.bodies import body_iri, company_called, table
from gazetteers.naming import acronym_like, lifetime, named
from gazetteers.tables import Row, parts, read_table
from gazetteers.turtle import Thing, label, link, text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["company_iri", "delivery_units", "heirs", "probation", "region_iri", "short_name"]

# Short forms that name the body which serves a region, and not the region.
OF_THE_BODY = {"HMPPS in Wales", "LPS", "GMPS"}
# Short forms that are everyday words or initials of something else.
AMBIGUOUS = {"KSS", "TV"}


def region_iri(name: str) -> str:
    """Give the address of the body that serves a region: an organisation, where the region itself is a place."""
    return mint(DEFAULT_BASE, "organisation", f"{name} Probation Region")


def short_name(row: Row) -> str:
    """Give the everyday name of a rehabilitation company."""
    return row["name"].replace("Community Rehabilitation Company", "CRC")


def company_iri(row: Row) -> str:
    """Give the address of a rehabilitation company."""
    return mint(DEFAULT_BASE, "provider", short_name(row))


def heirs(row: Row) -> list[str]:
    """Give the regions that followed a division or a company."""
    return [region_iri(name) for name in parts(row["successor_region"], "|")]


def probation(folder: Path) -> Iterator[Thing]:
    """State the regions as places and as bodies, the divisions and the rehabilitation companies."""
    for row in read_table(folder, "probation-regions"):
        if row["kind"] == "crc":
            yield company_iri(row), _company(folder, row)
        elif row["kind"] == "region":
            yield mint(DEFAULT_BASE, "place", row["name"]), _place(row)
            yield region_iri(row["name"]), _region(folder, row)
        else:
            yield mint(DEFAULT_BASE, "organisation", row["name"]), _division(folder, row)


def _place(row: Row) -> list[tuple[str, str]]:
    forms = [form for form in parts(row["short_forms"], "|") if form not in OF_THE_BODY]
    notation = next(filter(acronym_like, forms), "")
    names = [row["name"], *(form for form in forms if not acronym_like(form))]
    return named("place", names, notation=notation, source="region codes; general knowledge")


def _region(folder: Path, row: Row) -> list[tuple[str, str]]:
    name, forms = row["name"], [form for form in parts(row["short_forms"], "|") if form in OF_THE_BODY]
    notation = next(filter(acronym_like, forms), "")
    names = [f"{name} Probation Region", f"{name} Probation Service", f"Probation Service {name}"]
    names += [f"{the}Probation Service {dash} {name}" for the in ("", "The ") for dash in "–-"]
    names += sorted(set(forms) - {notation})
    facts = named("organisation", names, notation=notation, source="region codes; general knowledge")
    facts += [("org:subOrganizationOf", link(body_iri(table(folder)["ps"])))]
    facts += [("dcterms:spatial", link(mint(DEFAULT_BASE, "place", name))), ("dcterms:identifier", text(row["code"]))]
    return facts + lifetime(row)


def _division(folder: Path, row: Row) -> list[tuple[str, str]]:
    forms = parts(row["short_forms"], "|")
    notation = next(filter(acronym_like, forms), "")
    names = [row["name"], *(form for form in forms if not acronym_like(form))]
    facts = named("organisation", names, notation=notation, source="region codes; general knowledge")
    facts += [("org:subOrganizationOf", link(company_called(folder, row["owner_or_parent"])))]
    return [*facts, ("dcterms:identifier", text(row["code"])), *lifetime(row)]


def _company(folder: Path, row: Row) -> list[tuple[str, str]]:
    """State a rehabilitation company; the other table knows how real plans misspell it."""
    short = short_name(row)
    known = [form for form in parts(row["short_forms"], "|") if form not in AMBIGUOUS]
    notation = next((form for form in known if form.endswith(" CRC") and acronym_like(form)), "")
    also = next((other for other in table(folder).values() if other["name"] == short), {})
    wrong = re.findall(r"(\w+) is a misspelling", also.get("note", ""))
    names = [short, row["name"], *known, *(n for n in parts(also.get("aliases", ""), "|") if n.split()[0] not in wrong)]
    facts = named("provider", names, notation=notation, source="Delius provider codes; general knowledge")
    facts += [("skos:hiddenLabel", label(form + end)) for form in wrong for end in ("", " CRC")]
    return [*facts, ("dcterms:identifier", text(row["code"])), *lifetime(row)]


def delivery_units(folder: Path) -> Iterator[Thing]:
    """State the delivery units as bodies of their regions, and the areas that they are called after as places."""
    for row in read_table(folder, "pdus"):
        name, place = row["pdu"], mint(DEFAULT_BASE, "place", row["pdu"])
        names = [f"{name} PDU", f"{name} Probation Delivery Unit"]
        facts = named("organisation", names, source="delivery units of 2023")
        facts += [("org:subOrganizationOf", link(region_iri(row["region"]))), ("dcterms:spatial", link(place))]
        yield mint(DEFAULT_BASE, "organisation", f"{name} PDU"), facts
        if slug(name) != slug(row["region"]):
            region = mint(DEFAULT_BASE, "place", row["region"])
            yield place, [*named("place", [name], source="delivery units of 2023"), ("skos:broader", link(region))]
    for row in read_table(folder, "probation-regions"):
        for county in parts(row["counties"], ";"):
            yield mint(DEFAULT_BASE, "place", county), named("place", [county], source="counties of the regions")
