"""Departments, agencies, inspectorates, companies, units and boards."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.ontology.iris import DEFAULT_BASE, mint, slug
from gazetteers.naming import acronym_like, lifetime, named
from gazetteers.tables import Row, day_after, day_before, parts, read_table
from gazetteers.turtle import Thing, link

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "EVERY_COMPANY",
    "JOINTLY_OWNED",
    "NUMBERED",
    "body_iri",
    "company_called",
    "forerunners",
    "latecomers",
    "organisations",
    "table",
]

KINDS = {
    "crc": "provider",
    "unit": "team",
    "board": "team",
    "programme unit": "programme",
    "service unit": "programme",
}
# Whoever stands in the parent's column of these owns them: a company is no part of its owner.
JOINTLY_OWNED = frozenset({"joint venture", "company owned by government"})
# Rows that the hand-kept file or another table says better, and classes of bodies, which are no names.
LEFT_OUT = {"police", "la", "welsh-la", "visionable", "prp", "pwp", "cas", "dlnr-slt"}
# The same body under an earlier name.
RENAMED = {"Department of Health", "NHS Commissioning Board", "Crime Reduction Initiatives", "DCLG"}
# How the table calls all rehabilitation companies together.
EVERY_COMPANY = "CRCs"
NUMBERED = re.compile(r"\s*\(\d+\)$")


@cache
def table(folder: Path) -> dict[str, Row]:
    """Give the rows by their key; the rehabilitation companies stand in another table as well and better."""
    return {row["id"]: row for row in read_table(folder, "organisations")}


def body_iri(row: Row) -> str:
    """Give the address of a body."""
    name = row["name"].replace("Community Rehabilitation Company", "CRC")
    return mint(DEFAULT_BASE, KINDS.get(row["type"], "organisation"), NUMBERED.sub("", name))


def company_called(folder: Path, printed: str) -> str:
    """Give the address of a company by any of its names, with or without what stands in brackets."""
    for spelling in [printed, *re.split(r"\s*[(/)]\s*", printed)]:
        for row in table(folder).values():
            names = {row["name"], row["short"], *parts(row["aliases"], "|"), *re.split(r"\s*[()]\s*", row["name"])}
            if spelling and slug(spelling) in {slug(name) for name in names if name}:
                return body_iri(row)
    return mint(DEFAULT_BASE, "organisation", printed)


def organisations(folder: Path) -> Iterator[Thing]:
    """State the bodies, units and boards, what they belong to and when they lived."""
    rows = {key: row for key, row in table(folder).items() if row["type"] != "crc"}
    aliases = Counter(name for row in rows.values() for name in set(parts(row["aliases"], "|")))
    for key, row in rows.items():
        if key in LEFT_OUT:
            continue
        notation = row["short"] if acronym_like(row["short"]) else ""
        shared = {name for name in parts(row["aliases"], "|") if aliases[name] > 1}
        names = [NUMBERED.sub("", row["name"]), *parts(row["aliases"], "|"), *([row["short"]] * (not notation))]
        names = [name for name in names if name not in shared]
        kind = KINDS.get(row["type"], "organisation")
        facts = named(kind, names, notation=notation, source=row["source"])
        facts += [("org:subOrganizationOf", link(parent)) for parent in _parents(folder, row)]
        yield body_iri(row), facts + lifetime(row)
    for name, row in forerunners(folder):
        yield _unlisted(name, row["source"], end=day_before(row["start"]))
    for name, row in latecomers(folder):
        yield _unlisted(name, row["source"], start=day_after(row["end"]))


def _unlisted(name: str, source: str, **life: str) -> Thing:
    """State a body that only another's row names: it has a place in history but makes no mention."""
    facts = named("organisation", [name], priority=0, source=source)
    return mint(DEFAULT_BASE, "organisation", name), facts + lifetime(life)


def _parents(folder: Path, row: Row) -> list[str]:
    keys = [] if row["type"] in JOINTLY_OWNED else parts(row["parent"], ";")
    return [body_iri(table(folder)[key]) for key in keys if key in table(folder)]


def forerunners(folder: Path) -> Iterator[tuple[str, Row]]:
    """Give the bodies that became another on a known day and have no row of their own, each with its heir's row."""
    for key, row in table(folder).items():
        for name in parts(row["predecessor"], ";") if row["start"] and row["type"] != "crc" else ():
            whole = not re.search(r"parts? of|\(|^the \d", name) and name not in table(folder) and name not in RENAMED
            if whole and key not in LEFT_OUT:
                yield name[:1].upper() + name[1:], row


def latecomers(folder: Path) -> Iterator[tuple[str, Row]]:
    """Give the bodies that followed another on a known day and have no row of their own, each with that row."""
    for key, row in table(folder).items():
        for name in parts(row["successor"], ";") if row["end"] and row["type"] != "crc" else ():
            if not ("(" in name or name in table(folder) or name == EVERY_COMPANY or key in LEFT_OUT):
                yield name, row
