"""What broken and hostile files cost: time and memory of a worker for each file, and the line in which it ends.

Every file is read by a worker of its own, whose start (some 50 MB) is counted too. A file costs at most the time and
the memory that extract/limits.py allows, with what the worker itself needs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from answerable.extract import limits
from benchmarks.harness import ROOT, Measured

__all__ = ["measure"]

READ: Final = """
import json, resource, sys, time
from pathlib import Path
from answerable.extract.errors import AnswerableError
from answerable.extract.workers import read_guarded
started = time.perf_counter()
(result,) = read_guarded([Path(sys.argv[1])], names=False)
seconds = time.perf_counter() - started
most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1000
print(json.dumps([seconds, most, str(result) if isinstance(result, AnswerableError) else "read"]))
"""
TOLD: Final = 70
"""Characters of a line that are shown."""


def measure() -> Iterator[Measured]:
    """Read each file in a process of its own, which is started by one that has not grown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write = "import sys; from pathlib import Path; from tests.hostile.files import write_hostile as w"
        subprocess.run([sys.executable, "-c", f"{write}; list(w(Path(sys.argv[1])))", name], check=True, cwd=ROOT)
        for path in sorted(folder.iterdir()):
            read = subprocess.run([sys.executable, "-c", READ, str(path)], check=True, stdout=subprocess.PIPE, cwd=ROOT)
            seconds, most, told = json.loads(read.stdout)
            note = told.removeprefix(f"{folder}/")[:TOLD].replace("|", "/")
            yield Measured(f"time of {path.name}", "", seconds, floor=limits.SECONDS, note=note)
            yield Measured(f"memory of {path.name}", "", most, unit="MB", floor=limits.MEMORY / 1e6)
