"""Run benchmarks, all or some, and write the table of what came out to RESULTS.md and RESULTS.json.

    python benchmarks/run.py [NAME...] [--with KEY=VALUE...]

Each runs in a process of its own. Rows of benchmarks that did not run stay as they were, with the commit that they were
taken at. With other settings than its own (`--with plans=100`) a benchmark is shown, not written. The exit code is 1
where a floor that was measured does not hold, or a benchmark failed.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parent)  # so that benchmarks and tests are found as packages, and `graph` is not found here

from benchmarks.harness import ROOT, LeftOut  # noqa: E402 - after the path
from benchmarks.results import Row, as_markdown, as_row, broken, keep, line, taken_at  # noqa: E402 - after the path

__all__ = ["NAMES", "main"]

NAMES: Final = tuple(sorted(path.stem for path in HERE.glob("*.py") if "\ndef measure(" in path.read_text("utf-8")))
"""Every benchmark of this folder."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is named, show it as it comes and write it; give the exit code."""
    told = _options().parse_args(arguments)
    if told.within:
        _within(told.names[0], told.settings)
        return 0
    failed, missed = [], []
    for name in told.names or NAMES:
        print(f"\n{name}", flush=True)
        rows, went_well = _taken(name, told.settings)
        missed += broken(rows)
        failed += [] if went_well else [name]
        if rows and went_well and not told.settings:
            (HERE / "RESULTS.md").write_text(as_markdown(keep(HERE / "RESULTS.json", name, rows)), "utf-8")
    print("\n" + _verdict(failed, missed))
    return 1 if failed or missed else 0


def _verdict(failed: Sequence[str], missed: Sequence[Row]) -> str:
    troubles = (*(f"{name} failed" for name in failed), *(f"{row['what']}: the floor does not hold" for row in missed))
    return "\n".join(troubles) or "every floor that was measured holds"


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    options.add_argument("--with", dest="settings", nargs="+", default=[], type=_setting, metavar="KEY=VALUE")
    options.add_argument("--within", action="store_true", help=argparse.SUPPRESS)
    return options


def _setting(text: str) -> str:
    key, equals, _ = text.partition("=")
    if not (key.isidentifier() and equals):
        raise argparse.ArgumentTypeError(f"{text!r} is no setting; write KEY=VALUE, such as plans=100")
    return text


def _taken(name: str, settings: Sequence[str]) -> tuple[Sequence[Row], bool]:
    """Run one benchmark in a process of its own; give its rows, told as they come, and whether it went well."""
    rows, taken = [], taken_at()
    command = [sys.executable, __file__, name, "--within", *(("--with", *settings) if settings else ())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout is not None
        for text in running.stdout:
            rows.append(json.loads(text) | taken)
            print("  " + line(rows[-1]), flush=True)
    return rows, running.returncode == 0


def _within(name: str, settings: Sequence[str]) -> None:
    """Take a benchmark in this process; each row is a line of JSON on standard output, and nothing else goes there."""
    measure = importlib.import_module(f"benchmarks.{name}").measure
    rows, sys.stdout = sys.stdout, sys.stderr
    try:
        for measured in measure(**dict(map(_as_argument, settings))):
            print(json.dumps(as_row(name, measured, {})), file=rows, flush=True)
    except LeftOut as reason:
        print(f"  left out: {reason}")


def _as_argument(setting: str) -> tuple[str, Any]:
    key, _, value = setting.partition("=")
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value


if __name__ == "__main__":
    sys.exit(main())
