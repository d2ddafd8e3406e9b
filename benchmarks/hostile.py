"""What broken and hostile files cost: time and memory of a worker for each file, and the line in which it ends.

Every file is read by a worker of its own, whose start (some 50 MB, and a second with names) is counted too. The limits
stand in extract/limits.py. Run by `make bench`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from answerable.extract import limits
from answerable.extract.errors import AnswerableError
from answerable.extract.workers import read_guarded
from tests.hostile.files import write_hostile

__all__ = ["main"]

WIDTH = 90
MEBIBYTE = 1024


def measure(path: Path) -> None:
    """Read one file and print what it cost this process and its worker."""
    started = time.perf_counter()
    (result,) = read_guarded([path], names=False)
    seconds = time.perf_counter() - started
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told = str(result).removeprefix(f"{path.parent}/") if isinstance(result, AnswerableError) else "read"
    print(f"{path.name:<14}{seconds:8.2f} s{most / MEBIBYTE:9.0f} MiB  {told[:WIDTH]}", flush=True)


def main() -> None:
    """Print the limits and a line for each file, each measured in a process of its own."""
    megabytes = {name: getattr(limits, name) // limits.MEGABYTE for name in ("FILE", "TEXT", "PART", "MEMORY")}
    sizes = ", ".join(f"{name.lower()} {size} MB" for name, size in megabytes.items())
    print(f"limits: {sizes}, {limits.PARTS} parts, ratio {limits.RATIO}, {limits.CELLS} cells, {limits.SECONDS:g} s")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, folder], check=True)
        for path in sorted(Path(folder).iterdir()):
            subprocess.run([sys.executable, __file__, str(path)], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1 and Path(sys.argv[1]).is_dir():
        list(write_hostile(Path(sys.argv[1])))  # a process passes its largest size on to those that it starts
    elif len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
    else:
        main()
