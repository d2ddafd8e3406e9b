"""Fuzz one family of readers, with the options of libFuzzer: python fuzz/one.py FAMILY [CORPUS...] [-runs=N ...]."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["answerable.extract"]):
    from tests.hostile.families import FAMILIES
    from tests.hostile.promise import hold_to_promise

__all__ = ["main"]


def main() -> None:
    """Run until libFuzzer's budget is used up; a broken promise ends it, with the input in a file."""
    make = FAMILIES[sys.argv.pop(1)]
    atheris.Setup(sys.argv, lambda content: hold_to_promise(make(content)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
