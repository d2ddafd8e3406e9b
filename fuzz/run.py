"""Feed every family of readers files changed at random, a fixed number each, guided by what code they reach.

    python fuzz/run.py [FAMILY...] [--times N] [--keep]

Ends with 1 where a promise (tests/hostile/promise.py) is broken; the file that broke it is then in build/fuzz/.
`--times` multiplies the numbers, `--keep` puts what reaches further than the corpus into build/fuzz/corpus, from where
it goes on next time.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

__all__ = ["main"]

HERE: Final = Path(__file__).resolve().parent
FOUND: Final = HERE.parent / "build" / "fuzz"
RUNS: Final[Mapping[str, int]] = {
    "text": 2000,
    "web": 2500,
    "word": 1500,
    "opendocument": 2500,
    "archive": 3000,
    "pdf": 1500,
}
"""Files for each family: together about a minute of one core."""
SECONDS: Final = 20
"""The longest that one file may take."""
MEGABYTES: Final = 1_500
"""The most memory that the process may take, as a worker may (extract/limits.py)."""
LONGEST: Final = 8_192
"""Bytes of the longest file that is made."""


def main() -> int:
    """Run each family in a process of its own, print what it came to, and give the exit code."""
    options = argparse.ArgumentParser()
    options.add_argument("families", nargs="*", metavar="FAMILY", help=", ".join(RUNS))
    options.add_argument("--times", type=int, default=1, metavar="N")
    options.add_argument("--keep", action="store_true")
    chosen = options.parse_args()
    FOUND.mkdir(parents=True, exist_ok=True)
    print(f"{'family':<14}{'files':>8}{'slowest':>9}{'memory':>9}  outcome")
    with tempfile.TemporaryDirectory() as folder:
        kept = FOUND / "corpus" if chosen.keep else Path(folder)
        return max(fuzz(family, chosen.times, kept) for family in chosen.families or RUNS)


def fuzz(family: str, times: int, kept: Path) -> int:
    """Fuzz one family, print a line, and give 1 where a promise was broken."""
    corpus = kept / family
    corpus.mkdir(parents=True, exist_ok=True)
    limits = [f"-runs={RUNS[family] * times}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}"]
    told = [f"-dict={HERE / 'words' / family}.dict", f"-artifact_prefix={FOUND / family}-", "-print_final_stats=1"]
    command = [sys.executable, str(HERE / "one.py"), family, *limits, *told, f"-max_len={LONGEST}", "-seed=1"]
    done = subprocess.run([*command, str(corpus), str(HERE / "corpus" / family)], capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode(errors="replace")
    files, slowest, memory = (stat(name, said) for name in ("executed_units", "slowest_unit_time_sec", "peak_rss_mb"))
    print(f"{family:<14}{files:>8}{slowest:>7} s{memory:>6} MB  {'broken' if done.returncode else 'kept'}", flush=True)
    if done.returncode:
        print("\n".join(said.splitlines()[-30:]), file=sys.stderr)
    return min(done.returncode, 1)


def stat(name: str, said: str) -> str:
    """Give one of the figures that libFuzzer tells at its end."""
    found = re.search(rf"{name}:\s*(\d+)", said)
    return found[1] if found else "?"


if __name__ == "__main__":
    sys.exit(main())
