"""As many invented plans as wanted, for measuring and for looking at pages that hold hundreds of them.

    python benchmarks/plans.py COUNT FOLDER [--seed N] [--format txt,docx,pdf]

Every fifth plan is about a theme and carries updates and revised dates; the others answer for one body, which is
inspected again three years later. A few posts own much and most own little, as in life. Plan N of a seed is the same
whatever the count, so that a folder can grow.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # as run.py does

from benchmarks.papers import WRITERS

__all__ = ["Plan", "plan", "write_plans"]

_BEGINNINGS: Final = ("Alder", "Birch", "Carr", "Dunn", "Elm", "Fair", "Glen", "Hazel", "Ivy", "Kings", "Long", "Marsh")
_ENDINGS: Final = ("bridge", "combe", "dale", "field", "ford", "ham", "hurst", "ley", "mere", "moor", "thorpe", "wick")
_NATIONAL: Final = (
    "Chief Probation Officer", "Executive Director of Rehabilitation", "Head of Resettlement & CRS",
    "DD Transitional Accommodation", "Head of Public Protection Policy",
    "Head of Digital Accommodation Services", "DD Effective Practice", "Head of Workforce Planning",
    "Director General of Prisons", "Head of Women's Policy", "Head of Safety Policy",
    "DD Electronic Monitoring",
)  # fmt: skip
_LOCAL: Final = (
    "Governor", "Deputy Governor", "Head of Safety", "Head of Reducing Reoffending",
    "Head of Offender Management Delivery", "Head of Education, Skills and Work", "Head of Healthcare",
    "Head of Drug Strategy", "Head of Residence", "Head of Security", "Custodial Managers",
    "Diversity and Inclusion Manager", "Safer Custody Manager", "Business Manager",
    "Quality and Performance Manager",
)  # fmt: skip
_TASKS: Final = (
    "reduce the time that prisoners spend locked in cells",
    "see that every new arrival is safe on the first night",
    "bring violence down to the level of similar establishments",
    "give prisoners enough work and education of good quality",
    "make assessments of risk complete before release",
    "keep in touch with people who are released without a home", "answer complaints in full and on time",
    "treat substance misuse as soon as it is known", "share information on domestic abuse with the police",
    "recruit and keep enough trained staff", "support prisoners at risk of self-harm with care that is planned",
    "put right the worst of the living conditions",
)  # fmt: skip
_THINGS: Final = (
    "the Offender Assessment System (OASys)", "Community Accommodation Service Tier 3 (CAS3)", "nDelius",
    "Commissioned Rehabilitative Services (CRS)", "the Basic Custody Screening Tool (BCST)",
    "Approved Premises (AP)", "Offender Management in Custody (OMiC)",
    "Multi-Agency Public Protection Arrangements (MAPPA)",
)  # fmt: skip
_STEPS: Final = (
    "A new procedure will be written, tried on two wings and then used throughout.",
    "Staff will be trained, and the share who were will be reported each month.",
    "A monthly audit of twenty cases will be read by the senior leadership team.",
    "A working group will find the causes and agree what is to change.",
    "Guidance will be issued, with worked examples for those who must use it.",
    "Money for the work has been asked for; what can be done without it will begin at once.",
)
_ANSWERS: Final = ("Agreed", "Agreed", "Agreed", "Agreed", "Partly Agreed", "Not Agreed")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_LOOSE: Final = ("Ongoing", "Completed", "Autumn {year}", "January to May {year}", "Commenced June {year}", "TBC")
_HEADS: Final = ("Rec", "Recommendation", "Status", "Response Action Taken/Planned", "Action Owner", "Target Date")
_THEMATIC: Final = (*_HEADS, "Twelve Month & Final Update", "Revised Target Date")


class Plan(NamedTuple):
    """A plan's file name, the paragraphs before its table, and the rows of that, headings first."""

    stem: str
    opening: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def written(self, form: str = "txt") -> bytes:
        """Give the plan as a file of a format, the same bytes each time."""
        return WRITERS[form](self.opening, self.rows)


def plan(number: int, seed: int = 1) -> Plan:
    """Give plan `number` (from 0) of a seed."""
    chance = Random(seed * 1_000_003 + number)  # noqa: S311 - made up, not secret
    thematic = number % 5 == 4
    body = f"HMP {_place(number // 5 * 2 + number % 2)}"
    subject = f"{_TASKS[number % len(_TASKS)]}, a thematic review".capitalize() if thematic else body
    year = 2016 + (number // 5) % 6 + (3 if number % 5 in {2, 3} else 0)
    rows = [row for each in range(chance.randint(5, 13)) for row in _recommendation(chance, each + 1, year, thematic)]
    headed = (f"A Response to: {subject}",)
    if not thematic:
        headed = (f"Action Plan: {subject}", "A Response to the HMIP Inspection")
    day = chance.randint(1, 28)
    dates = (f"Action Plan Submitted: {day} March {year}", f"Report Published: {day} February {year}")
    return Plan(f"{number:05}", (dates[0], *headed, dates[1]), (_THEMATIC if thematic else _HEADS, *rows))


def _place(number: int) -> str:
    """Give a place of its own for each number, of two syllables while they last."""
    rounds, number = divmod(number, len(_BEGINNINGS) * len(_ENDINGS))
    name = _BEGINNINGS[number % len(_BEGINNINGS)] + _ENDINGS[number // len(_BEGINNINGS)]
    return name + (f" {_place(rounds - 1)}" if rounds else "")


def _recommendation(chance: Random, number: int, year: int, thematic: bool) -> Iterator[tuple[str, ...]]:
    task, answer = chance.choice(_TASKS), chance.choice(_ANSWERS)
    named = f", using {chance.choice(_THINGS)}" if chance.random() < 0.4 else ""
    demand = f"{task[0].upper()}{task[1:]}{named}."
    repeated = " This recommendation has been repeated from the previous inspection." if chance.random() < 0.06 else ""
    for part in range(1 if answer == "Not Agreed" else chance.randint(1, 4)):
        leading = (str(number), demand + repeated, answer) if part == 0 else ("", "", "")
        step = f"{chance.choice(_STEPS)[:-1]} as action {number}.{part + 1}, to {chance.choice(_TASKS)}."
        yield (
            *leading,
            step,
            _owner(chance, thematic),
            _due(chance, year),
            *(_update(chance, year) if thematic else ()),
        )


def _owner(chance: Random, thematic: bool) -> str:
    national = thematic or chance.random() < 0.15
    posts = _NATIONAL if national else _LOCAL
    # The share of the first few is what makes a few posts carry most.
    owners = [
        posts[min(int(chance.expovariate(0.35)), len(posts) - 1)] for _ in range(2 if chance.random() < 0.15 else 1)
    ]
    return "; ".join(dict.fromkeys(owners))


def _due(chance: Random, year: int) -> str:
    if chance.random() < 0.2:
        return chance.choice(_LOOSE).format(year=year + 1)
    return f"{chance.choice(_MONTHS)} {year + chance.randint(0, 1)}"


def _update(chance: Random, year: int) -> tuple[str, str]:
    if chance.random() < 0.5:
        return ("This was done as planned, and the results are reported each quarter.", "Complete")
    return (
        "The work is late because posts could not be filled; it is under way.",
        f"{chance.choice(_MONTHS)} {year + 2}",
    )


def write_plans(folder: Path, count: int, seed: int = 1, formats: Sequence[str] = ("txt",)) -> None:
    """Write the first `count` plans of a seed into a folder, which is made where it is missing; formats take turns."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, form in zip(range(count), cycle(formats), strict=False):
        made = plan(number, seed)
        (folder / f"{made.stem}.{form}").write_bytes(made.written(form))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write plans, as the command line says."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("count", type=int)
    options.add_argument("folder", type=Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--format", default="txt", type=_formats, help=f"{', '.join(WRITERS)}, or several by turns")
    given = options.parse_args(arguments)
    write_plans(given.folder, given.count, given.seed, given.format)


def _formats(text: str) -> list[str]:
    named = text.split(",")
    if unknown := [name for name in named if name not in WRITERS]:
        raise argparse.ArgumentTypeError(f"no format is called {unknown[0]!r}; there are: {', '.join(WRITERS)}")
    return named


if __name__ == "__main__":
    main()
