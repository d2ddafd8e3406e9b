#!/usr/bin/env python3
"""Make the generated gazetteers from the reference tables.

    make_gazetteers.py REFERENCE_FOLDER [OUTPUT_FOLDER]

The same tables give the same bytes. `things.ttl` is kept by hand and left alone.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer_turtle import Fact, date, label, text, write

from answerable.ontology.iris import DEFAULT_BASE, mint, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = {
    "crc": "provider",
    "unit": "team",
    "board": "team",
    "programme unit": "programme",
    "service unit": "programme",
}
# Rows that the hand-kept file or another table says better, and classes of bodies, which are no names.
LEFT_OUT = {"police", "la", "welsh-la", "visionable", "prp", "pwp", "cas", "dlnr-slt"}
# Names that are everyday words, so that print alone does not say that the body is meant.
EVERYDAY = frozenset(
    [
        *(
            "acorn",
            "choices",
            "foundation",
            "grow",
            "harbour",
            "inclusion",
            "shelter",
            "pecan",
            "c2c",
            "positive steps",
        ),
        *("send", "ford", "mount", "rebuild with hope", "isis", "deerbolt", "hull", "back on track", "changing lives"),
        *("magistra", "the bridge", "women of worth", "reform,restore,respect", "rotunda", "shp", "evolve east anglia"),
    ]
)

Row = dict[str, str]


def rows(folder: Path, name: str) -> Iterator[Row]:
    """Read one reference table."""
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {key: (value or "").strip() for key, value in row.items() if key}


def parts(value: str, mark: str) -> list[str]:
    """Split a cell."""
    return [part.strip() for part in value.split(mark) if part.strip()]


def taught_by(source: str) -> list[str]:
    """Say who taught a row: a plan as "seed 000", anything else in the table's own words."""
    found = [f"seed {number}" for number in re.findall(r"\b00\d\b", source)]
    rest = re.sub(r"\bsamples?\b[\s\d]*(rec\w*\s[\d\s]*)?(and)?|^00\d.*$", "", source)
    return found + [part for part in re.split(r"[;(]\s*", rest) if part.strip(" ;)") and "rec" not in part]


def named(kind: str, names: Iterable[str], *, notation: str = "", priority: int = 1, source: str = "") -> list[Fact]:
    """State the names and the kind of a thing; the first name is the preferred one."""
    first, *others = dict.fromkeys(name for name in names if name)
    everyday = first.lower() in EVERYDAY
    facts = [("a", "skos:Concept"), ("skos:prefLabel", label(first)), ("ap:kind", text(kind))]
    facts += [("skos:altLabel", label(other)) for other in others if other != notation]
    facts += [("skos:notation", text(notation))] * bool(notation)
    facts += [("ap:priority", "0" if everyday else str(priority))]
    return facts + [("dcterms:source", text(name.strip(" )"))) for name in taught_by(source) or ["reference tables"]]


def acronym_like(form: str) -> bool:
    """Whether a short form is an acronym."""
    return bool(re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Za-z&]+(?: CRC)?", form))


def event(name: str, day: str, before: list[str], after: list[str]) -> tuple[str, list[Fact]]:
    """State that some organisations became others on a day."""
    facts = [("a", "org:ChangeEvent"), ("skos:prefLabel", label(name)), ("dcterms:date", date(day))]
    facts += [("org:originalOrganization", f"<{iri}>") for iri in before]
    return mint(DEFAULT_BASE, "change", name), facts + [("org:resultingOrganization", f"<{iri}>") for iri in after]


def organisations(folder: Path) -> Iterator[tuple[str, list[Fact]]]:
    """State the bodies, units and boards, what they belong to and when they lived."""
    table = {row["id"]: row for row in rows(folder, "organisations") if row["type"] != "crc"}
    aliases = Counter(name for row in table.values() for name in set(parts(row["aliases"], "|")))
    iris = {key: mint(DEFAULT_BASE, KINDS.get(row["type"], "organisation"), row["name"]) for key, row in table.items()}
    for key, row in table.items():
        if key in LEFT_OUT:
            continue
        notation = row["short"] if acronym_like(row["short"]) else ""
        shared = {name for name in parts(row["aliases"], "|") if aliases[name] > 1}
        names = [row["name"], *parts(row["aliases"], "|"), *([row["short"]] * (not notation))]
        names = [name for name in names if name not in shared]
        facts = named(KINDS.get(row["type"], "organisation"), names, notation=notation, source=row["source"])
        parents = [iris[part] for part in parts(row["parent"], ";") if part in iris]
        facts += [("org:subOrganizationOf", f"<{parent}>") for parent in parents]
        yield iris[key], facts + lifetime(row)
        if row["successor"] in iris and row["end"]:
            following = table[row["successor"]]["start"] or row["end"]
            yield event(
                f"{row['name']} to {table[row['successor']]['name']}", following, [iris[key]], [iris[row["successor"]]]
            )


def lifetime(row: Row) -> list[Fact]:
    """State when a thing began and ended, where known."""
    return [(f"ap:{end}", date(row[column])) for end, column in (("from", "start"), ("until", "end")) if row[column]]


def company(row: Row, spellings: dict[str, Row]) -> Iterator[tuple[str, list[Fact]]]:
    """State a rehabilitation company, its owner, and the region that followed it."""
    short = row["name"].replace("Community Rehabilitation Company", "CRC")
    known = [form for form in parts(row["short_forms"], "|") if form not in {"KSS", "TV"}]
    notation = next((form for form in known if form.endswith(" CRC") and acronym_like(form)), "")
    also = spellings.get(short, {})
    wrong = re.findall(r"(\w+) is a misspelling", also.get("note", ""))
    names = [short, row["name"], *known, *(n for n in parts(also.get("aliases", ""), "|") if n.split()[0] not in wrong)]
    facts = named("provider", names, notation=notation, source="Delius provider codes; general knowledge")
    facts += [("skos:hiddenLabel", label(form + end)) for form in wrong for end in ("", " CRC")]
    facts += [("dcterms:identifier", text(row["code"])), *lifetime(row)]
    iri = mint(DEFAULT_BASE, "provider", short)
    yield iri, facts
    owner = mint(DEFAULT_BASE, "organisation", re.sub(r"\s*\(.*", "", row["owner_or_parent"]))
    share = [("a", "ap:Ownership"), ("ap:ownedCompany", f"<{iri}>"), ("ap:ownerCompany", f"<{owner}>")]
    share += [("skos:note", label(row["note"]))] * bool(row["note"])
    yield mint(DEFAULT_BASE, "ownership", short, row["owner_or_parent"]), share
    heirs = [mint(DEFAULT_BASE, "place", name) for name in parts(row["successor_region"], "|")]
    yield event(f"{short} to the Probation Service", "2021-06-26", [iri], heirs)


def regions(folder: Path) -> Iterator[tuple[str, list[Fact]]]:
    """State the probation regions, their counties, the NPS divisions and the rehabilitation companies."""
    spellings = {row["name"]: row for row in rows(folder, "organisations") if row["type"] == "crc"}
    for row in rows(folder, "probation-regions"):
        if row["kind"] == "crc":
            yield from company(row, spellings)
            continue
        kind = "place" if row["kind"] == "region" else "organisation"
        forms = parts(row["short_forms"], "|")
        notation = next((form for form in forms if acronym_like(form)), "")
        names = [row["name"], *(form for form in forms if not acronym_like(form))]
        iri = mint(DEFAULT_BASE, kind, row["name"])
        code = [("dcterms:identifier", text(row["code"]))]
        yield (
            iri,
            named(kind, names, notation=notation, source="region codes; general knowledge") + code + lifetime(row),
        )
        if kind == "organisation":
            heirs = [mint(DEFAULT_BASE, "place", name) for name in parts(row["successor_region"], "|")]
            yield event(f"{row['name']} to regions", "2021-06-26", [iri], heirs)


def counties(folder: Path) -> Iterator[tuple[str, list[Fact]]]:
    """State the counties of the probation regions and the delivery units, one place for each name."""
    for row in rows(folder, "probation-regions"):
        for county in parts(row["counties"], ";"):
            yield mint(DEFAULT_BASE, "place", county), named("place", [county], source="counties of the regions")
    for row in rows(folder, "pdus"):
        unit, region = row["pdu"], mint(DEFAULT_BASE, "place", row["region"])
        if slug(unit) == slug(row["region"]):
            continue
        facts = named("place", [unit, f"{unit} PDU"], source="delivery units of 2023")
        yield mint(DEFAULT_BASE, "place", unit), [*facts, ("skos:broader", f"<{region}>")]


def prisons(folder: Path) -> Iterator[tuple[str, list[Fact]]]:
    """State the prisons with every prefix they are printed with."""
    for row in rows(folder, "prisons"):
        aliases = parts(row["aliases"], "|")
        bare = [] if row["name"].lower() in EVERYDAY else [row["name"]]
        facts = named("place", [aliases[0] if aliases else row["name"], *aliases, *bare], source=row["source"])
        yield mint(DEFAULT_BASE, "prison", row["name"]), [*facts, ("dcterms:identifier", text(row["code"]))]


def providers(folder: Path) -> Iterator[tuple[str, list[Fact]]]:
    """State the bodies that deliver commissioned rehabilitative services."""
    for row in rows(folder, "crs-providers"):
        if re.search(r"CRC$|Probation Service|^PS ", row["name"]):
            continue
        short = re.sub(r"\s*\(.*?\)|,? (?:Limited|Ltd|CIC)\b|\s+-.*", "", row["name"]).strip()
        facts = named("organisation", [short, row["name"]], source="interventions service")
        yield mint(DEFAULT_BASE, "organisation", short), [*facts, ("dcterms:identifier", text(row["code"]))]


def acronyms(folder: Path) -> Iterator[tuple[str, list[Fact]]]:
    """State what the ministry's abbreviations stand for, and nothing else."""
    for row in rows(folder, "acronyms"):
        if row["expansion"]:
            facts = [("a", "skos:Concept"), ("skos:prefLabel", label(row["expansion"]))]
            iri = mint(DEFAULT_BASE, "acronym", row["abbreviation"], row["expansion"])
            yield iri, [*facts, ("skos:notation", text(row["abbreviation"])), ("ap:priority", "0")]


def main(arguments: list[str]) -> int:
    """Write every generated gazetteer."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 64
    folder = Path(arguments[0])
    out = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent.parent / "ontology" / "gazetteer"
    out.mkdir(parents=True, exist_ok=True)
    write(out, "organisations", "Published action plans and public pages, as each entry says", organisations(folder))
    write(out, "regions", "Ministry of Justice service repositories, Crown copyright", regions(folder))
    write(out, "units", "hmpps-approved-premises-api, Crown copyright", counties(folder))
    write(out, "prisons", "prison-register and prison-estate-data, Crown copyright", prisons(folder))
    write(out, "providers", "hmpps-interventions-service, Crown copyright", providers(folder))
    write(out, "acronyms", "ministryofjustice/acronyms, Crown copyright", acronyms(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
