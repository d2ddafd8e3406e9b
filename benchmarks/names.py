"""How fast named things are found beside tokenising alone, and how well without what a plan itself taught.

The whole spaCy pipeline is measured in turns with `spacy.blank("en")` on the same texts: read for the first time, by a
vocabulary that has met no word of them; read again; and with a gazetteer ten times as large. Then each published plan
is read without all that only it taught the gazetteer: F1 over its named things and over their links to
recommendations.

`measure` gives what `make bench` keeps: the whole pipeline beside tokenising, and the finding of known names, with
sentences, beside spaCy's EntityRuler over 2,000 of them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import _lru_cache_wrapper  # the type of what functools.lru_cache gives, which has no other name
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import spacy

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from answerable.extract import read_plan
from answerable.extract.names import NamedPassage, find_mentions
from answerable.extract.names.components import Gazetteer, tokenizer_of
from answerable.extract.names.passages import PlanText
from answerable.extract.names.pipeline import pipeline, read
from answerable.extract.names.spans import placed
from answerable.ontology.gazetteer import Entry, entries
from answerable.ontology.iris import DEFAULT_BASE
from benchmarks.harness import RUNS, Measured, beside
from benchmarks.plans import write_plans
from tests.damage.plans import SEEDS, own_plans
from tests.extract.names.compare import NameScores, compare_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["main", "measure"]

FLOORS: Final = {"mentions": 0.75, "links": 0.70}
CEILING: Final = 2.0
TIMES: Final = 10
TAGGED: Final = 2_000
FASTER: Final = 4.0
READY: Final = "from answerable.extract.names.pipeline import pipeline; pipeline()"


def passages(path: Path) -> Sequence[NamedPassage]:
    """Give what the program reads for names in a plan."""
    with patch("answerable.extract.plan.reader.find_mentions", return_value=()) as asked:
        read_plan(path)
    found: Sequence[NamedPassage] = asked.call_args.args[0]
    return found


def fresh(times: int = 1) -> Language:
    """Build the pipeline anew, its gazetteer so many times as large: the same things under names that nobody prints.

    Nothing that was asked of a word or a name before is remembered.
    """
    forget()
    known = entries()
    more = [numbered(entry, number) for number in range(1, times) for entry in known]
    with patch("answerable.extract.names.components.gazetteer.known_entries", return_value=(*known, *more)):
        return pipeline.__wrapped__()


def forget() -> None:
    """Clear what was kept of words and names; what is kept for ever belongs to the start."""
    ours = [module for name, module in sys.modules.items() if name.startswith("answerable.extract.names")]
    for kept in {value for module in ours for value in vars(module).values() if isinstance(value, _lru_cache_wrapper)}:
        if kept.cache_parameters()["maxsize"] is not None:
            kept.cache_clear()


def numbered(entry: Entry, number: int) -> Entry:
    """Give another thing, with as many names."""
    label, *labels = (f"{name} Number {number}" for name in (entry.label, *entry.labels))
    hidden = tuple(f"{name} Number {number}" for name in entry.hidden)
    notation = f"{entry.notation}{number}" if entry.notation else None
    iri = f"{entry.iri}-{number}"
    return replace(entry, iri=iri, label=label, notation=notation, labels=tuple(labels), hidden=hidden)


def tokenise(plans: Sequence[PlanText], nlp: Language) -> int:
    """Cut the texts into tokens and count them."""
    return sum(len(nlp.make_doc(plan.text)) for plan in plans)


def find(plans: Sequence[PlanText], nlp: Language) -> int:
    """Find the names in the texts and count them."""
    return sum(len(read(plan, nlp, DEFAULT_BASE).user_data["linked"]) for plan in plans)


def seconds(work: Callable[[], object]) -> float:
    """Give the processor time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def start_up(code: str) -> float:
    """Give the time that some code takes in a new process, Python's own start left out."""
    timed = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", timed], check=True, capture_output=True, text=True).stdout)


def patterns(nlp: Language) -> int:
    """Count the phrases that the gazetteer looks for."""
    gazetteer = nlp.get_pipe("gazetteer")
    return gazetteer.patterns if isinstance(gazetteer, Gazetteer) else 0


def line(name: str, plans: Sequence[PlanText], runs: int, make: Callable[[], tuple[Language, Language]]) -> str:
    """Measure one way of reading, and give both medians, words a second and how many times as long names take."""
    times = []
    for _ in range(runs):
        blank, nlp = make()
        times.append((seconds(lambda: tokenise(plans, blank)), seconds(lambda: find(plans, nlp))))  # noqa: B023 - called at once
    alone, whole = (statistics.median(each) for each in zip(*times, strict=True))
    words = tokenise(plans, blank)
    figures = f"{alone * 1000:9.1f} ms {words / alone:9,.0f}/s {whole * 1000:9.1f} ms {words / whole:9,.0f}/s"
    return f"{name:<24}{words:7}{patterns(nlp):10}{figures}{whole / alone:7.2f} x"


def speed(groups: Mapping[str, Sequence[PlanText]], runs: int) -> None:
    """Print how fast the plans are read for names."""
    spacy_alone = start_up("import spacy; spacy.blank('en')")
    print(f"start-up {start_up(READY):.2f} s, of which spaCy alone {spacy_alone:.2f} s; median of {runs} runs in turns")
    print(f"\n{'':<24}{'words':>7}{'patterns':>10}{'tokens alone':>24}{'names':>26}  (at most {CEILING})")
    known, large = (spacy.blank("en"), fresh()), (spacy.blank("en"), fresh(TIMES))
    for name, plans in groups.items():
        print(line(f"{name}, first", plans, runs, lambda: (spacy.blank("en"), fresh())))
        print(line(f"{name}, again", plans, runs, lambda: known))
        print(line(f"{name}, {TIMES} times", plans, runs, lambda: large))


def left_out(number: str) -> NameScores:
    """Read a published plan without what only it taught, and compare its names with a careful reader's."""
    (path,) = (SEEDS / "seeds").glob(f"{number}_*.txt")
    gold = json.loads((SEEDS / "gold" / f"{number}.json").read_text("utf-8"))
    found = find_mentions(passages(path), lambda piece: piece.text, without=(f"seed {number}",))
    return compare_names(gold["mentions"], found)


def quality() -> None:
    """Print how well names are found in plans that taught nothing, one line for each and one for all."""
    numbers = sorted(path.stem for path in (SEEDS / "gold").glob("*.json"))
    if not numbers:
        print("\nleft-out plans: skipped, since the published plans do not lie beside the checkout")
        return
    scores = {number: left_out(number) for number in numbers}
    print("\n" + f"{'left out':<24}" + "".join(f"{name:>10} ({floor:.2f})" for name, floor in FLOORS.items()))
    for name, each in [*scores.items(), ("all", sum(scores.values(), NameScores()))]:
        print(f"{name:<24}" + "".join(f"{getattr(each, figure).share:17.3f}" for figure in FLOORS))


def measure(plans: int = 60, runs: int = RUNS) -> Iterator[Measured]:
    """Measure generated plans and our own, once more after a first reading has filled the vocabulary."""
    with tempfile.TemporaryDirectory() as name:
        write_plans(Path(name), plans)
        groups = {f"{plans} generated plans": sorted(Path(name).iterdir()), "our own plans": our_own()}
        texts = {group: as_read(paths) for group, paths in groups.items()}
    blank, nlp, ruled = spacy.blank("en"), pipeline(), ruler()
    for group, read_for in texts.items():
        whole = beside(lambda: find(read_for, nlp), lambda: tokenise(read_for, blank), runs)  # noqa: B023 - called at once
        yield Measured(f"all named things of {group}", "spaCy's tokens alone", *whole, floor=CEILING)
    every = [plan.text for group in texts.values() for plan in group]
    known = beside(lambda: [tag(text, nlp) for text in every], lambda: [ruled(text) for text in every], runs)
    theirs, missed = compared(every, nlp, ruled)
    yield Measured(
        f"known names and sentences, {patterns(nlp):,} forms of names",
        f"spaCy blank, sentencizer and EntityRuler, {TAGGED:,} names",
        *known,
        floor=FASTER,
        better="at least",
        note=f"{theirs - missed} of EntityRuler's {theirs} names are found, by themselves or in longer ones",
    )


def our_own() -> list[Path]:
    """Give the plans of the project; of two layouts of the same words one."""
    return [plan.path for plan in own_plans() if not plan.name.endswith(".md.txt")]


def as_read(paths: Sequence[Path]) -> list[PlanText]:
    """Give the texts that the program reads for names."""
    return [PlanText.of([named for named in passages(path) if named.passage]) for path in paths]


def ruler() -> Language:
    """Make the pipeline that spaCy offers for known names, with the first of ours."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    names = ((name, entry.kind, entry.iri) for entry in entries() if entry.priority for name in entry.names)
    told = [{"pattern": name, "label": kind, "id": iri} for name, kind, iri in names]
    nlp.add_pipe("entity_ruler").add_patterns(told[:TAGGED])  # type: ignore[attr-defined]  # spaCy types no component
    return nlp


def tag(text: str, nlp: Language) -> Doc:
    """Find sentences and known names, as the whole pipeline begins."""
    doc = tokenizer_of(nlp).light(text)
    for component in ("sentences", "gazetteer"):
        doc = nlp.get_pipe(component)(doc)
    return doc


def compared(texts: Sequence[str], nlp: Language, ruled: Language) -> tuple[int, int]:
    """Count the names that EntityRuler finds, and those of them that do not stand in what we find."""
    found = missed = 0
    for text in texts:
        ours = [(name.start, name.end) for name in placed(tag(text, nlp), "gazetteer")]
        theirs = [(name.start_char, name.end_char) for name in ruled(text).ents]
        found += len(theirs)
        missed += sum(not any(start <= one and other <= end for start, end in ours) for one, other in theirs)
    return found, missed


def main(runs: int) -> None:
    """Measure and print speed and quality."""
    groups = {"own plans": our_own(), "published plans": sorted((SEEDS / "seeds").glob("*.txt"))}
    texts = {name: as_read(paths) for name, paths in groups.items() if paths}
    speed(texts, runs)
    quality()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    main(**vars(options.parse_args()))
