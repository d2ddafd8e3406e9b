"""The quotes behind facts: an index from what is said to the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.asking import grouped
from answerable.exports.facts.fact import Quote
from answerable.exports.facts.words import place_in_words

if TYPE_CHECKING:
    from answerable.exports.facts.asking import Row

__all__ = ["EvidenceIndex"]

_MARKUP: Final = re.compile(
    r"</?(?:p|b|i|u|br|li|ul|ol|strong|em|span|div|a|font|table|tr|td|th)\b[^<>]*>", re.IGNORECASE
)
_RAISED: Final = re.compile(r"</?su[pb]\b[^<>]*>", re.IGNORECASE)


class EvidenceIndex:
    """Finds the quotes of a subject by field; `plans` gives the name of a plan by its document's file name."""

    def __init__(self, rows: Iterable[Row], plans: Mapping[str, str]) -> None:
        self._plans = plans
        self._rows = grouped(rows, "subject")

    def quotes(self, subject: str, *fields: str, about: str | None = None) -> tuple[Quote, ...]:
        """Give the quotes of a subject in reading order; `fields` limits them, `about` is a recommendation's number."""
        return tuple(
            self._quote(row, about) for row in self._rows.get(subject, ()) if not fields or row["field"] in fields
        )

    def stands(self, subject: str) -> tuple[int, int, int, int]:
        """Give where a subject's first quote stands, as page, table, row and offset, to sort subjects by."""
        rows = self._rows.get(subject, ())
        if not rows:
            return (0, 0, 0, 0)
        page, table, row, start = (rows[0].number(name) or 0 for name in ("page", "table", "row", "start"))
        return (page, table, row, start)

    def first_of_each_wording(self, subject: str, *fields: str) -> tuple[Quote, ...]:
        """Give one quote for each wording, the first of it."""
        wordings = {quote.text: quote for quote in reversed(self.quotes(subject, *fields))}
        return tuple(reversed(wordings.values()))

    def shared(self, one: str, other: str, about: str | None = None) -> tuple[Quote, ...]:
        """Give the quotes that support both subjects, and so the link between them."""
        theirs = {row["evidence"] for row in self._rows[other]}
        return tuple(self._quote(row, about) for row in self._rows[one] if row["evidence"] in theirs)

    def _quote(self, row: Row, about: str | None) -> Quote:
        plan = self._plans.get(row["file"], row["file"])
        return Quote(_as_read(row["quote"]), place_in_words(plan, row, about), row["rule"], row["evidence"])


def _as_read(quote: str) -> str:
    """Give a quote as its reader saw it: a text file quotes its own markup, which is not part of the words."""
    return " ".join(unescape(_MARKUP.sub(" ", _RAISED.sub("", quote))).split())
