"""Mutation testing: change one thing in a module, and see whether its tests notice.

    python tools/mutate.py dates --sample 300 --seed 7

The mutants are those of cosmic-ray. Each is put in the place of its module in a forked process, in memory, so that no
file changes and the package mapping (docs/adr/0001) is no hindrance; a mutant that differs from the module in type
hints alone is not counted. Prints the survivors with their lines, and the share that was killed.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib.abc
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Final, NamedTuple

__all__ = ["main"]

ROOT: Final = Path(__file__).resolve().parent.parent
LONGEST: Final = 120.0
"""Seconds for the tests of one mutant; one that never ends is killed, too."""
NOTICED: Final = 1
"""The exit code of pytest where a test failed."""
AFRESH: Final = tuple(f"answerable.extract.{name}" for name in ("dates", "plan", "readers"))
"""Where the files of all trials are, and what imports them: loaded anew for each mutant."""


class Trial(NamedTuple):
    """Files whose code is changed, and the tests that should notice."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    """The quick ones first: the first that fails ends the run."""


TRIALS: Final[Mapping[str, Trial]] = {
    "dates": Trial(("extract/dates/atoms.py", "extract/dates/statements.py"), ("tests/extract/dates",)),
    "owners": Trial(
        tuple(f"extract/plan/{name}.py" for name in ("owners", "holders", "people", "nouns", "splitting")),
        (
            *(
                f"tests/extract/plan/test_{name}.py"
                for name in (
                    "holder_words",
                    "holders",
                    "kinds_of_holder",
                    "labelled_owners",
                    "owner_identity",
                    "pairing",
                    "any_owner",
                )
            ),
            "tests/extract/test_whole_plans.py",
        ),
    ),
    "stitching": Trial(
        (
            *(f"extract/plan/mend/{name}.py" for name in ("across", "lexicon", "lines", "tails")),
            "extract/plan/grouping.py",
        ),
        (
            "tests/extract/plan/mend",
            *(
                f"tests/extract/plan/test_{name}.py"
                for name in ("groups", "grouping", "cut_columns", "cut_pairs", "spans", "nothing_lost", "rows")
            ),
            "tests/extract/test_whole_plans.py",
            "tests/extract/test_damaged_plans.py",
        ),
    ),
}


class Mutant(NamedTuple):
    """A file, its code with one change, and the operator that made it."""

    file: str
    code: str
    operator: str


def main() -> None:
    """Try a sample of the mutants of a trial and print what came of it."""
    options = argparse.ArgumentParser()
    options.add_argument("trial", choices=TRIALS)
    options.add_argument("--sample", type=int, default=300)
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    trial = TRIALS[chosen.trial]
    mutants = [mutant for file in trial.files for mutant in mutants_of(file)]
    sample = Random(chosen.seed).sample(mutants, min(chosen.sample, len(mutants)))  # noqa: S311 - no secret
    warm_up()
    assert not is_noticed(Mutant(trial.files[0], (ROOT / trial.files[0]).read_text("utf-8"), "none"), trial.tests)
    survivors = 0
    for mutant in sorted(sample):
        if not is_noticed(mutant, trial.tests):
            survivors += 1
            print(f"\n{mutant.file}: {mutant.operator}\n{difference(mutant)}", flush=True)
    killed = len(sample) - survivors
    print(f"\n{chosen.trial}: {len(mutants)} mutants, {len(sample)} tried (seed {chosen.seed}), {killed} killed")


def mutants_of(file: str) -> Iterator[Mutant]:
    """Give every mutant of a file that does something else than the file does."""
    from cosmic_ray.mutating import mutate_code  # noqa: PLC0415 - loaded by this task alone
    from cosmic_ray.plugins import get_operator, operator_names  # noqa: PLC0415

    code = (ROOT / file).read_text("utf-8")
    meaning = without_hints(code)
    for name in sorted(operator_names()):
        if get_operator(name).arguments():
            continue
        occurrence = 0
        while changed := mutate_code(code.encode(), get_operator(name)(), occurrence):
            text = changed if isinstance(changed, str) else changed.decode()
            if without_hints(text) not in {meaning, None}:
                yield Mutant(file, text, name)
            occurrence += 1


def without_hints(code: str) -> str | None:
    """Give what a module does: its code without type hints, which are never evaluated; None where it is no code."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return ast.dump(tree)


def warm_up() -> None:
    """Load once what the tests of every mutant need, and read a plan: known names and words are then at hand."""
    import hypothesis  # noqa: F401, PLC0415
    import pytest  # noqa: F401, PLC0415
    import rapidfuzz  # noqa: F401, PLC0415
    import spellchecker  # noqa: PLC0415

    from answerable.extract import read_plan  # noqa: PLC0415

    spellchecker.SpellChecker = cache(spellchecker.SpellChecker)
    spellchecker.SpellChecker(language="en")
    read_plan(next((ROOT / "examples" / "plans").glob("*.txt")), names=False)
    for name in [name for name in sys.modules if name.startswith(AFRESH)]:
        del sys.modules[name]


class Instead(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Loads a module from code that stands in no file."""

    def __init__(self, mutant: Mutant) -> None:
        """Stand in for one file."""
        self._mutant = mutant
        self._name = "answerable." + mutant.file.removesuffix(".py").replace("/", ".")

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> ModuleSpec | None:
        """Take that one module."""
        del path, target
        return importlib.util.spec_from_loader(fullname, self) if fullname == self._name else None

    def get_source(self, fullname: str) -> str:
        """Give the changed code."""
        del fullname
        return self._mutant.code


def is_noticed(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether the tests fail, or never end, with a mutant in the place of its module."""
    child = os.fork()
    if not child:
        os._exit(run_tests(mutant, tests))
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def run_tests(mutant: Mutant, tests: Sequence[str]) -> int:
    """Run the tests in this process, quietly, with a mutant in the place of its module, and give the exit code."""
    import pytest  # noqa: PLC0415

    os.chdir(ROOT)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = (
        "1"  # the tests need none, and loading them takes longer than they do
    )
    sys.meta_path.insert(0, Instead(mutant))
    try:
        return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--no-header", *tests]))
    except BaseException:  # noqa: BLE001 - whatever a mutant does to pytest itself was noticed
        return NOTICED


def difference(mutant: Mutant) -> str:
    """Give the lines that a mutant changes."""
    before = (ROOT / mutant.file).read_text("utf-8").splitlines()
    lines = difflib.unified_diff(before, mutant.code.splitlines(), lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


if __name__ == "__main__":
    main()
