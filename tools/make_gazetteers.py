#!/usr/bin/env python3
"""Make the generated gazetteers from the reference tables.

    make_gazetteers.py REFERENCE_FOLDER [OUTPUT_FOLDER]

The same tables give the same bytes. What is kept by hand (`things.ttl`, `roles.ttl`) is left alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gazetteers.bodies import organisations
from gazetteers.changes import changes
from gazetteers.others import acronyms, providers
from gazetteers.prisons import prisons
from gazetteers.probation import delivery_units, probation
from gazetteers.turtle import write

FILES = {
    "organisations": (organisations, "Published action plans and public pages, as each entry says"),
    "regions": (probation, "Ministry of Justice service repositories, Crown copyright"),
    "units": (delivery_units, "hmpps-approved-premises-api, Crown copyright"),
    "prisons": (prisons, "prison-register and prison-estate-data, Crown copyright"),
    "providers": (providers, "hmpps-interventions-service, Crown copyright"),
    "changes": (changes, "Published action plans and public pages, as each entry says"),
    "acronyms": (acronyms, "ministryofjustice/acronyms, Crown copyright"),
}
"""What stands in each file, and where the file as a whole comes from."""


def main(arguments: list[str]) -> int:
    """Write every generated gazetteer."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 64
    folder = Path(arguments[0])
    out = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent.parent / "ontology" / "gazetteer"
    out.mkdir(parents=True, exist_ok=True)
    for name, (things, source) in FILES.items():
        write(out, name, source, things(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
