"""What every known thing states: its names, its kind, who taught it, and how long it lived."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteers.tables import Row, taught_by
from gazetteers.turtle import Fact, date, label, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["EVERYDAY", "acronym_like", "lifetime", "named"]

# Names that are everyday words, so that print alone does not say that the body is meant.
EVERYDAY = frozenset(
    [
        *("acorn", "choices", "foundation", "grow", "harbour", "inclusion", "shelter", "pecan", "c2c"),
        *("positive steps", "send", "ford", "mount", "rebuild with hope", "isis", "deerbolt", "hull"),
        *("back on track", "changing lives", "magistra", "the bridge", "women of worth", "reform,restore,respect"),
        *("rotunda", "shp", "evolve east anglia"),
    ]
)
# What can be in an organisation, have a parent and end; everything else is only a name.
BODIES = frozenset({"organisation", "provider", "team"})


def named(
    kind: str, names: Iterable[str], *, notation: str = "", priority: int = 1, source: str = "", body: bool = False
) -> list[Fact]:
    """State the names and the kind of a thing; the first name is the preferred one."""
    first, *others = dict.fromkeys(with_majesties(name for name in names if name))
    everyday = first.lower() in EVERYDAY
    facts = [("a", "skos:Concept")] + [("a", "org:Organization")] * (body or kind in BODIES)
    facts += [("skos:prefLabel", label(first)), ("ap:kind", text(kind))]
    facts += [("skos:altLabel", label(other)) for other in others if other != notation]
    facts += [("skos:notation", text(notation))] * bool(notation)
    facts += [("ap:priority", "0" if everyday else str(priority))]
    return facts + [("dcterms:source", text(name)) for name in taught_by(source)]


def with_majesties(names: Iterable[str]) -> Iterator[str]:
    """Give names with what "HM" stood for under either monarch: a change of label, not of the body."""
    for name in names:
        yield name
        if name.startswith("HM "):
            yield from (f"{whose} Majesty's {name[3:]}" for whose in ("Her", "His"))


def acronym_like(form: str) -> bool:
    """Whether a short form is an acronym."""
    return bool(re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Za-z&]+(?: CRC)?", form))


def lifetime(row: Row) -> list[Fact]:
    """State when a thing began and ended, as precisely as known."""
    ends = (("validFrom", "start"), ("validTo", "end"))
    return [(f"ap:{end}", date(row[column])) for end, column in ends if row.get(column)]
