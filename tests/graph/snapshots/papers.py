"""Small plans as files, of our own invention: what one of them prints can change how the others are told."""

from __future__ import annotations

from pathlib import Path

__all__ = ["NAMES", "paper", "write_paper"]

NAMES = ("ash.txt", "birch.txt", "cedar.txt", "larch.txt")
_OWNERS = ("Head of Lamps", "Heads of Lamps", "Head of Lamps and Buoys; Harbour Manager", "head of lamps")
_COLUMNS = "1. Rec No\t2. Recommendation\t3. Agreed/ Partly Agreed/ Not Agreed\t4. Response Action Taken/Planned"


def paper(name: str, variant: int) -> str:
    """Give the text of a plan; the variants of one name are versions of it.

    The last two names are an original and its update, so that the address of one depends on the other.
    """
    place = {"larch.txt": "cedar.txt"}.get(name, name).removesuffix(".txt").title()
    updated = "\nUpdated: 9 June 2022\n" if name == "larch.txt" else ""
    owner, later = _OWNERS[variant % 4], _OWNERS[(variant + len(name)) % 4]
    return f"""Action Plan Submitted: 4 May 2021
{updated}
A Response to the HMI Probation Inspection: {place} Vale CRC

Report Published: 7 May 2021

{_COLUMNS}\t5. Responsible Owner\t6. Target Date
1\tLight every lamp at dusk\tAgreed\tEach lamp will be logged in OASys.\t{owner}\tMay {2021 + variant}
2\tBuy a boat\tPartly Agreed\tA boat will be hired for {place}, as money is short.\t{later}\tOngoing
"""


def write_paper(folder: Path, name: str, variant: int) -> Path:
    """Write a plan into a folder."""
    path = folder / name
    path.write_text(paper(name, variant), encoding="utf-8")
    return path
