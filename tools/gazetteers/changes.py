"""What became of organisations: change events, and who owned which company for how long."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.ontology.iris import DEFAULT_BASE, mint
from gazetteers.bodies import (
    EVERY_COMPANY,
    JOINTLY_OWNED,
    NUMBERED,
    body_iri,
    company_called,
    forerunners,
    latecomers,
    table,
)
from gazetteers.prisons import mergers, prison_iri
from gazetteers.probation import company_iri, heirs, short_name
from gazetteers.tables import Row, day_after, day_before, parts, read_table, taught_by
from gazetteers.turtle import Fact, Thing, date, label, link, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["changes"]

_SINCE = re.compile(r"\bowner from (?P<day>\d{4}-\d\d-\d\d)")
_PASSED = re.compile(r"\bowner from (?P<day>\d{1,2} \w{3} \d{4}): (?P<owner>\w+)")


def changes(folder: Path) -> Iterator[Thing]:
    """State every change event and every ownership."""
    yield from _successions(folder)
    yield from _to_regions(folder)
    yield from _mergers(folder)
    yield from _joint_ventures(folder)
    for row in _companies(folder):
        yield from _owners(folder, row)


def _event(name: str, day: str, before: Iterable[str], after: Iterable[str], source: str) -> Thing:
    facts: list[Fact] = [("a", "org:ChangeEvent"), ("rdfs:label", label(name)), ("dcterms:date", date(day))]
    facts += [("org:originalOrganization", link(iri)) for iri in before]
    facts += [("org:resultingOrganization", link(iri)) for iri in after]
    return mint(DEFAULT_BASE, "event", name), facts + [("dcterms:source", text(told)) for told in taught_by(source)]


def _companies(folder: Path) -> list[Row]:
    return [row for row in read_table(folder, "probation-regions") if row["kind"] == "crc"]


def _successions(folder: Path) -> Iterator[Thing]:
    """State who followed a body that has a row; the day is the first one on which it was gone."""
    for row in table(folder).values():
        following = parts(row["successor"], ";") if row["end"] and row["type"] != "crc" else []
        known = [body_iri(table(folder)[key]) for key in following if key in table(folder)]
        known += [company_iri(each) for each in _companies(folder)] if EVERY_COMPANY in following else []
        if known:
            others = [table(folder)[key]["name"] if key in table(folder) else key for key in following]
            name = f"{NUMBERED.sub('', row['name'])} to {' and '.join(others)}"
            yield _event(name, day_after(row["end"]), [body_iri(row)], known, row["source"])
    for name, row in forerunners(folder):
        before = mint(DEFAULT_BASE, "organisation", name)
        yield _event(
            f"{name} to {NUMBERED.sub('', row['name'])}", row["start"], [before], [body_iri(row)], row["source"]
        )
    for name, row in latecomers(folder):
        after = mint(DEFAULT_BASE, "organisation", name)
        yield _event(f"{row['name']} to {name}", day_after(row["end"]), [body_iri(row)], [after], row["source"])


def _to_regions(folder: Path) -> Iterator[Thing]:
    """State which regions of the Probation Service followed a division or a company."""
    for row in read_table(folder, "probation-regions"):
        if row["successor_region"] and row["end"]:
            name = f"{short_name(row)} to the Probation Service"
            before = company_iri(row) if row["kind"] == "crc" else mint(DEFAULT_BASE, "organisation", row["name"])
            yield _event(name, day_after(row["end"]), [before], heirs(row), "region codes; general knowledge")


def _mergers(folder: Path) -> Iterator[Thing]:
    for heir, rows in mergers(folder).items():
        name = f"{' and '.join(row['name'] for row in rows)} to {heir}"
        day = day_after(max(row["end"] for row in rows))
        source = rows[0]["source"].replace("note: ", "")
        yield _event(name, day, [prison_iri(row["name"]) for row in rows], [prison_iri(heir)], source)


def _ownership(owned: tuple[str, str], owner: tuple[str, str], life: tuple[str, str], source: str, note: str) -> Thing:
    facts: list[Fact] = [
        ("a", "ap:Ownership"),
        ("ap:ownedCompany", link(owned[1])),
        ("ap:ownerCompany", link(owner[1])),
    ]
    facts += [(f"ap:{end}", date(day)) for end, day in zip(("validFrom", "validTo"), life, strict=True) if day]
    facts += [("skos:note", label(note))] * bool(note)
    facts += [("dcterms:source", text(told)) for told in taught_by(source)]
    return mint(DEFAULT_BASE, "ownership", owned[0], owner[0]), facts


def _joint_ventures(folder: Path) -> Iterator[Thing]:
    """State the partners of joint ventures, whose shares nobody printed."""
    for row in table(folder).values():
        for key in parts(row["parent"], ";") if row["type"] in JOINTLY_OWNED else ():
            owner = table(folder)[key]
            life = (row["start"], row["end"])
            yield _ownership(
                (row["name"], body_iri(row)), (owner["name"], body_iri(owner)), life, row["source"], row["note"]
            )


def _owners(folder: Path, row: Row) -> Iterator[Thing]:
    """State the owners of a rehabilitation company one after the other: each until the next, the last to its end."""
    since = _SINCE.search(row["note"])
    owners = [(since["day"] if since else "", row["owner_or_parent"])]
    if passed := _PASSED.search(row["note"]):
        day = datetime.strptime(passed["day"], "%d %b %Y").date().isoformat()  # noqa: DTZ007 - a day has no zone
        owners.append((day, passed["owner"]))
    ends = [*(day_before(day) for day, _ in owners[1:]), row["end"]]
    note = re.sub(r";? *owner from .*$", "", row["note"]) if len(owners) == 1 else ""
    for (start, owner), end in zip(owners, ends, strict=True):
        owned = short_name(row), company_iri(row)
        yield _ownership(owned, (owner, company_called(folder, owner)), (start, end), row["source"], note)
