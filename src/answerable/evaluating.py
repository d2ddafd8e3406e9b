"""Records beside hand-made gold as one call, and its report in words, as JSON and as a page."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from answerable.exports.accuracy import Misreading, Quoted
    from answerable.extract.accuracy import Accuracy, Mistake, PlanAccuracy, Share
    from answerable.extract.records import Evidence, PlanRecord

__all__ = ["accuracy_as_html", "accuracy_as_json", "accuracy_as_text", "evaluate", "records_in"]

_NOTHING_READ: Final = "not read"


def evaluate(records: Iterable[PlanRecord], gold: str | PathLike[str], *, partial: bool = False) -> Accuracy:
    """Compare records with the gold of a folder; gold without a record counts against them, unless `partial`.

    Raises:
        GoldError: the folder holds no gold, or a file that does not fit.
    """
    from pathlib import Path

    from answerable.extract.accuracy import compare, load_gold

    return compare(load_gold(Path(gold)), records, partial=partial)


def records_in(stream: IO[str], name: str) -> Iterator[PlanRecord]:
    """Give the records of JSON Lines.

    Raises:
        RecordError: a line is no record; the message names it.
    """
    from pydantic import ValidationError

    from answerable.extract.errors import RecordError
    from answerable.extract.records import PlanRecord

    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            yield PlanRecord.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the line"
            message = f"{name}, line {number}: no plan record: {where}: {first['msg']}; `answerable read` writes them"
            raise RecordError(message) from None


def accuracy_as_text(accuracy: Accuracy) -> str:
    """Give a line for each figure, by format and over all, and a last line that sums up."""
    from answerable.exports.facts.words import count
    from answerable.extract.accuracy.formats import format_name

    kinds = accuracy.media_types
    columns = [*(accuracy.shares(kind) for kind in kinds), accuracy.shares()]
    heads = [*map(format_name, kinds), "all"]
    lines = [f"{'':<10}" + "".join(f"{head:>14}" for head in heads) + "   right of"]
    for name, total in accuracy.shares().items():
        cells = "".join(f"{_told(column[name]):>14}" for column in columns)
        lines.append(f"{name:<10}{cells}   {total.right:g} of {total.of:g}")
    mistakes = sum(len(plan.mistakes) for plan in accuracy.plans)
    summed = f"{count(len(accuracy.plans), 'plan')}, {count(mistakes, 'difference')} (--to FILE.html shows them)"
    return "\n".join([*lines, "", summed])


def _told(share: Share) -> str:
    return "-" if share.value is None else f"{share.value:.3f}"


def accuracy_as_json(accuracy: Accuracy) -> str:
    """Give the shares of all, of each media type and of each plan, with its differences, as one JSON object."""
    from answerable.extract.accuracy import Accuracy

    plain = {
        "all": _plain(accuracy.shares()),
        "media_types": {kind: _plain(accuracy.shares(kind)) for kind in accuracy.media_types},
        "plans": [
            {
                "name": plan.name,
                "media_type": plan.media_type,
                "shares": _plain(Accuracy((plan,)).shares()),
                "differences": [_difference(mistake) for mistake in plan.mistakes],
            }
            for plan in accuracy.plans
        ],
    }
    return json.dumps(plain, indent=1, ensure_ascii=False)


def _plain(shares: Any) -> dict[str, Any]:  # noqa: ANN401 - a mapping of shares by measure
    return {
        name: {"value": round(each.value, 6), "right": round(each.right, 6), "of": each.of} if each.of else None
        for name, each in shares.items()
    }


def _difference(mistake: Mistake) -> dict[str, Any]:
    words = [item.model_dump(exclude_none=True) for item in mistake.words]
    about = {"measure": mistake.measure, "recommendation": mistake.recommendation}
    return {**about, "gold": mistake.gold, "read": mistake.read, "words": words}


def accuracy_as_html(accuracy: Accuracy) -> str:
    """Give the page: figures, and each difference beside the document's words."""
    from answerable.exports.accuracy import Figure, PlanMisread, Report, to_html
    from answerable.extract.accuracy import MEASURES
    from answerable.extract.accuracy.formats import format_name

    kinds = accuracy.media_types
    columns = [*(accuracy.shares(kind) for kind in kinds), accuracy.shares()]
    figures = [
        Figure(name, meaning, tuple(column[name].value for column in columns)) for name, meaning in MEASURES.items()
    ]
    plans = [
        PlanMisread(plan.name, _format_of(plan), tuple(map(_misreading, plan.mistakes))) for plan in accuracy.plans
    ]
    return to_html(Report(tuple(map(format_name, kinds)), tuple(figures), tuple(plans)))


def _format_of(plan: PlanAccuracy) -> str:
    from answerable.extract.accuracy.formats import format_name

    return format_name(plan.media_type) if plan.media_type else _NOTHING_READ


def _misreading(mistake: Mistake) -> Misreading:
    from answerable.exports.accuracy import Misreading

    marked = mistake.gold if mistake.read is None else None
    quotes = tuple(_quoted(item, (marked or "").partition(" (")[0]) for item in mistake.words)
    return Misreading(mistake.measure, mistake.recommendation, mistake.gold, mistake.read, quotes)


def _quoted(item: Evidence, marked: str) -> Quoted:
    from answerable.exports.accuracy import Quoted
    from answerable.extract.accuracy.wording import plain

    spot = (("page", item.page), ("table", item.table), ("row", item.row), ("column", item.column))
    field = "action" if item.field == "text" and item.rule.startswith("response") else item.field
    return Quoted(plain(item.quote), field, tuple((name, at) for name, at in spot if at is not None), marked)
