"""From characters to tokens: the names that components find, and the spans that they write.

spaCy makes a new object for each span of a group each time the group is read, at several times the cost of finding the
name. So each group is kept twice: as spans for whoever reads the document, and as light records for our components.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

__all__ = [
    "Known",
    "Name",
    "Part",
    "Placed",
    "Stretches",
    "longest",
    "placed",
    "placing",
    "starts_of",
    "text_of",
    "write",
    "write_placed",
]

T = TypeVar("T", bound=tuple[Any, ...])

_FOUND: Final = "found"
_TOKENS: Final = "tokens"
"""Keys of what the document keeps for our components."""


class Name(NamedTuple):
    """A name found in a text: from which character to which, its kind, and by what its group knows it."""

    start: int
    end: int
    kind: str
    name: str


class Placed(NamedTuple):
    """A name that begins and ends with tokens: `first` is its first token, `stop` the one after its last."""

    first: int
    stop: int
    start: int
    end: int
    kind: str
    name: str


def text_of(doc: Doc) -> str:
    """Give a document's text, put together once: spaCy's own `doc.text` walks over every token each time."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def write(doc: Doc, group: str, names: Iterable[Name]) -> None:
    """Write the names of a group, the first of those that cover the same words.

    A name that would end amid a token is widened to the token, since "CRCs" is one token.
    """
    text, starts = text_of(doc), starts_of(doc)
    found: dict[tuple[int, int], Placed] = {}
    for start, end, kind, name in names:
        first, stop = bisect_right(starts, start) - 1, bisect_left(starts, end)
        if first < stop and (first, stop) not in found:
            found[first, stop] = Placed(first, stop, starts[first], _end(text, starts, stop), kind, name)
    write_placed(doc, group, list(found.values()))


def write_placed(doc: Doc, group: str, names: list[Placed]) -> None:
    """Write names whose tokens are known."""
    from spacy.tokens import Span  # noqa: PLC0415 - heavy, and only needed where a plan is read

    doc.user_data.setdefault(_FOUND, {})[group] = names
    doc.spans[group] = [Span(doc, name.first, name.stop, label=name.kind, span_id=name.name) for name in names]


def placed(doc: Doc, group: str) -> list[Placed]:
    """Give the names of a group, whoever wrote its spans."""
    found: dict[str, list[Placed]] = doc.user_data.setdefault(_FOUND, {})
    if group not in found:
        found[group] = [
            Placed(span.start, span.end, span.start_char, span.end_char, span.label_, span.id_)
            for span in doc.spans.get(group, ())
        ]
    return found[group]


def placing(doc: Doc, found: Iterable[tuple[int, int, str, str]]) -> list[Placed]:
    """Give names by the characters of their tokens: `found` has first token, the one after the last, kind and name."""
    text, starts = text_of(doc), starts_of(doc)
    return [
        Placed(first, stop, starts[first], _end(text, starts, stop), kind, name) for first, stop, kind, name in found
    ]


def starts_of(doc: Doc) -> list[int]:
    """Give where the tokens start."""
    starts: list[int] | None = doc.user_data.get(_TOKENS)
    if starts is None:
        starts = doc.user_data[_TOKENS] = doc.to_array("IDX").tolist()
    return starts


def _end(text: str, starts: Sequence[int], stop: int) -> int:
    """Give where the token before another one ends: no more than one space parts them."""
    after = starts[stop] if stop < len(starts) else len(text)
    return after - 1 if text[after - 1] == " " else after


def longest(found: Iterable[T]) -> list[T]:
    """Give what does not overlap, in order: the longest, and of two equally long the first.

    All begin with their first token and the one after their last, as `Placed` does.
    """
    kept: list[T] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        first, stop = one[0], one[1]
        if first not in taken and stop - 1 not in taken:
            taken.update(range(first, stop))
            kept.append(one)
    return sorted(kept)


class Stretches:
    """Stretches of a text, in order and apart, and whether a character is in one of them."""

    def __init__(self, bounds: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in bounds]
        self._ends = [end for _, end in bounds]

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]


class Part(NamedTuple):
    """Where a known name stands, and its kind."""

    start: int
    end: int
    kind: str


class Known:
    """Known names that do not overlap, in order, by the characters where they begin and end."""

    def __init__(self, parts: Sequence[Part | Placed]) -> None:
        self._parts = parts
        self._at = {part.start: part for part in self._parts}
        self._starts = [part.start for part in self._parts]

    @classmethod
    def of(cls, names: Iterable[Placed]) -> Known:
        """Keep the longest of some names."""
        return cls(longest(names))

    def at(self, start: int) -> Part | Placed | None:
        """Give the name that begins at a character."""
        return self._at.get(start)

    def over(self, position: int) -> Part | Placed | None:
        """Give the name that covers a character."""
        index = bisect_right(self._starts, position) - 1
        return self._parts[index] if index >= 0 and position < self._parts[index].end else None

    def covers(self, start: int, end: int) -> bool:
        """Whether one name covers all of a stretch but the spaces that end it."""
        part = self._at.get(start)
        return part is not None and part.end >= end - 1

    def within(self, start: int, end: int) -> tuple[Part, ...]:
        """Give the names in a stretch or over its ends, as counted from where it starts."""
        first = bisect_right(self._starts, start) - 1
        found = self._parts[max(first, 0) : bisect_left(self._starts, end)]
        return tuple(Part(part.start - start, part.end - start, part.kind) for part in found if part.end > start)
