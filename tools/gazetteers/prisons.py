"""The prisons, with every prefix they are printed with, who runs them, and when they opened and closed."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.ontology.iris import DEFAULT_BASE, mint
from gazetteers.bodies import body_iri, company_called, table
from gazetteers.naming import EVERYDAY, lifetime, named
from gazetteers.tables import Row, read_table
from gazetteers.turtle import Thing, link, text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["mergers", "prison_iri", "prisons"]

PUBLIC = "HMPPS (PSP)"
_OPENED = re.compile(r"\bopened (?:(\d{1,2} \w+ \d{4})|(\d{4}))")
_CLOSED = re.compile(r"\bclosed (\d{4})")
_MERGED = re.compile(r"(?:merged with [\w ]+ into|became part of) (?P<heir>[A-Z][\w ]+?) \d{4}")


def prison_iri(name: str) -> str:
    """Give the address of a prison."""
    return mint(DEFAULT_BASE, "prison", name)


def prisons(folder: Path) -> Iterator[Thing]:
    """State the prisons; those that are open with whoever runs them."""
    for row in read_table(folder, "prisons"):
        aliases = [alias for alias in row["aliases"].split("|") if alias]
        bare = [] if row["name"].lower() in EVERYDAY else [row["name"]]
        facts = named("place", [*(aliases or [row["name"]]), *bare], source=row["source"], body=True)
        facts += [("dcterms:identifier", text(row["code"]))] * bool(row["code"])
        facts += lifetime({"start": _opened(row["note"]), "end": row["end"] or _closed(row)})
        yield prison_iri(row["name"]), facts + (_operated(folder, row) if row["status"] == "open" else [])
    for name in sorted({row["operator"] for row in read_table(folder, "prisons")} - {PUBLIC}):
        company = company_called(folder, name)
        if company == mint(DEFAULT_BASE, "organisation", name):
            yield company, named("organisation", [name], source="prison-register")


def _operated(folder: Path, row: Row) -> list[tuple[str, str]]:
    if row["operator"] == PUBLIC:
        return [("org:subOrganizationOf", link(body_iri(table(folder)["hmps"])))]
    return [("ap:operatedBy", link(company_called(folder, row["operator"])))]


def _opened(note: str) -> str:
    found = _OPENED.search(note)
    if not found:
        return ""
    return datetime.strptime(found[1], "%d %B %Y").date().isoformat() if found[1] else found[2]  # noqa: DTZ007 - a day has no zone


def _closed(row: Row) -> str:
    found = _CLOSED.search(row["note"]) if row["status"] == "closed" else None
    return found[1] if found else ""


def mergers(folder: Path) -> dict[str, list[Row]]:
    """Give the prisons that became one, by the name of that one."""
    found: dict[str, list[Row]] = {}
    for row in read_table(folder, "prisons"):
        if row["end"] and (merged := _MERGED.search(row["note"])):
            found.setdefault(merged["heir"], []).append(row)
    return found
