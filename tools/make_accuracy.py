"""Write the figures of docs/accuracy.md anew: what is read of plans whose gold was written by hand, beside that gold.

Only what stands between `<!-- made: NAME -->` and `<!-- end -->` is written. `--check` writes nothing and fails where a
figure is not what is read now. Needs LibreOffice, which makes two of the formats.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from answerable.extract import read_plan
from answerable.extract.accuracy import MEASURES, Accuracy, Gold, compare, load_gold
from answerable.extract.accuracy.formats import format_name
from tests.twins.formats import FORMATS, office, write_twins
from tests.twins.plan import gold_of
from tests.twins.plans import PLANS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from answerable.extract.accuracy import Mistake, Share

__all__ = ["main", "written"]

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "accuracy.md"
EXAMPLES: Final = ROOT / "examples"
UNSEEN: Final = ROOT / "tests" / "extract" / "names" / "unseen"
NAMES: Final = ("mentions", "links", "types")
_MADE: Final = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def written(page: str) -> str:
    """Give the page with every part that is made filled anew."""
    examples = of_examples()
    parts = {
        "examples": "\n".join(table([*((plan.name, Accuracy((plan,))) for plan in examples.plans), ("all", examples)])),
        "differences": "\n".join(differences(examples)),
        "formats": "\n".join(table(of_formats(), (name for name in MEASURES if name not in NAMES))),
        "names": "\n".join(table(of_names(), NAMES)),
    }
    return _MADE.sub(lambda found: f"{found[1]}\n{parts[found[2]]}\n\n{found[3]}", page)


def of_examples() -> Accuracy:
    """Compare the examples."""
    records = (read_plan(path) for path in sorted((EXAMPLES / "plans").glob("*.txt")))
    return compare(load_gold(EXAMPLES / "gold"), records)


def of_formats() -> Iterator[tuple[str, Accuracy]]:
    """Compare the same plans in each format; names are not looked for."""
    golds = {plan.name: Gold.model_validate(gold_of(plan)) for plan in PLANS}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_twins(PLANS, folder)
        for ending in FORMATS:
            read = [read_plan(folder / f"{plan.name}.{ending}", names=False) for plan in PLANS]
            yield format_name(read[0].source.media_type), compare(golds, read)


def of_names() -> Iterator[tuple[str, Accuracy]]:
    """Compare the names in plans of which nothing stands in the gazetteer by way of them."""
    for folder in ("open", "held"):
        paths = sorted((UNSEEN / folder).glob("*.json"))
        golds = {path.stem: Gold.model_validate({"plan": {}, **json.loads(path.read_text("utf-8"))}) for path in paths}
        yield folder, compare(golds, (read_plan(path.with_suffix(".txt")) for path in paths))


def table(columns: Iterable[tuple[str, Accuracy]], measures: Iterable[str] = MEASURES) -> Iterator[str]:
    """Give a table of figures: a row for each measure, a column for each set of plans."""
    held = [(head, accuracy.shares()) for head, accuracy in columns]
    yield f"| figure | {' | '.join(head for head, _ in held)} | what counts |"
    yield f"|-|{'-:|' * len(held)}-|"
    for name in measures:
        yield f"| {name} | {' | '.join(told(shares, name) for _, shares in held)} | {MEASURES[name]} |"


def told(shares: Mapping[str, Share], name: str) -> str:
    """Give one figure; a dash where there was nothing to compare."""
    value = shares[name].value
    return "–" if value is None else f"{value:.3f}"


def differences(accuracy: Accuracy) -> Iterator[str]:
    """Give a table of all that differs."""
    yield from ("| plan | figure | the gold has | we read |", "|-|-|-|-|")
    for plan in accuracy.plans:
        yield from (f"| {plan.name} | {' | '.join(cells(mistake))} |" for mistake in plan.mistakes)


def cells(mistake: Mistake) -> Sequence[str]:
    """Give what a row says of a mistake."""
    about = f"{mistake.measure}, recommendation {mistake.recommendation}" if mistake.recommendation else mistake.measure
    return about, mistake.gold or "nothing", mistake.read or "nothing"


def main(*, check: bool) -> None:
    """Write the page, or compare it with what would be written."""
    if not office():
        sys.exit("soffice: not found; it makes two of the formats (Debian: apt-get install libreoffice-writer)")
    page = PAGE.read_text("utf-8")
    made = written(page)
    if not check:
        PAGE.write_text(made, "utf-8")
    elif made != page:
        sys.exit("docs/accuracy.md: not what is read now; run `make accuracy`, look at the difference and commit")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
