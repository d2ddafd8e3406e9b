"""A plan of our own invention that names people in every way that plans do, and the words that must not be left of it.

The people are made up: no plan, and nobody we know of, has these names.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["FILE", "GONE", "PLAN", "STAYS"]

FILE: Final = "zebedee-quillfeather plan.txt"

PLAN: Final = Path(__file__).with_name("named-people.txt").read_text("utf-8")
GONE: Final = (
    "zebedee",
    "quillfeather",
    "tamsin",
    "oddlestone",
    "varr",
    "grumbold",
    "ffoulkes",
    "will young",
    "mr young",
    "w.young",
    "young, boat",
    "xanthippe",
    "morrowby",
    "farrelly",
    "priya",
    "thistlewhite",
    "baldassare",
    "umbrage",
    "ottoline",
    "peverell",
    "snape",
)
"""Words, in small letters, that only names have."""
STAYS: Final = (
    "will grant access to the young",
    "agreed a price, and will tell",
    "Head of Lamps",
    "Head of Boats",
    "Boat Manager",
    "MS Teams Lead",
    "The Governor will read the log",
    "by May.",
    "will write the rota",
)
"""Words of the plan that are nobody's name."""
