"""Resolve every version that an install needs, for every platform and Python, and write both lists.

`constraints.txt` has the versions and is what the install commands use; `requirements.lock` has the same versions
with the hashes of their files, for installs that must not trust the network. Both come from one resolution.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
APART = ("--extra", "peers", "--extra", "fuzz", "--extra", "watch")
"""Extras that are installed by the tasks that need them alone, and have no hashes: one is built from source."""
HEADER = "# Made by `make lock`: {what}. Do not edit.\n"


def resolve(*options: str) -> str:
    """Give the resolved requirements of the project and its dev extra as uv prints them; options may add to it."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--extra", "dev", "--universal"]
    command += ["--python-version", "3.11", "--no-annotate", "--no-header", "--quiet", *options]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Write both files."""
    constraints = ROOT / "constraints.txt"
    constraints.write_text(HEADER.format(what="exact versions, used by every install") + resolve(*APART))
    hashed = resolve("--generate-hashes", "--constraint", "constraints.txt")
    (ROOT / "requirements.lock").write_text(HEADER.format(what="the versions of the dev extra with hashes") + hashed)


if __name__ == "__main__":
    main()
